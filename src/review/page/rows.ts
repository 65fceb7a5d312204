import type { Origin } from '../../types.js'
import type { Part, Row } from '../view.js'

/** Marks in words, so that no origin is told by colour alone. */
export const ORIGIN_MARKS: Readonly<Record<Origin, string>> = {
  english: 'EN',
  mandarin: 'ZH',
  interpretation: 'ZH→EN',
  notice: 'note',
}

export const ORIGIN_NAMES: Readonly<Record<Origin, string>> = {
  english: 'English',
  mandarin: 'Mandarin',
  interpretation: 'Interpretation',
  notice: 'Notice',
}

/** Every part of a row. */
export function partsOf(row: Row): readonly Part[] {
  return row.kind === 'pair' ? [...row.mandarin.parts, ...row.interpretation.parts] : row.parts
}
