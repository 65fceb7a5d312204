import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Aligned } from '../../types.js'
import { isOrdinary, isSameName, nameDistance } from './alike.js'
import type { Mention } from './mentions.js'
import { fullNames, type PersonVariant } from './people.js'

/**
 * "Mr. Way" where nobody is called Way but a Mr. Wei is: the name after a title that no full name of the call
 * has, near in sound to that of just one person who is addressed so.
 */
export function titledVariants(mentions: readonly Mention[], lexicon: Lexicon): PersonVariant[] {
  const unknown = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const { kind, words } = mention
    const name = words[0]!.form
    if (kind !== 'titled' || words.length > 1 || name.length < 2) continue
    unknown.set(name, [...(unknown.get(name) ?? []), mention])
  }
  const known = [...new Set(fullNames(mentions).flatMap(({ parts }) => parts))]
  for (const name of unknown.keys()) if (known.some((part) => isSameName(part, name))) unknown.delete(name)
  const addressed = addressedSurnames(mentions)
  return [...unknown].flatMap(([heard, places]) => {
    const ranked = addressed
      .map((person) => ({ ...person, distance: nameDistance(heard, person.surname, lexicon) }))
      .toSorted((a, b) => a.distance - b.distance)
    const [nearest, next] = ranked
    if (!nearest) return []
    const near = places.some(({ turn }) => nearest.mentions.some((mention) => mention.turn === turn))
    const speaksNext = places.some((place) => nearest.mentions.some((mention) => isNextLabel(place, mention)))
    if (nearest.distance > (speaksNext ? farthestOfNext : farthest(heard, near, lexicon))) return []
    if (!speaksNext && next && next.distance - nearest.distance < 0.08) return []
    const often =
      places.length > 1 && places.length >= nearest.mentions.filter(({ kind }) => kind === 'titled').length
    if (often) return []
    return [
      {
        heard,
        said: nearest.surname,
        distance: nearest.distance,
        confidence: near || speaksNext ? 0.86 : isOrdinary(heard, lexicon.languageModel) ? 0.75 : 0.66,
        places: places.map(({ words }) => words[0]!),
        proof: nearest.mentions,
      },
    ]
  })
}

/** Sound distance up to which "Mr. Song, please" hands over to the Sang who speaks next. */
const farthestOfNext = 0.45

/** Whether a turn ends with the place and the label of the next is the mention. */
const isNextLabel = (place: Mention, { kind, turn, start }: Mention): boolean =>
  kind === 'label' && turn === place.turn + 1 && start - place.end <= courtesy

/** UTF-16 code units of "please go ahead" and what stands before a label. */
const courtesy = 60

/** Another surname in pinyin may be another person's; in the turn in which the person is introduced it hardly is. */
function farthest(heard: string, near: boolean, { tables }: Lexicon): number {
  const another = tables.surnames.some(
    ({ name, romanisation }) => romanisation === 'mandarin' && isSameName(name, heard),
  )
  return another ? 0.2 : near ? 0.4 : 0.33
}

/** "Mr. Shen Zong": the Mandarin title (总) kept after the English one. */
export function doublyTitled(mentions: readonly Mention[]): PersonVariant[] {
  const surnames = addressedSurnames(mentions)
  return mentions.flatMap(({ kind, words }) => {
    const [name, title] = words
    if (kind !== 'titled' || words.length !== 2 || title!.form !== 'Zong') return []
    const person = surnames.find(({ surname }) => isSameName(surname, name!.form))
    if (!person) return []
    const place = { form: `${name!.form} Zong`, start: name!.start, end: title!.end }
    return [
      {
        heard: place.form,
        said: name!.form,
        distance: 0,
        confidence: 0.8,
        places: [place],
        proof: person.mentions,
      },
    ]
  })
}

interface Addressed {
  readonly surname: string
  readonly mentions: readonly Mention[]
}

/** The people of the call with the part of their name that follows a title, if any does; else either end. */
function addressedSurnames(mentions: readonly Mention[]): Addressed[] {
  const alone = new Set(
    mentions
      .filter(({ kind, words }) => kind === 'titled' && words.length === 1)
      .map(({ words }) => words[0]!.form.toLowerCase()),
  )
  const found = new Map<string, Mention[]>()
  for (const { parts, mentions: own } of fullNames(mentions)) {
    if (!own.some(({ kind }) => kind === 'titled' || kind === 'label' || kind === 'listed')) continue
    const ends = [parts[0]!, parts.at(-1)!]
    const used = ends.filter((part) => alone.has(part.toLowerCase()))
    for (const surname of used.length > 0 ? used.slice(0, 1) : ends) {
      const titled = mentions.filter(
        ({ kind, words }) => kind === 'titled' && words.length === 1 && isSameName(words[0]!.form, surname),
      )
      found.set(surname, [...(found.get(surname) ?? []), ...own, ...titled])
    }
  }
  return [...found].map(([surname, all]) => ({ surname, mentions: all }))
}

/**
 * "Lu total": the Mandarin title (总) translated, after the surname of a person whom the call gives an English one; and
 * "Nee Zong", the title in pinyin after what only sounds like the surname.
 */
export function translatedTitles(
  { text, origins }: Aligned,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): PersonVariant[] {
  const people = addressedSurnames(mentions).flatMap(({ surname, mentions: all }) => {
    const titles = mentions
      .filter(({ kind, words }) => kind === 'titled' && words.some(({ form }) => isSameName(form, surname)))
      .map(
        ({ start }) => /\b(?:Mr|Ms|Mrs|Dr)\.?(?=\s*$)/u.exec(text.slice(Math.max(0, start - 6), start))?.[0],
      )
      .filter((title) => title !== undefined)
    return titles.length > 0 ? [{ surname, title: titles[0]!, mentions: all }] : []
  })
  const bearer = (heard: string, title: string) => {
    const same = people.find(({ surname }) => isSameName(surname, heard))
    if (same || title === 'total') return title === 'total' ? same && { ...same, distance: 0 } : undefined
    const [nearest, next] = people
      .map((person) => ({ ...person, distance: nameDistance(heard, person.surname, lexicon) }))
      .toSorted((a, b) => a.distance - b.distance)
    return nearest && nearest.distance <= 0.33 && !(next && next.distance - nearest.distance < 0.08)
      ? nearest
      : undefined
  }
  return origins
    .filter(({ origin }) => origin === 'mandarin')
    .flatMap((span) =>
      [...text.slice(span.start, span.end).matchAll(/\b(\p{Lu}\p{Ll}+) (total|Zong)\b(?! \1 \2)/gu)].flatMap(
        (match) => {
          const person = bearer(match[1]!, match[2]!)
          if (!person) return []
          const start = span.start + match.index
          const place = { form: match[0], start, end: start + match[0].length }
          const said = `${person.title} ${person.surname}`
          const { mentions: proof, distance } = person
          const confidence = match[2] === 'total' ? 0.9 : 0.72
          return [{ heard: match[0], said, distance, confidence, places: [place], proof }]
        },
      ),
    )
}
