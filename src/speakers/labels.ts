import { similarity } from '../text/distance.js'

/** What a label tells of a person: his name, the number a machine gave him, or that nobody knows him. */
export type LabelKind = 'name' | 'numbered' | 'unnamed' | 'part'

/**
 * `numbered`: a recogniser's own ("spk02", "Speaker 3", "Q3", "发言人 2"); `unnamed`: an editor's ("Unidentified
 * Analyst", "Unknown"); `part`: an office or part in place of a name ("Operator", "Interpreter", "CFO").
 */
export function labelKind(label: string): LabelKind {
  const plain = label.trim().toLowerCase()
  if (numbered.test(plain)) return 'numbered'
  if (unnamed.test(plain)) return 'unnamed'
  if (part.test(plain)) return 'part'
  return 'name'
}

const numbered =
  /^(?:spk|spkr|speaker|voice|caller|channel|participant|q|发言人|發言人|说话人|說話人)[ _#-]?\d{1,3}$/u
const unnamed = /^(?:unidentified|unknown|unnamed|unverified|unspecified)\b|^speaker$|^未知/u
const part =
  /\b(?:operator|moderator|coordinator|interpreter|translator|analyst|executive|representative|participants?|officer|director|chief|chair\p{L}*|president|ceo|cfo|coo|cto|relations|management|company|research|securities|controller)\b|翻译|主持|接线|口译/u

/** A name as a key: case, order of surname, hyphens and marks do not matter. */
export const nameKey = (name: string): string => wordsOf(name).toSorted().join(' ')

/** The words of a name, lower case, without titles and initials. */
export const wordsOf = (name: string): string[] =>
  (name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => word.length > 1 && !titles.has(word))

const titles: ReadonlySet<string> = new Set(['mr', 'ms', 'mrs', 'miss', 'dr', 'prof', 'sir'])

/** Whether two names may be one person's: they share a word, or are spelled much alike. */
export function mayBeOne(a: string, b: string): boolean {
  const [one, two] = [wordsOf(a), wordsOf(b)]
  if (one.length === 0 || two.length === 0) return true
  return (
    one.some((word) => two.some((other) => word === other || similarity(word, other) >= alike)) ||
    similarity(one.join(''), two.join('')) >= alike
  )
}

const alike = 0.6
