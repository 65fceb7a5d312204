import { expect, test } from 'vitest'
import { piecesOf } from '../../../src/check/wording/pieces.js'
import { slotFinder } from '../../../src/check/wording/slots.js'
import { ngramWords } from '../../../src/text/tokens.js'

const slots = [
  { said: ['GAAP'], also: ['IFRS'], before: ['comparable', 'most comparable'], after: ['measures'] },
  { said: ['unless'], also: ['except where'], before: [], after: ['otherwise stated'] },
  { said: ['mute'], also: [], before: ['placed on'], after: [] },
]
const find = slotFinder(slots)

/** The longest stretch of each place. */
function placesIn(text: string): string[] {
  const pieces = piecesOf(ngramWords(text))
  return find(pieces).map(({ ranges }) => {
    const { from, to } = ranges.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]!
    return text.slice(pieces[from]!.start, pieces[to - 1]!.end)
  })
}

test('words between those of a slot are a place, with the words that speak for it', () => {
  const pieces = piecesOf(ngramWords('the most comparable gap measures'))
  expect(find(pieces)).toEqual([
    {
      said: ['GAAP'],
      ranges: [{ from: 3, to: 4, before: ['most', 'comparable'], after: ['measures'] }],
    },
  ])
})

test('a slot without words before it takes as many as may be heard for one', () => {
  expect(placesIn('figures are in RMB and less otherwise stated')).toEqual(['and less'])
})

test('a slot without words after it begins where those before it end', () => {
  expect(placesIn('Lines are placed on newt. We begin.')).toEqual(['newt'])
})

test('what is said there, and what else is right, is no place', () => {
  expect(placesIn('comparable GAAP measures, comparable IFRS measures')).toEqual([])
  expect(placesIn('except where otherwise stated, and unless otherwise stated')).toEqual([])
})

test('no place crosses the end of a sentence', () => {
  expect(placesIn('They are comparable. Gap measures. And less. Otherwise stated. Placed on. Mutt')).toEqual(
    [],
  )
})
