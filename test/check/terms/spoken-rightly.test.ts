import { describe, expect, it } from 'vitest'
import { candidatesFor } from '../../../src/check/terms/candidates.js'
import { callWords } from '../../../src/check/terms/call-words.js'
import { englishRuns } from '../../../src/check/terms/runs.js'
import { isRomanised, isTellingChange } from '../../../src/check/terms/spoken-rightly.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import { annotate } from '../../../src/pipeline.js'

const lexicon = defaultLexicon()
const model = lexicon.languageModel

function runOf(sentence: string) {
  const [run] = englishRuns(annotate(`Ann Price (CFO): ${sentence}`), model)
  return { run: run!, at: (word: string) => run!.words.findIndex((each) => each.word === word) }
}

describe('isRomanised', () => {
  it.each(['Taichung', 'Hsinchu', 'Kaohsiung', 'Zhuzhou', 'Chiayi'])('takes %s for a name', (name) => {
    const { run, at } = runOf(`We opened our second plant in ${name} last year.`)
    expect(isRomanised(run, at(name.toLowerCase()), at(name.toLowerCase()) + 1, model)).toBe(true)
  })

  it('takes no word without a capital, at the beginning or that calls say', () => {
    const { run, at } = runOf('Change is what our market policy and Change need.')
    for (const from of [0, at('market'), run.words.length - 2])
      expect(isRomanised(run, from, from + 1, model)).toBe(false)
  })
})

describe('isTellingChange', () => {
  const candidates = candidatesFor(lexicon, callWords([], lexicon, true))
  const said = (words: string) => candidates.nearness(candidates.hear('x'), model.id(words)).said

  it('knows a change by its figure', () => {
    const { run, at } = runOf('Table turnover rose from 3.2 to 3.5 times, and the rose garden grew.')
    expect(isTellingChange(run, at('rose') + 1, said('rate'))).toBe(true)
    expect(isTellingChange(run, at('rose') + 1, said('grew'))).toBe(false)
    expect(isTellingChange(run, at('garden') + 2, said('gross'))).toBe(false)
  })
})
