import { familyOf, significance, type Figure } from '../../../numbers/figures.js'
import type { Constraint, Reading, Readings } from '../constraint.js'
import type { Candidate, Repair, State, Told } from './fault.js'
import { heardAlike, type HeardAlike } from '../told/heard.js'

/** Values for the figure that mend some contradiction and break nothing that holds, best first. */
export function candidatesFor(figure: Figure, state: State): Candidate[] {
  const { readings, open, near, told } = state
  const broken = near(figure).filter((constraint) => open.has(constraint) && !constraint.joint)
  if (broken.length === 0) return []
  const whole = near(figure).filter((constraint) => !open.has(constraint) && constraint.holds(readings))
  const isCounted = figure.origin !== 'mandarin'
  const alike = told.times(figure, figure.value) - (isCounted ? 1 : 0)
  // The interpretation is no second witness of itself.
  const timesTold = (value: number): number =>
    isCounted ? told.times(figure, value) : Math.max(0, told.times(figure, value) - 1)
  return [
    ...heardAlike(figure),
    ...droppedFrom(figure, broken, readings),
    ...computedFor(figure, broken, readings),
  ]
    .flatMap((heard): Candidate[] => {
      const instead: Readings = (other) => (other === figure ? heard : readings(other))
      const mends = broken.filter((constraint) => constraint.holds(instead))
      if (mends.length === 0) return []
      const breaks = whole.filter((constraint) => !constraint.holds(instead))
      if (breaks.length >= mends.length) return []
      const proof = proofOf(figure, heard, mends, whole, state)
      if (!proof) return []
      const strange = Math.max(...mends.map((constraint) => constraint.strangeness?.(instead) ?? 0))
      const telling = significance(figure) >= 3 || mends.some(({ kind }) => kind === 'mention')
      const again = telling ? Math.max(-1, Math.min(1, timesTold(heard.value) - alike)) : 0
      const off = offCentre(figure, heard, mends, readings)
      const score =
        mends.length -
        2 * breaks.length -
        0.2 * (broken.length - mends.length) +
        (isCounted ? heard.weight : Math.min(heard.weight, OF_MANDARIN)) -
        0.5 * strange +
        0.1 * again +
        Math.max(...mends.map((constraint) => constraint.suspicion?.(figure) ?? 0)) +
        0.1 * usual(figure, heard, told) +
        (isComputed(figure, mends[0]!) ? COMPUTED : 0) -
        (proof === 'none' ? UNPROVEN : 0) -
        0.1 * off
      return [{ figure, repair: { ...heard, score }, mends, score, off, proof }]
    })
    .toSorted((a, b) => b.score - a.score || a.off - b.off)
}

/** Whether the turn tells more of its figures so: with that scale word, with as many decimals; −1 where fewer. */
function usual(figure: Figure, heard: Heard, told: Told): number {
  if (heard.kind === 'scale')
    return Math.sign(
      told.withScale(figure, scaleOf(figure, heard)) - told.withScale(figure, ownScale(figure)),
    )
  if (heard.kind !== 'point') return 0
  // The figure is among those that are as fine as it is.
  return Math.sign(told.asFine(figure, heard.precision) - (told.asFine(figure, figure.precision) - 1))
}

const ownScale = ({ scale }: Figure): number => scale?.power ?? 0

const scaleOf = (figure: Figure, { value }: Heard): number =>
  ownScale(figure) + Math.round(Math.log10(Math.abs(value / figure.value)))

/** How many places the value is from what a constraint computes of the others: fewer where their rounding leaves more open. */
function offCentre(
  figure: Figure,
  { value, precision }: Heard,
  mends: readonly Constraint[],
  readings: Readings,
): number {
  for (const constraint of mends) {
    const centre = constraint.solve?.(figure, readings)
    if (centre === undefined) continue
    const others = constraint.figures.filter((other) => other !== figure)
    const spread = others.reduce((all, other) => {
      const moved = constraint.solve!(figure, (of) => (of === other ? shifted(readings(of)) : readings(of)))
      return all + Math.abs((moved ?? centre) - centre)
    }, precision)
    const places = Math.abs(Math.abs(value) - centre) / (2 * Math.cbrt(precision * spread ** 2))
    return Math.min(3, Number(places.toFixed(6)))
  }
  return UNKNOWN_CENTRE
}

const shifted = ({ value, precision }: Reading): Reading => ({
  value: value + Math.sign(value) * precision,
  precision,
})

/** The slips are those of English sound. */
const OF_MANDARIN = 0.2

/** How far off a value is taken to be where nothing computes it. */
const UNKNOWN_CENTRE = 0.4

/** The change, the share of two amounts: misheard as often as both together. */
const isComputed = (figure: Figure, { figures }: Constraint): boolean =>
  figure === figures[0] &&
  familyOf(figure) !== 'amount' &&
  figures.some((other) => familyOf(other) === 'amount')

const COMPUTED = 0.06

/** What proves nothing comes after all that does. */
const UNPROVEN = 1.5

/** What two contradictions agree that it must have been, however it came to be misheard. */
function computedFor(figure: Figure, broken: readonly Constraint[], readings: Readings): Heard[] {
  const told = broken.some(({ kind }) => kind === 'reference')
  if (broken.length < 2 && !told) return []
  return broken.flatMap((constraint): Heard[] => {
    const value = constraint.solve?.(figure, readings)
    if (value === undefined || !(value > 0) || !isNear(value, figure.value)) return []
    const place = 2 * figure.precision
    const rounded = Number((Math.sign(figure.value) * Math.round(value / place) * place).toPrecision(10))
    return [{ value: rounded, precision: figure.precision, kind: 'computed', weight: 0.2 }]
  })
}

/** 237.6 heard as 37.6, 529.3 as 59.3: what a contradiction computes, had one digit of it gone unheard. */
function droppedFrom(figure: Figure, broken: readonly Constraint[], readings: Readings): Heard[] {
  const place = 2 * figure.precision
  const digitsOf = (value: number): string => String(Math.round(Math.abs(value) / place))
  const own = digitsOf(figure.value)
  if (own.length < 2 || own.length > 6 || figure.form !== 'digits') return []
  const seen = new Set<string>()
  return broken.flatMap((constraint): Heard[] => {
    const value = constraint.solve?.(figure, readings)
    if (value === undefined || !(value > 0) || !Number.isFinite(value)) return []
    const digits = digitsOf(value)
    if (digits.length !== own.length + 1 || seen.has(digits) || !isWithoutOne(digits, own)) return []
    seen.add(digits)
    const said = Number((Math.sign(figure.value) * Number(digits) * place).toPrecision(10))
    return [{ value: said, precision: figure.precision, kind: 'lost', weight: 0.3 }]
  })
}

/** One of the first two: without a later one it would be ten times as much. */
const isWithoutOne = (digits: string, own: string): boolean =>
  digits.slice(0, 2) !== own.slice(0, 2) &&
  [0, 1].some((place) => digits.slice(0, place) + digits.slice(place + 1) === own)

/** Nobody hears a figure as another twice its size without a digit in common. */
const isNear = (a: number, b: number): boolean => Math.abs(Math.log2(a / Math.abs(b))) <= 1

type Heard = Omit<HeardAlike, 'kind'> & { readonly kind: Repair['kind'] }

/**
 * Constraints that prove nothing alone need a mishearing that is common, or one another, or that the other
 * figures are borne out elsewhere and this one is not. Undefined for what is not even worth a look.
 */
function proofOf(
  figure: Figure,
  { kind }: Heard,
  mends: readonly Constraint[],
  whole: readonly Constraint[],
  state: State,
): Candidate['proof'] | undefined {
  const supported = mends.some(({ figures }) =>
    figures.some((other) => other !== figure && isBorneOut(other, state)),
  )
  const proofs = mends.filter(({ hint }) => !hint)
  const common = kind === 'teen-ty' || kind === 'swap' || kind === 'teen'
  if (proofs.length === 0)
    return kind === 'teen-ty' || kind === 'swap' ? (supported ? 'supported' : 'none') : undefined
  if (proofs.some(({ firm }) => firm)) return 'sure'
  const [first] = proofs as [Constraint]
  if (proofs.every((constraint) => constraint.kind === 'direction'))
    return kind === 'teen-ty' ? 'sure' : undefined
  if (common || proofs.length > 1 || first.kind === 'sum') return 'sure'
  if ((kind === 'scale' || kind === 'point') && BY_TENS.has(first.kind)) return 'sure'
  const alone = !whole.some(isEvidence)
  const borneOut = first.figures.every((other) => other === figure || isBorneOut(other, state))
  return alone && borneOut ? 'sure' : 'none'
}

/** A part ten times off, a fact told with a lost point: hardly by chance. */
const BY_TENS: ReadonlySet<Constraint['kind']> = new Set(['margin', 'share', 'mention'])

const isEvidence = ({ kind, hint, loose }: Constraint): boolean => !hint && !loose && kind !== 'direction'

/** Whether a change, a sum, a share or another mention agrees with the figure. */
const isBorneOut = (figure: Figure, { near, open, readings }: State): boolean =>
  near(figure).some(
    (constraint) => isEvidence(constraint) && !open.has(constraint) && constraint.holds(readings),
  )
