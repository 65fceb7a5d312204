import { familyOf, type Figure } from '../../../numbers/figures.js'
import { spell } from '../../../text/amounts/write.js'
import { textOf } from '../../../text/spans.js'
import type { Aligned, Evidence, Found, House } from '../../../types.js'
import { asStated, plain, type ConstraintKind } from '../constraint.js'
import { inWordsOf, isWritable, withoutIdleZeros } from './replacement.js'
import type { Fault, Repair } from '../blame/fault.js'
import { faultsOf } from '../solve.js'

/** The contradictions that a check of the given kind reports: each fault under the strongest constraint it violates. */
export function* faultsOfKind(doc: Aligned, house: House, kind: ConstraintKind): Generator<Found> {
  for (const fault of faultsOf(doc, house.references)) {
    if (leading(fault) === kind) yield foundOf(doc, fault)
  }
}

const STRENGTH: readonly ConstraintKind[] = [
  'reference',
  'change',
  'multiple',
  'direction',
  'margin',
  'share',
  'sum',
  'mention',
]

const leading = ({ violated }: Fault): ConstraintKind =>
  STRENGTH.find((kind) => violated.some((constraint) => constraint.kind === kind))!

function foundOf({ text }: Aligned, fault: Fault): Found {
  const { figure, violated, repairs, confidence } = fault
  const evidence = violated.flatMap((constraint) => constraint.evidence(asStated))
  const texts = (isWritable(figure) ? repairs : []).map(({ value, precision, kind }) => {
    const words = inWordsOf(text, { ...figure, precision }, value)
    return kind === 'point' ? withoutIdleZeros(words) : words
  })
  const likelihood = (place: number): number => Number((confidence * (place === 0 ? 1 : 0.2)).toFixed(2))
  return {
    start: figure.figure.start,
    end: figure.figure.end,
    message: messageOf(text, fault, texts[0], evidence),
    confidence,
    evidence,
    suggestions: [...new Set(texts)].map((words, place) => ({
      text: words,
      confidence: likelihood(place),
      safe: false,
    })),
  }
}

function messageOf(
  text: string,
  { figure, repairs }: Fault,
  instead: string | undefined,
  evidence: readonly Evidence[],
): string {
  const stated = textOf(text, figure.figure)
  const sums = evidence.filter((item) => item.kind === 'arithmetic')
  const proof = sums.map(({ expression, computed }) => `${expression} = ${plain(computed)}`).join('; ')
  const [repair] = repairs
  const documents = evidence.filter((item) => item.kind === 'reference')
  const guess = repair && instead !== undefined ? `: ${instead}${soundOf(figure, repair)}?` : '.'
  if (documents.length > 0) return `"${stated}" differs from ${documents[0]!.document}${guess}`
  return proof === ''
    ? `"${stated}" is told otherwise elsewhere${guess}`
    : `"${stated}" does not fit ${proof}${guess}`
}

/** ", fifteen heard as fifty": only where the two sound alike. */
function soundOf(figure: Figure, { value, kind }: Repair): string {
  if (kind !== 'teen-ty' || familyOf(figure) !== 'share') return ''
  return `, ${spell(Math.abs(value))} heard as ${spell(Math.abs(figure.value))}`
}
