import { describe, expect, it } from 'vitest'
import { callWords } from '../../../src/check/terms/call-words.js'
import { candidatesFor } from '../../../src/check/terms/candidates.js'
import { judge } from '../../../src/check/terms/judge.js'
import { readingsOf } from '../../../src/check/terms/readings.js'
import { englishRuns } from '../../../src/check/terms/runs.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import { annotate } from '../../../src/pipeline.js'

function judged(text: string, isRaw = false) {
  const lexicon = defaultLexicon()
  const { languageModel } = lexicon
  const runs = englishRuns(annotate(text), languageModel)
  const call = callWords(runs, lexicon, isRaw)
  const candidates = candidatesFor(lexicon, call)
  const readings = runs.flatMap((run) => readingsOf(run, languageModel, candidates, call, isRaw))
  return judge(readings, {
    runs,
    call,
    model: languageModel,
    variants: candidates,
    vectors: lexicon.wordVectors,
    isRaw,
  })
}

const slip = 'Ann Price: Our growth margin was 31% in the third quarter, and operating margin was 12%.'

describe('judge', () => {
  it('gives one reading a place, with a probability', () => {
    const places = new Set<string>()
    for (const { reading, probability } of judged(slip)) {
      expect(probability).toBeGreaterThan(0)
      expect(probability).toBeLessThan(1)
      for (let at = reading.from; at < reading.to; at++) {
        const place = String(reading.run.words[at]!.span.start)
        expect(places.has(place)).toBe(false)
        places.add(place)
      }
    }
  })

  it('trusts a slip more that the call makes again', () => {
    const once = judged(slip).find(({ reading }) => reading.heard === 'growth')!
    const twice = judged(`${slip} We expect growth margin to improve next year.`)
    expect(twice.find(({ reading }) => reading.heard === 'growth')!.probability).toBeGreaterThan(
      once.probability,
    )
  })

  it('says nothing of what calls say anyway', () => {
    expect(
      judged('Ann Price: Our gross margin was 31% in the third quarter.').every(
        (one) => one.probability < 0.5,
      ),
    ).toBe(true)
  })
})
