import { franc, francAll } from 'franc'

/** `other`: neither English nor Mandarin; `unknown`: no letters to tell by. */
export type Language = 'english' | 'mandarin' | 'other' | 'unknown'

/**
 * The language a piece is written in. Cut at script borders first: a piece of both scripts gets the language
 * of the script that holds more words. Neither language is only reported for kana, Hangul or another
 * alphabet, and for Latin letters in pieces longer than 60 characters. Mandarin that a recogniser rendered
 * as English words is English here; telling it apart is the task of the origin.
 */
export function languageOf(text: string): Language {
  const han = count(text, HAN)
  const latin = count(text, LATIN)
  const kana = count(text, KANA_OR_HANGUL)
  const rest = count(text, LETTER) - han - latin - kana
  if (han + latin + kana + rest === 0) return 'unknown'
  // A Han character, kana or Hangul syllable carries about as much as two or three Latin letters.
  const words = latin / LATIN_LETTERS_A_CHARACTER
  if (kana > 0 && kana * 4 >= kana + han && kana >= words) return 'other'
  if (rest > han + latin) return 'other'
  if (han >= words) return nameOf(franc(text.replace(NOT_HAN, ''), SHORT))
  const letters = text.replace(NOT_LATIN, ' ')
  return letters.length > LONG ? longLatin(letters) : nameOf(franc(letters, SHORT))
}

const HAN = /\p{Script=Han}/gu
const LATIN = /\p{Script=Latin}/gu
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const LETTER = /\p{L}/gu
const NOT_HAN = /\P{Script=Han}+/gu
const NOT_LATIN = /[^\p{Script=Latin}\p{M}'’]+/gu
const LATIN_LETTERS_A_CHARACTER = 2.5
const LONG = 60
/**
 * English is ruled out where it fits this much worse than the best language (which franc scores 1): no piece
 * of 61 to 99 letters of English calls, names and all, falls to 0.66, and none of 100 or more to 0.87.
 */
const RULED_OUT = { short: 0.65, long: 0.8 }

const SHORT = { only: ['eng', 'cmn'], minLength: 1 }
const WIDE = {
  only: 'eng spa fra deu por ita nld vie ind tgl swe pol tur ron'.split(' '),
  minLength: 1,
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const nameOf = (code: string): Language =>
  code === 'cmn' ? 'mandarin' : code === 'eng' ? 'english' : 'unknown'

function longLatin(letters: string): Language {
  const english = francAll(letters, WIDE).find(([code]) => code === 'eng')
  const least = letters.length < 100 ? RULED_OUT.short : RULED_OUT.long
  return english && english[1] < least ? 'other' : 'english'
}
