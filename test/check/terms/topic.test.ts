import { describe, expect, it } from 'vitest'
import type { Reading } from '../../../src/check/terms/readings.js'
import { englishRuns } from '../../../src/check/terms/runs.js'
import { topicsIn, type TopicFeatures } from '../../../src/check/terms/topic.js'
import { defaultLexicon } from '../../../src/lexicon/open.js'
import { annotate } from '../../../src/pipeline.js'

const { languageModel, wordVectors } = defaultLexicon()

/** Of a word of the only sentence, read as another. */
function topicOf(text: string, heard: string, said: string): TopicFeatures {
  const runs = englishRuns(annotate(text), languageModel)
  const run = runs.find(({ words }) => words.some(({ word }) => word === heard))!
  const from = run.words.findIndex(({ word }) => word === heard)
  const reading = { run, from, to: from + 1, said: { ids: [languageModel.id(said)] } }
  return topicsIn(runs, languageModel, wordVectors)(reading as unknown as Reading)
}

const farm = 'Ann Price: Milk and cheese sell well, our farms have more cows, and diary exports grew.'

describe('topics', () => {
  it('tell which word goes with those around', () => {
    const topic = topicOf(farm, 'diary', 'dairy')
    expect(topic.saidAround).toBeGreaterThan(topic.heardAround)
    expect(topic.saidNearest).toBeGreaterThan(topic.heardNearest)
    expect(topic.saidInTopic).toBeGreaterThan(topic.heardInTopic)
    expect(topic.saidUntold + topic.heardUntold).toBe(0)
  })

  it('tell nothing of words of grammar', () => {
    expect(topicOf(farm, 'diary', 'there')).toMatchObject({ saidAround: 0, saidNearest: 0, saidUntold: 1 })
  })

  it('tell nothing where nothing is around', () => {
    expect(topicOf('Ann Price: Diary.', 'diary', 'dairy')).toMatchObject({ saidAround: 0, saidNearest: 0 })
  })
})
