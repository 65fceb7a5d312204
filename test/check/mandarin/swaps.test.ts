import { describe, expect, it } from 'vitest'
import { channelOf } from '../../../src/check/mandarin/channel.js'
import { evocation } from '../../../src/check/mandarin/evoked.js'
import { answersOf, gapsOf } from '../../../src/check/mandarin/gaps.js'
import { passagesOf } from '../../../src/check/mandarin/passages.js'
import { judgeSwaps } from '../../../src/check/mandarin/swap-judge.js'
import { swapCandidates, swapFeatures } from '../../../src/check/mandarin/swaps.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import { overlaps } from '../../../src/text/spans.js'
import { alignedFrom } from '../../support/aligned.js'

const lexicon = defaultLexicon()

const docOf = (mandarin: string, interpretation: string) =>
  alignedFrom(`Wang Lin: <m><1>${mandarin}</m> <i><1>${interpretation}</i>`)

const mandarin = 'Secondly, the barometric cloud business continues to develop rapidly in the quarter.'
const interpretation =
  'Secondly, the intelligent computing cloud business continues to develop rapidly in the quarter.'

function gapsBetween(mandarin: string, interpretation: string) {
  const doc = docOf(mandarin, interpretation)
  const [bead] = doc.beads
  const passage = passagesOf(doc)[0]!
  const joined = (words: readonly { readonly word: string }[]) => words.map(({ word }) => word).join(' ')
  return gapsOf(bead!, passage, answersOf(doc, lexicon)).map(
    ({ piece, from, to, partnerFrom, partnerTo, left, right, linked }) => ({
      heard: joined(passage.mandarin[piece]!.slice(from, to)),
      said: joined(passage.partner.slice(partnerFrom, partnerTo)),
      left,
      right,
      linked,
    }),
  )
}

describe('gaps', () => {
  it('pair words that neither side has, between words that both have', () => {
    const gaps = gapsBetween(mandarin, interpretation)
    expect(gaps).toContainEqual({
      heard: 'barometric',
      said: 'intelligent computing',
      left: 1,
      right: 1,
      linked: 0,
    })
    expect(gaps.every(({ heard }) => heard === 'barometric')).toBe(true)
  })

  it('pair words of which both render the same Chinese', () => {
    const gaps = gapsBetween(
      'The revenue of the issue business grew.',
      'Revenue of the distribution business grew.',
    )
    expect(gaps).toContainEqual({ heard: 'issue', said: 'distribution', left: 1, right: 1, linked: 1 })
  })

  it('are none where both sides say the same', () => {
    const doc = docOf(interpretation, interpretation)
    const [bead] = doc.beads
    expect(gapsOf(bead!, passagesOf(doc)[0]!, answersOf(doc, lexicon))).toEqual([])
  })
})

describe('swaps', () => {
  it('have all features, and keep off settled words', () => {
    const doc = docOf(mandarin, interpretation)
    const swaps = swapCandidates(doc, lexicon, [])
    expect(swaps.length).toBeGreaterThan(0)
    for (const { features } of swaps) {
      expect(features).toHaveLength(swapFeatures.length)
      expect(features.every(Number.isFinite)).toBe(true)
    }
    expect(swapCandidates(doc, lexicon, swaps)).toEqual([])
  })

  it('are judged so that none overlap', () => {
    const doc = docOf(mandarin, interpretation)
    const judged = judgeSwaps(doc.text, swapCandidates(doc, lexicon, [])).map(({ swap }) => swap)
    for (const [at, one] of judged.entries())
      expect(judged.slice(at + 1).some((other) => overlaps(one, other))).toBe(false)
  })
})

describe('the channel', () => {
  const evoked = evocation(lexicon.dictionary)
  const channel = channelOf(lexicon.dictionary, evoked)
  const stems = (...words: string[]): number[] => words.map(evoked.stemOf)

  it('hears other words of the same sound', () => {
    expect(channel.heard([], ['yun', 'mo'], stems('cloud', 'desert'))).toMatchObject({
      matched: 2,
      length: 2,
    })
  })

  it('knows the same characters for no mishearing', () => {
    const heard = channel.heard(['云计算'], undefined, stems('cloud'))
    expect(heard?.matched ?? 0).toBe(0)
  })

  it('translates by words that all of the stems are glosses of', () => {
    expect(channel.translated(stems('quarter'))).toContain('季度')
  })
})
