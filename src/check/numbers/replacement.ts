import type { Figure } from '../../numbers/figures.js'
import { writeEnglish } from '../../text/amounts/amounts.js'

/** The value in the words of the figure that it replaces: its scale, its decimals, its way to spell. */
export function inWordsOf(text: string, figure: Figure, value: number): string {
  const written = writeEnglish(value, figure)
  if (figure.form !== 'words' || HYPHENED.test(text.slice(figure.figure.start, figure.figure.end)))
    return written
  return written.replaceAll('-', ' ')
}

/** "41.30 million" in the place of "4.13 million" would claim more than was said. */
export const withoutIdleZeros = (words: string): string =>
  words.replace(/\.\d+/u, (fraction) => fraction.replace(/\.?0+$/u, ''))

const HYPHENED = /[a-z]-[a-z]/iu
