import { describe, expect, it } from 'vitest'
import { industryWords } from '../../../src/check/terms/industry.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import type { IndustryPhrase } from '../../../src/lexicon/tables.js'

const row = (phrase: string, ...industries: string[]): IndustryPhrase => ({
  phrase,
  industries,
  key: phrase.toLowerCase(),
})
const phrases = [
  row('net margin', 'general'),
  row('bunker cost', 'shipping'),
  row('blank sailing', 'shipping'),
  row('slow steaming', 'shipping'),
  row('liftings', 'shipping'),
  row('milk powder', 'dairy'),
]

function wordsOf(said: string) {
  const words = said.split(' ')
  return industryWords(
    phrases,
    {
      count: (word) => words.filter((other) => other === word).length,
      pairs: (first, second) => words.filter((word, at) => word === first && words[at + 1] === second).length,
    },
    defaultLexicon().languageModel,
  )
}

describe('industryWords', () => {
  it('knows the words and the pairs of the industry that a call speaks of', () => {
    const { weight, pairWeight, completions } = wordsOf('bunker cost fell and blank sailing helped')
    expect(weight('liftings')).toBeGreaterThan(0)
    expect(pairWeight('slow', 'steaming')).toBeGreaterThan(0)
    expect(completions('slow', undefined).flatMap((words) => [...words.keys()])).toEqual(['steaming'])
    expect(weight('milk')).toBe(0)
  })

  it('knows what every call says', () => {
    expect(wordsOf('thank you').pairWeight('net', 'margin')).toBe(1)
    expect(wordsOf('thank you').weight('bunker')).toBe(0)
  })

  it('knows singular and plural', () => {
    expect(
      wordsOf('bunker cost fell and blank sailing helped').pairWeight('bunker', 'costs'),
    ).toBeGreaterThan(0)
    expect(wordsOf('bunker cost fell and blank sailing helped').weight('lifting')).toBeGreaterThan(0)
  })
})
