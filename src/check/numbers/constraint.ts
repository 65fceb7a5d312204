import { familyOf, type Figure } from '../../numbers/figures.js'
import type { Evidence } from '../../types.js'

/** What figures must satisfy together; the checks are named after what a violated one proves. */
export type ConstraintKind =
  'change' | 'multiple' | 'direction' | 'margin' | 'share' | 'sum' | 'mention' | 'reference'

/** The value a figure is taken to have, with half its last place. */
export interface Reading {
  readonly value: number
  readonly precision: number
}

/** How figures are read: as stated, or with one of them put right. */
export type Readings = (figure: Figure) => Reading

export interface Constraint {
  readonly kind: ConstraintKind
  readonly figures: readonly Figure[]
  /** Violated, it proves by itself that one of its figures is wrong; else only together with a likely mishearing. */
  readonly firm: boolean
  /** It asks so little that what satisfies it is not borne out. */
  readonly loose?: boolean
  /** Violated alone it is worth a look only. */
  readonly hint?: boolean
  /** What may leave out a part: violated it speaks only for two repairs that contradictions of their own speak for. */
  readonly joint?: boolean
  /** Violated, it is reported even where no mishearing explains it: the probability that the figure named is wrong. */
  readonly unexplained?: number
  holds(readings: Readings): boolean
  /** What a reader can redo; with the readings as stated it shows the contradiction. */
  evidence(readings: Readings): readonly Evidence[]
  /** The value of the figure that would satisfy it, where it can be computed from the others. */
  solve?(figure: Figure, readings: Readings): number | undefined
  /** How much likelier than its others the figure is the wrong one, −0.5 to 0.5; compares repairs only. */
  suspicion?(figure: Figure): number
  /** How far from likely the readings are that satisfy it; smaller is likelier. Compares repairs only. */
  strangeness?(readings: Readings): number
}

export const asStated: Readings = ({ value, precision }) => ({ value, precision })

/** Whether every figure of it could be read. */
export const isReadable = ({ figures }: Constraint): boolean =>
  figures.every(({ value }) => Number.isFinite(value) && value !== 0)

/** A half that was rounded either way is forgiven. */
export const SLACK = 1.02

/** The range the reading was rounded from, as a magnitude. */
export function rangeOf({ value, precision }: Reading): { readonly low: number; readonly high: number } {
  const magnitude = Math.abs(value)
  return { low: Math.max(0, magnitude - precision * SLACK), high: magnitude + precision * SLACK }
}

/** "nearly", "about": what a hedged figure may be off, as a share of its value. */
export const hedge = ({ approximation }: Figure): number => (approximation === undefined ? 0 : 0.06)

/** The figure for a formula: digits with their scale word's first letter, percentages with their sign. */
export function shown(figure: Figure, { value }: Reading): string {
  if (familyOf(figure) === 'share') return `${plain(value)}%`
  if (figure.unit.kind === 'percentage-points') return `${plain(value)} points`
  const magnitude = Math.abs(value)
  const scale = SCALES.find(({ power }) => magnitude >= 10 ** power)
  return scale ? `${plain(value / 10 ** scale.power)} ${scale.word}` : plain(value)
}

const SCALES = [
  { word: 'billion', power: 9 },
  { word: 'million', power: 6 },
] as const

/** Without the noise of binary fractions. */
export const plain = (value: number): string => String(Number(value.toPrecision(6)))
