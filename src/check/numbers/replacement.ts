import type { Figure } from '../../numbers/figures.js'
import { writeEnglish } from '../../text/amounts/amounts.js'

/** The value in the words of the figure that it replaces: its scale, its decimals, its way to spell. */
export function inWordsOf(text: string, figure: Figure, value: number): string {
  const written = writeEnglish(value, figure)
  if (figure.form !== 'words' || HYPHENED.test(text.slice(figure.figure.start, figure.figure.end)))
    return written
  return written.replaceAll('-', ' ')
}

const HYPHENED = /[a-z]-[a-z]/iu
