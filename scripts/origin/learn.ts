import { observe } from '../../src/identify/features.js'
import { spokenOrigins } from '../../src/identify/labels.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import type { OriginModel } from '../../src/lexicon/origin-model.js'
import type { Labelled } from './examples.js'
import { learnWeights } from './optimise.js'
import { learnStyle } from './style.js'

/** Style is learnt this many times over, each time without the calls whose features it gives. */
const folds = 5

/**
 * The origin model of labelled calls: the style table, then the sequence model's weights over features
 * in which each call is scored by a style learnt from other calls (cross-fitting), as new calls will be.
 * Calls in English only teach style: whether a call is bilingual at all is decided before.
 */
export function learnOrigins(calls: readonly Labelled[]): OriginModel {
  const bilingual = calls.filter(({ allowed }) => allowed.some((set) => set !== englishOnly))
  const english = calls.filter((call) => !bilingual.includes(call))
  const examples = Array.from({ length: folds }, (_, fold) => {
    const style = learnStyle([...bilingual.filter((_, index) => index % folds !== fold), ...english])
    return bilingual
      .filter((_, index) => index % folds === fold)
      .map(({ doc, allowed, weight }) => ({
        observations: observe(doc, defaultLexicon(), style),
        allowed,
        weight,
      }))
  }).flat()
  const weights = learnWeights(examples, {
    labels: spokenOrigins.length,
    iterations: 200,
    regularisation: 1.5,
  })
  return { style: learnStyle(calls), weights }
}

const englishOnly = 1 << spokenOrigins.indexOf('english')
