import type { Amount, Unit } from './amount.js'

/**
 * Whether two amounts say the same value: the finer one rounds to the coarser. Shares compare with
 * shares (half = 50 %, 50 basis points = 0.5 points); currencies are not compared, only values.
 */
export function sameValue(a: Amount, b: Amount): boolean {
  const [first, second] = [normal(a), normal(b)]
  return (
    first.family === second.family &&
    agree(first.value, second.value, Math.max(first.precision, second.precision))
  )
}

/**
 * The power of ten by which `b` is larger than `a` (1: ten times; −1: a tenth), 0 when they agree;
 * undefined when their leading digits differ, or are too few to mean anything: two significant digits
 * on both sides, or one equal digit with a scale word on both.
 */
export function powerOfTenApart(a: Amount, b: Amount): number | undefined {
  if (sameValue(a, b)) return 0
  const [first, second] = [normal(a), normal(b)]
  if (first.family !== second.family || !(first.value * second.value > 0)) return undefined
  const power = Math.round(Math.log10(second.value / first.value))
  const ratio = 10 ** power
  if (!agree(first.value * ratio, second.value, Math.max(first.precision * ratio, second.precision)))
    return undefined
  const enough =
    Math.min(significantDigits(a), significantDigits(b)) >= 2 ||
    (a.scale && b.scale && significantDigits(a) === significantDigits(b))
  return enough ? power : undefined
}

interface Normal {
  readonly family: 'share' | 'points' | 'times' | 'quantity'
  readonly value: number
  readonly precision: number
}

function normal(amount: Amount): Normal {
  const { family, factor } = FAMILIES[amount.unit.kind]
  return { family, value: amount.value * factor, precision: amount.precision * factor }
}

const FAMILIES: Readonly<
  Record<Unit['kind'], { readonly family: Normal['family']; readonly factor: number }>
> = {
  percent: { family: 'share', factor: 1 },
  fraction: { family: 'share', factor: 100 },
  'percentage-points': { family: 'points', factor: 1 },
  'basis-points': { family: 'points', factor: 0.01 },
  times: { family: 'times', factor: 1 },
  currency: { family: 'quantity', factor: 1 },
  measure: { family: 'quantity', factor: 1 },
  count: { family: 'quantity', factor: 1 },
  none: { family: 'quantity', factor: 1 },
}

/** A little is forgiven for binary fractions. */
const agree = (a: number, b: number, tolerance: number): boolean =>
  Math.abs(a - b) <= tolerance + 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** Digits from the first to the last that is not zero: 2 for 24,000,000. */
function significantDigits(amount: Amount): number {
  const [mantissa] = Math.abs(amount.value).toExponential(12).split('e')
  return mantissa!.replace('.', '').replace(/0+$/u, '').length
}
