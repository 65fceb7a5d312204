import type { Figure } from '../../../numbers/figures.js'
import { writeChinese, writeEnglish } from '../../../text/amounts/amounts.js'
import { textOf } from '../../../text/spans.js'

/** The value in the words of the figure that it replaces: its scale, its decimals, its way to spell, its script. */
export function inWordsOf(text: string, figure: Figure, value: number): string {
  if (figure.script === 'chinese') return writeChinese(value, figure, textOf(text, figure.figure))
  const written = writeEnglish(value, figure)
  if (figure.form !== 'words' || HYPHENED.test(text.slice(figure.figure.start, figure.figure.end)))
    return written
  return written.replaceAll('-', ' ')
}

/** Whether another value can be put in the figure's place: 翻番 and 三分之一 would have to be worded anew. */
export const isWritable = ({ script, unit }: Figure): boolean =>
  script === 'english' || (unit.kind !== 'fraction' && unit.kind !== 'times')

/** "41.30 million" in the place of "4.13 million" would claim more than was said. */
export const withoutIdleZeros = (words: string): string =>
  words.replace(/\.\d+/u, (fraction) => fraction.replace(/\.?0+$/u, ''))

const HYPHENED = /[a-z]-[a-z]/iu
