import { languagesOf } from '../../src/identify/bilingual.js'
import { contextOf } from '../../src/identify/context.js'
import { firstLook } from '../../src/identify/features.js'
import { possible } from '../../src/identify/identify.js'
import { spokenOrigins } from '../../src/identify/labels.js'
import { secondLook } from '../../src/identify/second-look.js'
import { marginalsOf, potentialsOf } from '../../src/identify/sequence.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import type { OriginModel } from '../../src/lexicon/origin-model.js'
import type { Labelled } from './examples.js'
import { learnWeights, type Example } from './optimise.js'
import { learnStyle } from './style.js'

/** What features are made of is learnt this many times over, each time without the calls whose features it gives. */
const folds = 5

const training = { labels: spokenOrigins.length, iterations: 200, regularisation: 1.5 }

/**
 * The origin model of labelled calls: the style table, the weights of the first look over features in which
 * each call is scored by a style learnt from other calls (cross-fitting), as new calls will be, and the weights
 * of the second look over guesses made likewise. Calls in English only teach style: whether a call is bilingual
 * at all is decided before.
 */
export function learnOrigins(calls: readonly Labelled[]): OriginModel {
  const bilingual = calls.filter(({ allowed }) => allowed.some((set) => set !== englishOnly))
  const english = calls.filter((call) => !bilingual.includes(call))
  const examples = bilingual.map((call, index) => ({ call, fold: index % folds }))
  const first = crossFit(
    examples,
    (others) => learnStyle([...others.map(({ call }) => call), ...english]),
    ({ call, fold }, style) => {
      const context = contextOf(call.doc, defaultLexicon(), style)
      return { ...call, fold, context, observations: firstLook(context) }
    },
  )
  const second = crossFit(
    first,
    (others) => learnWeights(others, training),
    ({ context, observations, ...example }, weights): Example => {
      const potentials = possible(context.doc, potentialsOf(observations, weights), languagesOf(context))
      return { ...example, observations: secondLook(context, observations, marginalsOf(potentials).unit) }
    },
  )
  return {
    style: learnStyle(calls),
    first: learnWeights(first, training),
    second: learnWeights(second, training),
  }
}

const englishOnly = 1 << spokenOrigins.indexOf('english')

/** Gives each item what was learnt from the items of the other folds. */
function crossFit<Item extends { readonly fold: number }, Learnt, Result>(
  items: readonly Item[],
  learn: (others: readonly Item[]) => Learnt,
  give: (item: Item, learnt: Learnt) => Result,
): Result[] {
  return Array.from({ length: folds }, (_, fold) => {
    const learnt = learn(items.filter((item) => item.fold !== fold))
    return items.filter((item) => item.fold === fold).map((item) => give(item, learnt))
  }).flat()
}
