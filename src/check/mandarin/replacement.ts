import type { Span } from '../../types.js'
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
  return { ...span, said: withoutEcho(text, span, kept) }
}

/** Without words that already stand right before or after the place. */
function withoutEcho(text: string, { start, end }: Span, said: string): string {
  const before = /\S+(?= $)/u.exec(text.slice(Math.max(0, start - 40), start))?.[0].toLowerCase()
  const after = /(?<=^ )[^\s.,;:!?]+/u.exec(text.slice(end, end + 40))?.[0].toLowerCase()
  const words = said.split(' ')
  const from = words.length > 1 && words[0]!.toLowerCase() === before ? 1 : 0
  const to = words.length > from + 1 && words.at(-1)!.toLowerCase() === after ? -1 : words.length
  return words.slice(from, to).join(' ')
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

/**
 * A comparison with an earlier period as its place asks for it: after "on the" a noun, and before a verb, a figure
 * or a mark without "the".
 */
export function comparedAsPlaced<Place extends Span & { readonly said: string }>(
  text: string,
  place: Place,
): Place {
  const noun = comparisons.find(({ said }) => said.test(place.said))?.noun
  if (!noun) return place
  const led = text.slice(Math.max(0, place.start - 20), place.end)
  const period = /\b(?:on|to|than|with|from) the (\S+(?: ratio)?)$/iu.exec(led)?.[1]
  if (period) return { ...place, start: place.end - period.length, said: noun }
  const after = text.slice(place.end, place.end + 20)
  const isAlone = /^(?:[.,]| (?:increased|grew|rose|fell|decreased|declined|dropped|\d))/u.test(after)
  const hasArticle = text.slice(place.start - 5, place.start) === ' the '
  return isAlone && hasArticle ? { ...place, start: place.start - 'the '.length } : place
}

const comparisons = [
  { said: /^year-o(?:ver|n)-year$/u, noun: 'same period last year' },
  { said: /^quarter-o(?:ver|n)-quarter$|^sequential(?:ly)?$/u, noun: 'previous quarter' },
]
