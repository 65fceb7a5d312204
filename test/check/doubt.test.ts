import { expect, it } from 'vitest'
import { annotate, check } from '../../src/pipeline.js'
import { extractText } from '../../src/read/containers/extract.js'

/** What Deepgram writes, a confidence for each word. */
function recognised(sure: number): string {
  const said = 'Good day everyone. Net income excludes sharpest compensation expenses in the quarter.'
  const words = said.split(' ').map((word, index) => ({
    word: word.toLowerCase().replace('.', ''),
    punctuated_word: word,
    start: index,
    end: index + 0.9,
    confidence: word === 'sharpest' ? sure : 0.99,
    speaker: 0,
  }))
  return JSON.stringify({ results: { channels: [{ alternatives: [{ transcript: said, words }] }] } })
}

function evidenceOf(sure: number): string[] {
  const { text, timed } = extractText(recognised(sure))!
  const [finding] = check(annotate(text, { timed })).filter((one) => one.text.includes('sharpest'))
  return finding!.evidence.flatMap((one) => (one.kind === 'structure' ? [one.note] : []))
}

it('a word that the recogniser was unsure of says so in the evidence', () => {
  expect(evidenceOf(0.31)).toEqual(['the recogniser was 31 % sure of "sharpest"'])
})

it('a word that it was sure of does not', () => {
  expect(evidenceOf(0.95)).toEqual([])
})
