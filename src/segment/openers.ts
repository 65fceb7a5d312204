import { textOf } from '../text/spans.js'
import type { Token } from '../text/tokens.js'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Open sentences and are hardly ever part of a name: a capital alone shows a lost full stop. */
const STRONG = words(
  `so but we however because although therefore thus hence finally secondly thirdly fourthly lastly
  meanwhile moreover furthermore additionally besides overall our this these those they it he she you thank
  thanks hello it's that's there's we're we've we'll they're let's and also if when while since
  what how why could would firstly basically actually currently specifically regarding looking okay please`,
)

/** Open sentences, and stand in names and titles too. */
const WEAK = words(
  `a an he she you in the for at as of on by with from to after before during under given based compared among through
  now then there that here next all some many both each most my your their its his her which who where can do
  does did is are has have until within like despite first second third fourth fifth last another good yes no
  well hi sure right again`,
)

/** Of these, the ones that a capital after them shows to be in a name (To Be …, For Sale). */
const IN_NAMES = words('for at as of on to all no can do last next most some many both like good now')

const ORDINALS = words('first second third fourth fifth')
/** What follows an ordinal that opens a sentence, unless a comma does. */
const AFTER_ORDINAL = words('of is we our the i in on for to question one let thing point all')

/** A word before which no sentence has ended. */
const BINDING = words(
  `a an the of in on at to for from by with and or nor as our your their his her its my this that these those
  is are was were be been being am that's it's here's what's will would can could may might shall should must not than into onto per via
  between among under over through about like during before after since until without within including called named mr ms mrs dr we i they he she`,
)

/** Whether a word can open a sentence (lower case, straight apostrophe). */
export const opensSentence = (word: string): boolean => STRONG.has(word) || WEAK.has(word)

export const isBinding = (word: string): boolean => BINDING.has(word)

/**
 * Whether a full stop was lost before the token: a capitalised opener directly after a lower-case word, a
 * figure or "%" ("in history Finally This quarter", "28% In September"), or an opener that no name begins
 * with after any word or a comma ("on fast development track, This quarter"). Never before titles (the Second Quarter) or after words that bind (of The …).
 */
export function lostStopBefore(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!
  const before = tokens[index - 1]
  if (token.kind !== 'word' || !before) return false
  const word = textOf(text, token)
  if (!/^\p{Lu}(?:\p{Ll}|['’ ]|$)/u.test(word) || /^I(?:['’]|$)/.test(word)) return false
  const lower = wordForm(word)
  const strong = STRONG.has(lower)
  if (!strong && !WEAK.has(lower)) return false
  const previous = textOf(text, before)
  if (previous === ',') return strong && !startsName(text, tokens[index + 1])
  if (before.kind === 'punctuation' || (before.kind === 'symbol' && !/[%％]/u.test(previous))) return false
  if (lower === 'so') return true
  if (BINDING.has(wordForm(previous)) || !/\s/u.test(text[token.start - 1]!)) return false
  if (ORDINALS.has(lower)) return followsOrdinal(text, tokens[index + 1]) && !isName(previous)
  if (IN_NAMES.has(lower) && startsName(text, tokens[index + 1])) return false
  return strong || !isName(previous)
}

const startsName = (text: string, next: Token | undefined): boolean =>
  next?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(textOf(text, next))

function followsOrdinal(text: string, next: Token | undefined): boolean {
  const following = next ? textOf(text, next) : ''
  return following === ',' || AFTER_ORDINAL.has(following)
}

/** Capitalised and without a digit: part of a name or title, unlike Q3. */
const isName = (word: string): boolean => /^\p{Lu}\P{N}*$/u.test(word)

/** Lower case with straight apostrophes: how the tables write words. */
export const wordForm = (word: string): string => word.toLowerCase().replaceAll('’', "'")
