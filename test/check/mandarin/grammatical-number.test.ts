import { describe, expect, it } from 'vitest'
import { inNumberOfPlace } from '../../../src/check/mandarin/grammatical-number.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'

/** What is said in place of the words heard, which stand once in the text. */
function inNumber(text: string, heard: string, said: string): string {
  const start = text.indexOf(heard)
  const place = { start, end: start + heard.length, said }
  return inNumberOfPlace(text, place, undefined, defaultLexicon().languageModel)
}

describe('inNumberOfPlace', () => {
  it('keeps to one where the words before ask for one', () => {
    expect(inNumber('in every season we opened stores', 'season', 'quarters')).toBe('quarter')
  })

  it('takes the plural that the machine wrote where calls say it there', () => {
    expect(inNumber('over the past three seasons we opened stores', 'seasons', 'quarter')).toBe('quarters')
  })

  it('leaves words that are plural only', () => {
    expect(inNumber('the income of the season', 'income', 'earnings')).toBe('earnings')
  })
})
