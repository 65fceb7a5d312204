import type { Lexicon } from '../../lexicon/lexicon.js'
import { isSameName, nameDistance } from './alike.js'
import type { SpokenWord, Speech } from './capitalised.js'
import type { Mention, NamePart } from './mentions.js'
import { fullNames, surnameRanks, type FullName, type PersonVariant } from './people.js'

/**
 * Single names that nobody of the call bears: of a questioner who is thanked or asked just after his question
 * ("Thank you, Xiaoling"), and a surname spelled as another that sounds the same ("as Lee mentioned").
 */
export function calledByName(
  mentions: readonly Mention[],
  speech: Speech,
  corrected: readonly PersonVariant[],
  lexicon: Lexicon,
): PersonVariant[] {
  const people = fullNames(mentions)
  // A label of one word may be as misheard.
  const known = new Set(
    mentions
      .filter(({ kind, words }) => kind !== 'label' || words.length > 1)
      .flatMap(({ words }) => words.map(({ form }) => form.toLowerCase())),
  )
  const addressed = new Set(
    mentions
      .filter(({ kind, words }) => kind === 'titled' && words.length === 1)
      .map(({ words }) => words[0]!.form),
  )
  return speech.flatMap(({ words, turn }) =>
    words.flatMap((word, index) => {
      if (isVocativeRun(words, index)) return thankedInParts(words, index, people, known, turn, lexicon)
      if (!word.capital || word.opens || known.has(word.lower) || isPartOfRun(words, index)) return []
      const asked = isVocative(words, index) ? questioners(people, turn) : []
      return [
        ...thanked(word, asked, corrected, lexicon),
        ...homophone(word, addressed, mentions, lexicon),
      ].slice(0, 1)
    }),
  )
}

const isPartOfRun = (words: readonly SpokenWord[], index: number): boolean =>
  (words[index]!.glued && words[index - 1]!.capital) ||
  (words[index + 1]?.glued === true && words[index + 1]!.capital)

/** Two words with a capital after "thank you" and the like, or between commas. */
const isVocativeRun = (words: readonly SpokenWord[], index: number): boolean =>
  (courtesy.has(words[index - 1]?.lower ?? '') || isPartedOff(words, index)) &&
  words[index]!.capital &&
  words[index + 1]?.glued === true &&
  words[index + 1]!.capital &&
  !(words[index + 2]?.glued === true && words[index + 2]!.capital)

const isPartedOff = (words: readonly SpokenWord[], index: number): boolean =>
  !words[index]!.glued && !words[index]!.opens && words[index + 2]?.glued !== true

/** A given name heard as two words ("Thank you, Pay Wen") of somebody who has just spoken or been called. */
function thankedInParts(
  words: readonly SpokenWord[],
  index: number,
  people: readonly FullName[],
  known: ReadonlySet<string>,
  turn: number,
  lexicon: Lexicon,
): PersonVariant[] {
  const run = words.slice(index, index + 2)
  if (run.every(({ lower }) => known.has(lower))) return []
  const farthest = isPartedOff(words, index) ? 0.2 : alike
  const form = run.map((word) => word.form).join(' ')
  const ranked = people
    .filter(({ mentions }) => mentions.some((mention) => Math.abs(turn - mention.turn) <= reach))
    .flatMap(({ parts, mentions }) =>
      parts
        .filter((part) => part.length > 4 && Math.abs(part.length - form.length) <= 3)
        .map((said) => ({ said, mentions, distance: nameDistance(form, said, lexicon) })),
    )
    .toSorted((a, b) => a.distance - b.distance)
  const nearest = ranked[0]
  const next = ranked.find(({ said }) => !isSameName(said, nearest!.said))
  if (!nearest || nearest.distance > farthest || (next && next.distance - nearest.distance < 0.08)) return []
  if ([...run.map((word) => word.form), form].some((heard) => isSameName(heard, nearest.said))) return []
  const whole = { ...run[0]!, form, end: run[1]!.end }
  return [variantOf(whole, nearest.said, nearest.distance, 0.72, nearest.mentions)]
}

/** After "thank you", "sorry", a greeting. */
const isVocative = (words: readonly SpokenWord[], index: number): boolean =>
  words[index + 1]?.glued !== true && courtesy.has(words[index - 1]?.lower ?? '')

const courtesy: ReadonlySet<string> = new Set(['you', 'thanks', 'sorry', 'hi', 'hello'])

/** Those who spoke or were called up in the last turns. */
function questioners(people: readonly FullName[], turn: number): FullName[] {
  return people.filter(
    ({ mentions }) =>
      mentions.some(
        (mention) =>
          (mention.kind === 'label' || mention.kind === 'called') &&
          mention.turn < turn &&
          turn - mention.turn <= reach,
      ) && !mentions.some(({ kind }) => kind === 'titled'),
  )
}

const reach = 8
const alike = 0.33

function thanked(
  word: SpokenWord,
  asked: readonly FullName[],
  corrected: readonly PersonVariant[],
  lexicon: Lexicon,
): PersonVariant[] {
  // Of English names one may be short for the other (Kenny, Kenneth).
  if (lexicon.pronunciations.phones(word.form) !== undefined) return []
  const [nearest] = asked
    .flatMap(({ parts, mentions }) =>
      parts.map((part) => {
        const said = corrected.find(({ heard }) => isSameName(heard, part))?.said ?? part
        return { said, distance: nameDistance(word.form, said, lexicon), mentions }
      }),
    )
    .toSorted((a, b) => a.distance - b.distance)
  if (!nearest || nearest.distance > alike || nearest.distance === 0) return []
  return [variantOf(word, nearest.said, nearest.distance, 0.66, nearest.mentions)]
}

/** Exactly the sound of a surname by which someone of the call is addressed, itself a surname. */
function homophone(
  word: SpokenWord,
  addressed: ReadonlySet<string>,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): PersonVariant[] {
  if (!surnameRanks(lexicon.tables.surnames).has(word.lower)) return []
  const [said, ...others] = [...addressed].filter((name) => nameDistance(word.form, name, lexicon) === 0)
  if (said === undefined || others.length > 0) return []
  const proof = mentions.filter(({ words }) => words.some(({ form }) => form === said))
  return [variantOf(word, said, 0, 0.7, proof)]
}

function variantOf(
  { form, start, end }: SpokenWord,
  said: string,
  distance: number,
  confidence: number,
  proof: readonly Mention[],
): PersonVariant {
  const place: NamePart = { form, start, end }
  return { heard: form, said, distance, confidence, places: [place], proof }
}
