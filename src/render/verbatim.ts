import type { Origin } from '../types.js'
import { paragraphsOf, type CleanNotice, type CleanTurn } from './clean.js'
import { plainText, type Paragraph } from './paragraphs.js'

/** Every spoken word, corrected; `[Mandarin]`, `[Interpretation]` or `[English]` where the origin changes. */
export function renderVerbatim(parts: readonly (CleanTurn | CleanNotice)[]): string {
  return plainText(parts, verbatimParagraphs())
}

/** Paragraphs with every spoken word; the turns must be asked for in order. */
export function verbatimParagraphs(): (turn: CleanTurn) => Paragraph[] {
  let current: Origin = 'notice'
  return ({ passages }) =>
    passages.flatMap((passage) => {
      const { origin } = passage
      const changes = origin !== 'notice' && origin !== current
      if (changes) current = origin
      return paragraphsOf(passage).map((pieces, index) => ({
        tag: changes && index === 0 ? tags[origin] : '',
        pieces,
      }))
    })
}

const tags = { english: '[English]', mandarin: '[Mandarin]', interpretation: '[Interpretation]' }
