import type { Span } from '../../types.js'

/** What a figure counts. `written` is where the unit stands; an inherited unit points to its neighbour's. */
export type Unit =
  /**
   * ISO 4217 code; `$`, "dollars" and "cents" are USD, "yuan" and 元 CNY, unless a word says otherwise.
   * `cents`: the figure counts hundredths, which the value does not.
   */
  | { readonly kind: 'currency'; readonly code: string; readonly written: Span; readonly cents?: true }
  | { readonly kind: 'percent'; readonly written: Span }
  | { readonly kind: 'percentage-points'; readonly written: Span }
  | { readonly kind: 'basis-points'; readonly written: Span }
  /** Multiples: "2.8 times", "3x", "tenfold", "doubled", 倍, 翻番. */
  | { readonly kind: 'times'; readonly written: Span }
  /** A part of one, as "half of", "two-thirds", 三分之一. */
  | { readonly kind: 'fraction' }
  /** A physical measure under one name: GW, MWh, GB, m², t, bbl … */
  | { readonly kind: 'measure'; readonly unit: string; readonly written: Span }
  /** Things counted; the noun stands after the amount's span. */
  | { readonly kind: 'count'; readonly noun: string }
  | { readonly kind: 'none' }

export type Approximation = 'about' | 'over' | 'under' | 'nearly' | 'up to' | 'at least'

/** The scale word as written and its power of ten: billion 9, 万 4, 亿 8, "hundred million" 8. */
export interface Scale {
  readonly span: Span
  readonly word: string
  readonly power: number
}

/** A figure with all that belongs to it: approximation, sign, currency, figure, unit, "per share". */
export interface Amount extends Span {
  /** The span a correction would replace: "24.8 billion", "50%", "三分之一"; no currency, no unit words. */
  readonly figure: Span
  /** Signed, in units (not millions); percentages as stated, 50 for 50 %. NaN when malformed. */
  readonly value: number
  /** Half of the last stated digit's place: 2.48 billion → 5e6; exact counts 0.5; fractions 0.01. */
  readonly precision: number
  readonly unit: Unit
  /** What one of goes with the amount: "share", "ADS", "watt", "day", 股. */
  readonly per?: string
  /** −1 where a minus is stated: "minus", "negative", "-5%", 负. */
  readonly sign: 1 | -1
  readonly approximation?: Approximation
  readonly scale?: Scale
  readonly script: 'english' | 'chinese'
  /** Spelled out, or written in digits (with a scale word or without). */
  readonly form: 'digits' | 'words'
  /** What was taken over from the other end of a range: "2 to 3 percent". */
  readonly inherited?: readonly ('unit' | 'scale')[]
  /** What is wrong with digits such as "2873,000" and "1,78.5". */
  readonly malformed?: string
  /** What a malformed figure may have meant, likeliest first, signed and in units. */
  readonly candidates?: readonly number[]
}
