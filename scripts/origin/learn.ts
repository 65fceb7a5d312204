import { languagesOf, signsOf } from '../../src/identify/bilingual.js'
import { contextOf } from '../../src/identify/context.js'
import { firstLook } from '../../src/identify/features.js'
import { potentialsIn } from '../../src/identify/identify.js'
import { spokenOrigins } from '../../src/identify/labels.js'
import { secondLook } from '../../src/identify/second-look.js'
import { marginalsOf } from '../../src/identify/sequence.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import type { OriginModel } from '../../src/lexicon/origin-model.js'
import type { Labelled } from './examples.js'
import { learnLanguages } from './languages.js'
import { learnWeights, type Example } from './optimise.js'
import { learnStyle } from './style.js'

/** What features are made of is learnt this many times over, each time without the calls whose features it gives. */
const folds = 5

const training = { labels: spokenOrigins.length, iterations: 100, regularisation: 12 }

/**
 * The origin model of labelled calls: the style table; the weights of the first look over features in which
 * each call is scored by a style learnt from other calls (cross-fitting), as new calls will be; the weights
 * of the second look over guesses made likewise; and what tells that a call holds rendered Mandarin at all,
 * for which alone `others`, calls in English from elsewhere, count too.
 */
export function learnOrigins(calls: readonly Labelled[], others: readonly Labelled[] = []): OriginModel {
  const examples = [...calls, ...others].map((call, index) => ({
    call,
    fold: index % folds,
    isOther: index >= calls.length,
    rendered: call.allowed.some(
      (set, unit) => set === mandarinOnly && call.doc.segments[unit]!.script === 'latin',
    ),
    bilingual: call.allowed.some((set) => set !== englishOnly),
  }))
  const seen = crossFit(
    examples,
    (rest) => learnStyle(rest.flatMap(({ call, isOther }) => (isOther ? [] : [call]))),
    ({ call, ...example }, style) => {
      const context = contextOf(call.doc, defaultLexicon(), style)
      return { ...call, ...example, context, signs: signsOf(context) }
    },
  )
  const languages = learnLanguages(seen.filter(({ context }) => context.hanShare < writtenInHan))
  const first = seen
    .filter(({ bilingual, isOther }) => bilingual && !isOther)
    .map((example) => ({ ...example, observations: firstLook(example.context) }))
  const second = crossFit(
    first,
    (rest) => learnWeights(rest, training),
    ({ context, observations, ...example }, weights): Example => {
      const possibles = languagesOf(context, languages)
      const guesses = marginalsOf(potentialsIn(context, observations, weights, possibles)).unit
      return { ...example, observations: secondLook(context, observations, guesses) }
    },
  )
  return {
    languages,
    style: learnStyle(calls),
    first: learnWeights(first, training),
    second: learnWeights(second, training),
  }
}

/** Where Han is so much of a call, it shows Mandarin by itself, and echoes tell nothing of rendered Mandarin. */
const writtenInHan = 0.05

const englishOnly = 1 << spokenOrigins.indexOf('english')
const mandarinOnly = 1 << spokenOrigins.indexOf('mandarin')

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
