import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Aligned } from '../../types.js'
import { isSameName, nameDistance, spelledAlike } from './alike.js'
import type { Speech } from './capitalised.js'
import type { Mention } from './mentions.js'
import { knownNames, type SplitName } from './split.js'

/** Distance up to which, and share of the same letters from which on, a word is the name: of one's own, of any. */
const farthestOfOwn = 0.25
const alikeOfOwn = 0.65
const farthest = 0.15
const alike = 0.75
/** Log10 of the probability from which on calls say a word of themselves. */
const said = -6.3
/** Times that a name is said for each time that it is spelled otherwise. */
const oftener = 3

/**
 * Names of one word spelled otherwise once or twice ("Ospray" for Osprey): a word that calls do not say, written
 * with a capital, like the company or a name that this call says often. People's names have checks of their own.
 */
export function respelledNames(
  doc: Aligned,
  speech: Speech,
  people: readonly Mention[],
  lexicon: Lexicon,
): SplitName[] {
  const { languageModel: model } = lexicon
  const persons = new Set(people.flatMap(({ words }) => words.map(({ form }) => form.toLowerCase())))
  const names = knownNames(doc, speech, persons, lexicon)
  if (names.length === 0) return []
  const odd = speech
    .flatMap(({ words }) => words)
    .filter(({ form, lower, capital }) => {
      const isKnown = model.id(lower) > 0 && model.unigram(model.id(lower)) > said
      return capital && !isKnown && /^\p{Lu}\p{Ll}{3,}$/u.test(form) && !persons.has(lower)
    })
  const times = new Map<string, number>()
  for (const { lower } of odd) times.set(lower, (times.get(lower) ?? 0) + 1)
  return odd.flatMap(({ form, lower, start, end }): SplitName[] => {
    const [best] = names
      .filter(
        ({ form: name, mentions }) =>
          !isSameName(name, form) && mentions.length >= oftener * times.get(lower)!,
      )
      .map((name) => ({ name, distance: nameDistance(form, name.form, lexicon) }))
      .filter(({ name, distance }) => {
        const letters = spelledAlike(form, name.form)
        return name.sure
          ? distance <= farthestOfOwn && letters >= alikeOfOwn
          : distance <= farthest && letters >= alike
      })
      .toSorted((a, b) => a.distance - b.distance)
    if (!best) return []
    const { name, distance } = best
    const confidence = name.sure ? 0.8 : 0.72
    return [{ start, end, heard: form, said: name.form, distance, confidence, proof: name.mentions }]
  })
}
