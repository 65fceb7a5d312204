import { familyOf, figuresOf, type Figure } from '../../../../numbers/figures.js'
import type { Aligned } from '../../../../types.js'
import { figurePairs, type FigurePair } from '../../told/pairs.js'
import { asStated, SLACK, type Constraint } from '../../constraint.js'
import { heardAlike } from '../../told/heard.js'
import { mentionConstraint } from './mention.js'

/** Both sides of a bead tell the same: the value, or the digits where the scale is wrong. */
export function interpretedAlike(doc: Aligned): Constraint[] {
  const aligned = figurePairs(doc)
    .filter(({ relation, certain }) => relation === 'same' || (relation === 'other' && certain))
    .filter(
      ({ mandarin, interpretation }) =>
        mandarin.value === interpretation.value || arePoints(mandarin) === arePoints(interpretation),
    )
    .map(({ mandarin, interpretation }) => alignedConstraint(mandarin, interpretation))
  const sameDigits = figurePairs(doc)
    .filter(({ relation }) => relation === 'scale' || relation === 'near')
    .map(({ mandarin, interpretation }) => digitsConstraint(mandarin, interpretation))
    .filter((constraint) => constraint.holds(asStated))
  const otherDigits = figurePairs(doc)
    .filter((pair) => pair.relation === 'near' && isToldRight(doc, pair))
    .map(({ mandarin, interpretation }) => digitsConstraint(mandarin, interpretation))
    .filter((constraint) => !constraint.holds(asStated))
  return [...aligned, ...sameDigits, ...otherDigits]
}

/** Of a hundredth of the value, if not basis points. */
const arePoints = ({ unit }: Figure): boolean => unit.kind === 'percentage-points'

/**
 * Recognisers, translating machines and interpreters all slip: the figure with fewer digits has lost some, or
 * its point. Han in digits is as it was said, and where two digits have changed places or a fifteen became a fifty it was
 * mostly in English.
 */
function alignedConstraint(mandarin: Figure, interpretation: Figure): Constraint {
  const slip = heardAlike(interpretation).find(({ value }) => value === mandarin.value)?.kind
  const fuller = Math.sign(digitsTold(interpretation) - digitsTold(mandarin))
  const suspicion =
    mandarin.script === 'chinese' && mandarin.form === 'digits' && slip !== 'teen-ty'
      ? -SWAPPED
      : slip === 'swap' || slip === 'teen-ty' || fuller === 0
        ? -IN_MANDARIN
        : fuller * FEWER_DIGITS
  const told = [mandarin, interpretation].every(
    (figure) => figure.approximation === undefined && familyOf(figure) === 'amount',
  )
  return {
    ...mentionConstraint(mandarin, interpretation, 'aligned'),
    suspicion: (figure) => (figure === mandarin ? suspicion : 0),
    ...(told && { unexplained: DIFFERENT }),
    solve: (figure, readings) => Math.abs(readings(figure === mandarin ? interpretation : mandarin).value),
  }
}

/** Digits cut off where they were to be rounded. */
const NEARLY = 0.005

/** 3.189 billion and 318.9 million: the scale is wrong, the digits bear each other out. */
function digitsConstraint(mandarin: Figure, interpretation: Figure): Constraint {
  return {
    ...mentionConstraint(mandarin, interpretation, 'aligned'),
    holds: (readings) => {
      const [one, other] = [readings(mandarin), readings(interpretation)]
      const power = Math.log10(Math.abs(one.value / other.value))
      const off = one.precision / Math.abs(one.value) + other.precision / Math.abs(other.value)
      return Math.abs(10 ** (power - Math.round(power)) - 1) <= Math.max(off * SLACK, NEARLY)
    },
  }
}

/** Whether the call tells elsewhere what the interpretation would say with two digits of it the other way round. */
function isToldRight(doc: Aligned, { mandarin, interpretation }: FigurePair): boolean {
  const isTold = (value: number): boolean =>
    figuresOf(doc).some(
      (other) =>
        other !== interpretation && other.origin !== 'mandarin' && Math.abs(other.value / value - 1) < 1e-6,
    )
  if (isTold(interpretation.value)) return false
  return heardAlike(interpretation).some(
    ({ kind, value, precision }) =>
      (kind === 'swap' || kind === 'teen-ty') &&
      isTold(value) &&
      digitsConstraint(mandarin, interpretation).holds((figure) =>
        figure === interpretation ? { value, precision } : figure,
      ),
  )
}

/** Digits up to the last that is no zero, one more for a point. */
const digitsTold = ({ value, scale }: Figure): number => {
  const mantissa = Math.abs(value) / 10 ** (scale?.power ?? 0)
  const digits = String(Number(mantissa.toPrecision(8)))
  return digits.includes('.') ? digits.length : digits.replace(/0+$/u, '').length
}

const IN_MANDARIN = 0.05
const SWAPPED = 0.25
const FEWER_DIGITS = 0.4
/** The figure of the Mandarin is named where the two have nothing in common. */
const DIFFERENT = 0.62
