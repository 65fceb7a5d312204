import type { Span } from '../../types.js'
import { isPlural } from './rendered.js'
import { plainForms, type PlainWord } from './words.js'

/** The words `from` … `to - 1` that differ from the rendering, and what stands for them there; none where all agree. */
export function differing(
  text: string,
  words: readonly PlainWord[],
  from: number,
  to: number,
  rendering: string,
): (Span & { readonly said: string }) | undefined {
  const whole = rendering.split(' ')
  const led = leading(whole.map((word) => word.toLowerCase()))
  const opened = leading(words.slice(from, to).map(({ word }) => word))
  const isSame = whole[0]!.toLowerCase() === words[from]!.word
  const said = isSame ? whole : whole.slice(led)
  const forms = said.map((word) => plainForms(word).join(' '))
  const first = isSame ? from : from + opened
  const shorter = Math.min(to - first, said.length) - 1
  let head = 0
  while (head < shorter && forms[head] === words[first + head]!.word) head++
  let tail = 0
  while (tail < shorter - head && forms[said.length - 1 - tail] === words[to - 1 - tail]!.word) tail++
  const span = { start: words[first + head]!.start, end: words[to - 1 - tail]!.end }
  const heard = text.slice(span.start, span.end)
  const kept = said.slice(head, said.length - tail).join(' ')
  const isSpelling = plainForms(kept).join('') === plainForms(heard).join('')
  if (isSpelling || losesPreposition(heard, kept)) return undefined
  return { ...span, said: inNumberOf(heard, kept) }
}

/** How many words without content open a phrase: "for the" of "for the full year". */
function leading(words: readonly string[]): number {
  let count = 0
  while (count < words.length - 1 && openers.has(words[count]!)) count++
  return count
}

const openers = new Set(['a', 'an', 'the', 'this', 'that', 'these', 'our', 'for', 'in'])

/** What follows "the proportion of" would be left without its preposition by "contribution". */
const losesPreposition = (heard: string, said: string): boolean =>
  /\s(?:of|to|for|in|on|into)$/iu.test(heard) && !/\s(?:of|to|for|in|on|into|by|from|with)$/u.test(said)

/** In the number of the words heard; a possessive of the interpreter's in its plain form. */
export function inNumberOf(heard: string, said: string): string {
  const plain = said.replace(/['’]s$/u, '')
  if (!isPlural(heard)) return heard === '' || pluralOnly.test(plain) ? plain : singularOf(plain)
  if (/s$|ing$|ed$|ly$|\d$/u.test(plain)) return plain
  if (/[^aeiou]y$/u.test(plain)) return plain.slice(0, -1) + 'ies'
  return plain + (/(?:ch|sh|x)$/u.test(plain) ? 'es' : 's')
}

const pluralOnly =
  /(?:earnings|sales|goods|securities|proceeds|savings|operations|logistics|electronics|overseas|analytics|headwinds|tailwinds|expenses|revenues|investors|economics|means|terms|assets|works)$/iu

const singularOf = (words: string): string =>
  isPlural(words)
    ? words
        .replace(/ies$/u, 'y')
        .replace(/(?<=ch|sh|ss|x)es$/u, '')
        .replace(/s$/u, '')
    : words
