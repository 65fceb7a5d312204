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
      TOKEN.lastIndex = at
      const match = TOKEN.exec(piece)
      at = match ? push(at, TOKEN.lastIndex, kindOf(match)) : at + sizeAt(piece, at)
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

const HAN = String.raw`\p{Script=Han}`
const LETTER = String.raw`(?:(?!${HAN})[\p{L}\p{M}])`
const LETTER_OR_DIGIT = String.raw`(?:(?!${HAN})[\p{L}\p{M}\p{N}])`
const CURRENCY_CODE = 'RMB|CNY|CNH|USD|HKD|NTD|TWD|SGD|EUR|GBP|JPY|INR|AUD|CAD|US|HK|NT|Rs'
const UNIT = '(?:bn|mn|tn|mm|m|b|k|x|bps?|pct|km|kg|[kmgt]wh?|am|pm)'

const TOKEN = new RegExp(
  [
    String.raw`(?<han>${HAN}+)`,
    // RMB2,478 is a currency and a figure.
    String.raw`(?<code>(?:${CURRENCY_CODE})(?=\p{Nd}))`,
    // U.S., e.g., U.S.-listed
    String.raw`(?<dotted>[A-Za-z](?:\.[A-Za-z])+(?!${LETTER_OR_DIGIT})\.?(?:[-‑'’]${LETTER_OR_DIGIT}+)*)`,
    // 2,478.0 and 1,78.5; plain figures unless they begin a word (10-K, 3D, 12-month); 10bn is figure and unit.
    String.raw`(?<figure>\p{Nd}+(?:[.,]\p{Nd}+)+|\p{Nd}+(?=${UNIT}(?!${LETTER_OR_DIGIT}))` +
      String.raw`|\p{Nd}+(?!${LETTER_OR_DIGIT}|[-‑'’]${LETTER})|(?<![\p{L}\p{N}.])\.\p{Nd}+)`,
    // A dot joins only before a lower-case letter (ir.example.com): "only.The" has lost its space.
    String.raw`(?<word>(?!\p{M})${LETTER_OR_DIGIT}+(?:(?:[-‐‑'’ʼ&_]|\.(?=\p{Ll}))${LETTER_OR_DIGIT}+)*)`,
    String.raw`(?<symbol>[%％‰&#@*]|\p{S})`,
    String.raw`(?<mark>\.{2,}|…+|-{2,}|\p{P})`,
  ].join('|'),
  'uy',
)

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
      NGRAM_WORD.lastIndex = at
      const match = NGRAM_WORD.exec(piece)
      if (match) at = push(at, NGRAM_WORD.lastIndex, ngramForm(match[0]))
      else {
        const size = sizeAt(piece, at)
        cut ||= CUT.test(piece.slice(at, at + size))
        at += size
      }
    }
  }
  return words
}

const NGRAM_WORD = new RegExp(
  String.raw`${LETTER}+(?:['’&-]${LETTER}+)*|\p{Nd}[\p{Nd},]*(?:\.\p{Nd}+)?|[%$]`,
  'uy',
)
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
