import { describe, expect, it } from 'vitest'
import { candidateFinder } from '../../../src/check/wording/candidates.js'
import { compare } from '../../../src/check/wording/differences.js'
import { latticesOf } from '../../../src/check/wording/lattice.js'
import { piecesOf } from '../../../src/check/wording/pieces.js'
import type { Wording } from '../../../src/lexicon/tables.js'
import { ngramWords } from '../../../src/text/tokens.js'

/** the company (does|do) not undertake any obligation to update forward-looking statements */
const wording: Wording = {
  topic: 'test',
  text: 'the company does not undertake any obligation to update forward-looking statements',
  words: 'the company does do not undertake any obligation to update forward-looking statements'.split(' '),
  starts: [0],
  next: [[1], [2, 3], [4], [4], [5], [6], [7], [8], [9], [10], [11], []],
  ends: [11],
}

const pieces = (text: string) => piecesOf(ngramWords(text))

const differences = (text: string) => {
  const words = pieces(text)
  return candidateFinder(latticesOf([wording]))(words)
    .flatMap((candidate) => compare(words, candidate)?.differences ?? [])
    .filter(({ atEdge }) => !atEdge)
    .map(({ from, to, expected }) => [
      words.slice(from, to).map(({ form }) => form),
      expected.map(({ written }) => written),
    ])
}

describe('latticesOf', () => {
  it('takes the halves of hyphenated words for pieces', () => {
    const { nodes, length, fewestContent } = latticesOf([wording]).at(0)
    expect(nodes.map(({ form }) => form)).toContain('forward')
    expect(nodes.find(({ form }) => form === 'forward')!.joint).toBe('-')
    expect({ length, fewestContent }).toEqual({ length: 12, fewestContent: 7 })
  })
})

describe('compare', () => {
  it('finds no difference in the sentence and its variants', () => {
    expect(
      differences('So the company do not undertake any obligation to update forward looking statements.'),
    ).toEqual([])
  })

  it('gives the words that differ with those expected', () => {
    expect(
      differences('The company does not undertake any allegation to update forward-locking statements.'),
    ).toEqual([
      [['allegation'], ['obligation']],
      [
        ['forward', 'locking'],
        ['forward', 'looking'],
      ],
    ])
  })

  it('finds nothing where most of the sentence is missing', () => {
    expect(differences('The company will update its forward guidance.')).toEqual([])
  })
})

describe('piecesOf', () => {
  it('splits at hyphens and keeps offsets', () => {
    expect(pieces('Non-GAAP. Results').map(({ form, start, end, cut }) => [form, start, end, cut])).toEqual([
      ['non', 0, 3, false],
      ['gaap', 4, 8, false],
      ['results', 10, 17, true],
    ])
  })
})
