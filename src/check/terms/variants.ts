import { irregularForms } from '../../text/irregular-forms.js'
import { stem } from '../../text/stem.js'
import { isStopWord } from '../../text/stop-words.js'
import { memo } from '../../text/memo.js'

/** Tells forms of the same words from other words; words in lower case, a space between. */
export interface Variants {
  /**
   * Whether they differ in spacing, hyphens, an article, the possessive, the plural, the comparative or the
   * participle only, or in words left out.
   */
  readonly areVariants: (heard: string, said: string) => boolean
  /** Whether a hyphen makes all the difference, a capital, the spelling of a country, or words of grammar. */
  readonly areSpelledAlike: (heard: string, said: string) => boolean
  /** Whether the words heard are parts of the words said. */
  readonly isCutUp: (heard: string, said: string) => boolean
  /** Whether they have the same stems: a slip of grammar rather than of hearing. */
  readonly shareStems: (heard: string, said: string) => boolean
  /** Whether number, tense and person make all the difference, or spaces and hyphens as well. */
  readonly areInflections: (heard: string, said: string) => boolean
}

export function variants(): Variants {
  const plain = memo((words: string) => words.replace(/[^a-z]/gu, ''))
  const partsOf = memo((words: string) => words.split(/[ -]/u))
  const bare = memo((words: string) => withoutEnding(withoutSmallWords(words)))
  const american = memo(americanSpelling)
  const stemOf = memo(stem)
  const stems = memo((words: string) => words.split(' ').map(stemOf).join(''))
  const isPlural = (one: string, other: string) =>
    other.length > one.length && /^e?s$/u.test(other.slice(one.length)) && other.startsWith(one)
  const uninflected = memo(withoutInflection)
  return {
    areInflections: (heard, said) => plain(heard) !== plain(said) && uninflected(heard) === uninflected(said),
    areVariants: (heard, said) =>
      plain(heard) === plain(said) ||
      bare(heard) === bare(said) ||
      isPlural(plain(said), plain(heard)) ||
      isPart(partsOf(said), partsOf(heard)),
    areSpelledAlike: (heard, said) =>
      plain(heard) === plain(said)
        ? /['-]/u.test(heard) || heard === said.replaceAll('-', ' ')
        : (american(heard) !== heard && bare(american(heard)) === bare(american(said))) ||
          american(heard) === american(said) ||
          (bare(heard) === bare(said) && heard.split(' ').length !== said.split(' ').length) ||
          isOnlyGrammar(partsOf(heard), partsOf(said)),
    isCutUp: (heard, said) => heard.includes(' ') && plain(heard) === plain(said),
    shareStems: (heard, said) => stems(heard) === stems(said),
  }
}

/** Without the comparative as well. */
const withoutSmallWords = (words: string): string =>
  words.replace(/^(?:an?|the|on) |^on an? | is$/gu, '').replace(/'s|er\b|[^a-z]/gu, '')

/** Without the plural and the participle. */
const withoutEnding = (word: string): string =>
  word
    .replace(/ies$/u, 'y')
    .replace(/(?<=ch|sh|ss|x)es$/u, '')
    .replace(/s$/u, '')
    .replace(/(?<=[a-z]{3}e)d$/u, '')

const withoutInflection = (words: string): string =>
  words
    .split(/[ -]/u)
    .map((word) => {
      const base = word.replace(/'s?$/u, '')
      return (irregularForms.get(base) ?? base)
        .replace(/ie[sd]$/u, 'y')
        .replace(/(?<=[a-z]{2}[^s])s$/u, '')
        .replace(/(?<=[a-z]{2})(?:ed|ing)$/u, '')
        .replace(/e$/u, '')
        .replace(/([b-df-hj-np-tv-z])\1$/u, '$1')
    })
    .join('')

/** British spellings as American ones; other words only so far that no two become the same. */
const americanSpelling = (words: string): string =>
  words
    .replace(/(?<=[a-z]{2})our(?=s?\b|ed|ing|able|ite|ful|hood|ly)/gu, 'or')
    .replace(/(?<=[a-z]{4})(?:is(?=e|ing|ation)|ys(?=e|ing))/gu, 'iz')
    .replace(/(?<=[a-z]{2}[aeiou])ll(?=ed\b|ing|ers?\b)/gu, 'l')
    .replace(/(?<=[a-z]{2}[bt])re(?=s?\b)/gu, 'er')
    .replace(/(?<=[a-z]{2}og)ue(?=s?\b)/gu, '')
    .replace(/(?<=[a-z]gram)me(?=s?\b)/gu, '')

/** Whether words of grammar, at either end or inside, are all that the one has more than the other. */
function isOnlyGrammar(heard: readonly string[], said: readonly string[]): boolean {
  const [longer, shorter] = heard.length > said.length ? [heard, said] : [said, heard]
  if (longer.length === shorter.length) return false
  let next = 0
  for (const word of longer) {
    if (word === shorter[next]) next++
    else if (!isStopWord(word)) return false
  }
  return next === shorter.length
}

function isPart(said: readonly string[], heard: readonly string[]): boolean {
  if (said.length >= heard.length) return false
  let from = 0
  return said.every((word) => (from = heard.indexOf(word, from) + 1) > 0)
}
