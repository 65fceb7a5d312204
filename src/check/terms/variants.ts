import { stem } from '../../text/stem.js'
import { memo } from './memo.js'

/** Tells forms of the same words from other words; words in lower case, a space between. */
export interface Variants {
  /**
   * Whether they differ in spacing, hyphens, an article, the possessive, the plural, the comparative or the
   * participle only, or in words left out.
   */
  readonly areVariants: (heard: string, said: string) => boolean
  /** Whether a hyphen makes all the difference, or a capital. */
  readonly areSpelledAlike: (heard: string, said: string) => boolean
  /** Whether the words heard are parts of the words said. */
  readonly isCutUp: (heard: string, said: string) => boolean
  /** Whether they have the same stems: a slip of grammar rather than of hearing. */
  readonly shareStems: (heard: string, said: string) => boolean
}

export function variants(): Variants {
  const plain = memo((words: string) => words.replace(/[^a-z]/gu, ''))
  const bare = memo((words: string) => withoutEnding(withoutSmallWords(words)))
  const stemOf = memo(stem)
  const stems = memo((words: string) => words.split(' ').map(stemOf).join(''))
  return {
    areVariants: (heard, said) =>
      plain(heard) === plain(said) || bare(heard) === bare(said) || isPart(said, heard),
    areSpelledAlike: (heard, said) =>
      plain(heard) === plain(said)
        ? /['-]/u.test(heard) || heard === said.replaceAll('-', ' ')
        : bare(heard) === bare(said) && heard.split(' ').length !== said.split(' ').length,
    isCutUp: (heard, said) => heard.includes(' ') && plain(heard) === plain(said),
    shareStems: (heard, said) => stems(heard) === stems(said),
  }
}

const withoutSmallWords = (words: string): string =>
  words.replace(/^(?:an?|the|on) |^on an? | is$/gu, '').replace(/'s|[^a-z]/gu, '')

/** Without the plural, the comparative and the participle. */
const withoutEnding = (word: string): string =>
  word
    .replace(/ies$/u, 'y')
    .replace(/(?<=ch|sh|ss|x)es$/u, '')
    .replace(/s$/u, '')
    .replace(/(?<=[a-z]{3}e)d$/u, '')
    .replaceAll('er', '')

function isPart(said: string, heard: string): boolean {
  if (said.length >= heard.length) return false
  const words = heard.split(/[ -]/u)
  let from = 0
  return said.split(/[ -]/u).every((word) => (from = words.indexOf(word, from) + 1) > 0)
}
