import type { Span } from '../types.js'

/** A word, figure, run of Han characters, or mark; `%`, `$` and their like are symbols. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'han' | 'punctuation' | 'symbol'
}

/**
 * The tokens of the span (the whole text by default), in order, with offsets into the whole text.
 * Every letter and digit is in one. A word keeps its inner apostrophes, hyphens and dots (don't,
 * year-over-year, U.S., 10-K); a figure keeps its separators (2,478.0); Han runs are as long as they go.
 */
export function tokenize(text: string, span: Span = { start: 0, end: text.length }): Token[] {
  const tokens: Token[] = []
  const piece = text.slice(span.start, span.end)
  const pattern = patternsFor(piece).token
  const push = (from: number, to: number, kind: Token['kind']): number => {
    tokens.push({ start: span.start + from, end: span.start + to, kind })
    return to
  }
  for (let at = 0; at < piece.length;) {
    const code = piece.charCodeAt(at)
    const plain = isAsciiLetter(code) ? plainWordEnd(piece, at) : -1
    if (plain >= 0 && !mayGoOn(piece, plain)) at = push(at, plain, 'word')
    else if (isAsciiSpace(code)) at++
    else {
      pattern.lastIndex = at
      const match = pattern.exec(piece)
      at = match ? push(at, pattern.lastIndex, kindOf(match)) : at + sizeAt(piece, at)
    }
  }
  return tokens
}

/** Whether what stands at the end of a word of ASCII letters may belong to its token: figures, addresses, abbreviations. */
function mayGoOn(piece: string, end: number): boolean {
  const next = piece.charCodeAt(end)
  if (next === UNDERSCORE || isAsciiDigit(next)) return true
  if (next === DOT) return isAsciiLetter(piece.charCodeAt(end + 1))
  return isJoint(next) && isAsciiDigit(piece.charCodeAt(end + 1))
}

/** What the patterns are made of. */
interface Alphabet {
  readonly han: string
  readonly letter: string
  readonly letterOrDigit: string
  /** Inside a class: letters, Han too, and digits. */
  readonly alphanumeric: string
  readonly lower: string
  readonly mark: string
  readonly digit: string
  readonly symbol: string
  readonly punctuation: string
}

const everyAlphabet: Alphabet = {
  han: String.raw`\p{Script=Han}`,
  letter: String.raw`(?:(?!\p{Script=Han})[\p{L}\p{M}])`,
  letterOrDigit: String.raw`(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])`,
  alphanumeric: String.raw`\p{L}\p{N}`,
  lower: String.raw`\p{Ll}`,
  mark: String.raw`\p{M}`,
  digit: String.raw`\p{Nd}`,
  symbol: String.raw`\p{S}`,
  punctuation: String.raw`\p{P}`,
}

/** ASCII and the punctuation of typesetting: such patterns are cheap to compile, and most English needs no other. */
const plainAlphabet: Alphabet = {
  han: '[]',
  letter: '[A-Za-z]',
  letterOrDigit: '[A-Za-z0-9]',
  alphanumeric: 'A-Za-z0-9',
  lower: '[a-z]',
  mark: '[]',
  digit: '[0-9]',
  symbol: '[$+<=>^`|~]',
  punctuation: String.raw`[!-#%-*,\-.\/:;?@[-\]_{}‘’“”–—…]`,
}
const PLAIN = /^[\0-\x7f‘’“”–—…]*$/u

interface Patterns {
  readonly token: RegExp
  readonly ngramWord: RegExp
}

let plainPatterns: Patterns | undefined
let everyPatterns: Patterns | undefined

const patternsFor = (piece: string): Patterns =>
  PLAIN.test(piece)
    ? (plainPatterns ??= patternsOf(plainAlphabet))
    : (everyPatterns ??= patternsOf(everyAlphabet))

const CURRENCY_CODE = 'RMB|CNY|CNH|USD|HKD|NTD|TWD|SGD|EUR|GBP|JPY|INR|AUD|CAD|US|HK|NT|Rs'
const UNIT = '(?:bn|mn|tn|mm|m|b|k|x|bps?|pct|km|kg|[kmgt]wh?|am|pm)'

function patternsOf({
  han,
  letter,
  letterOrDigit,
  alphanumeric,
  lower,
  mark,
  digit,
  symbol,
  punctuation,
}: Alphabet): Patterns {
  const token = [
    `(?<han>${han}+)`,
    // RMB2,478 is a currency and a figure.
    `(?<code>(?:${CURRENCY_CODE})(?=${digit}))`,
    // U.S., e.g., U.S.-listed
    String.raw`(?<dotted>[A-Za-z](?:\.[A-Za-z])+(?!${letterOrDigit})\.?(?:[-‑'’]${letterOrDigit}+)*)`,
    // 2,478.0 and 1,78.5; plain figures unless they begin a word (10-K, 3D, 12-month); 10bn is figure and unit.
    `(?<figure>${digit}+(?:[.,]${digit}+)+|${digit}+(?=${UNIT}(?!${letterOrDigit}))` +
      String.raw`|${digit}+(?!${letterOrDigit}|[-‑'’]${letter})|(?<![${alphanumeric}.])\.${digit}+)`,
    // A dot joins only before a lower-case letter (ir.example.com): "only.The" has lost its space.
    String.raw`(?<word>(?!${mark})${letterOrDigit}+(?:(?:[-‐‑'’ʼ&_]|\.(?=${lower}))${letterOrDigit}+)*)`,
    `(?<symbol>[%％‰&#@*]|${symbol})`,
    String.raw`(?<mark>\.{2,}|…+|-{2,}|${punctuation})`,
  ].join('|')
  const ngramWord = String.raw`${letter}+(?:['’&-]${letter}+)*|${digit}(?:${digit}|,)*(?:\.${digit}+)?|[%$]`
  return { token: new RegExp(token, 'uy'), ngramWord: new RegExp(ngramWord, 'uy') }
}

function kindOf(match: RegExpExecArray): Token['kind'] {
  const { han, figure, symbol, mark } = match.groups!
  if (han !== undefined) return 'han'
  if (figure !== undefined) return 'number'
  if (symbol !== undefined) return 'symbol'
  if (mark !== undefined) return 'punctuation'
  return /\p{L}/u.test(match[0]) ? 'word' : 'number'
}

/** A word as the language model is asked for it. */
export interface NgramWord {
  readonly word: string
  readonly span: Span
  /** A stop or Han stands between it and the word before; the counts never cross one. */
  readonly cut: boolean
}

/**
 * The word sequence of the span as the n-gram counts see it: lower case, straight apostrophes, figures as
 * `<n>`, `%` and `$` words of their own, hyphens and apostrophes only between letters (year-over-year, but
 * COVID-19 is `covid <n>`), other punctuation ignored.
 */
export function ngramWords(text: string, span: Span = { start: 0, end: text.length }): NgramWord[] {
  const words: NgramWord[] = []
  const piece = text.slice(span.start, span.end)
  const pattern = patternsFor(piece).ngramWord
  let cut = false
  const push = (from: number, to: number, word: string): number => {
    words.push({ word, span: { start: span.start + from, end: span.start + to }, cut })
    cut = false
    return to
  }
  for (let at = 0; at < piece.length;) {
    const code = piece.charCodeAt(at)
    const plain = isAsciiLetter(code) ? plainWordEnd(piece, at) : -1
    if (plain >= 0) {
      at = push(at, plain, piece.slice(at, plain).toLowerCase().replaceAll('’', "'"))
    } else if (isAsciiSpace(code)) at++
    else {
      pattern.lastIndex = at
      const match = pattern.exec(piece)
      if (match) at = push(at, pattern.lastIndex, ngramForm(match[0]))
      else {
        const size = sizeAt(piece, at)
        cut ||= CUT.test(piece.slice(at, at + size))
        at += size
      }
    }
  }
  return words
}

const CUT = /[.?!…。！？]|\p{Script=Han}/u

function ngramForm(word: string): string {
  if (/^\p{Nd}/u.test(word)) return '<n>'
  const lower = word.toLowerCase().replaceAll('’', "'")
  return /^[ -~]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '')
}

/** One token in the form of the n-gram counts; several words joined by a space (COVID-19 → `covid <n>`). */
export const normalWord = (text: string): string =>
  ngramWords(text)
    .map(({ word }) => word)
    .join(' ')

/**
 * Where the word of ASCII letters at `at` ends, with what its apostrophes, hyphens and `&` join; −1 where a
 * letter of another kind may go on. Most words of a call are such, and the patterns above are dear.
 */
function plainWordEnd(piece: string, at: number): number {
  let end = at
  for (;;) {
    while (isAsciiLetter(piece.charCodeAt(end))) end++
    const next = piece.charCodeAt(end)
    const following = piece.charCodeAt(end + 1)
    if (isJoint(next) && isAsciiLetter(following)) end++
    else return next > 0x7f || (following > 0x7f && !isAsciiSpace(next)) ? -1 : end
  }
}

const DOT = 0x2e
const UNDERSCORE = 0x5f
const isAsciiLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a
const isAsciiDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const isAsciiSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d)
const isJoint = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2d || code === 0x26
const sizeAt = (piece: string, at: number): number => (piece.codePointAt(at)! > 0xffff ? 2 : 1)
