import { significance, type Figure } from '../../../numbers/figures.js'
import { textOf } from '../../../text/spans.js'
import type { Aligned, Evidence, Found, ReferenceDocument } from '../../../types.js'
import { figurePairs, type FigurePair } from '../told/pairs.js'
import { inWordsOf, withoutIdleZeros } from '../report/replacement.js'
import { mentionsOf } from '../told/same-values.js'
import { wrongSides, type Side } from './side.js'
import { agreesWithDocument } from '../solve.js'

/** Amounts a power of ten off between a Mandarin passage and its interpretation, on the side that is wrong: never on the one that a document tells. */
export function scaleFaults(doc: Aligned, references: readonly ReferenceDocument[] = []): readonly Found[] {
  const pairs = figurePairs(doc)
    .filter(({ relation }) => relation === 'scale' || relation === 'near' || relation === 'unread')
    .filter((pair) => !leavesScaleUnsaid(pair))
  const wrongSide = wrongSides(doc, pairs, agreesWithDocument(doc, references))
  return pairs.map((pair) => scaleFault(doc, pair, wrongSide(pair)))
}

/** "Two billion; this year 3.4": the scale word goes without saying. */
const leavesScaleUnsaid = ({ mandarin, interpretation, relation }: FigurePair): boolean =>
  relation === 'scale' &&
  mandarin.scale === undefined &&
  Math.abs(mandarin.value) < 1000 &&
  Math.abs(interpretation.value) >= 1e6

function scaleFault(doc: Aligned, pair: FigurePair, side: Side): Found {
  const { text } = doc
  const mandarinIsWrong = side === 'mandarin'
  const [wrong, right] = mandarinIsWrong
    ? [pair.mandarin, pair.interpretation]
    : [pair.interpretation, pair.mandarin]
  const support = mentionsOf(doc, right).slice(0, 2)
  const confidence = confidenceOf(pair, support.length)
  const said = withoutIdleZeros(inWordsOf(text, wrong, ownDigits(wrong, right)))
  const quoted = textOf(text, right)
  const evidence: Evidence[] = [
    {
      kind: 'aligned',
      start: right.start,
      end: right.end,
      note: `the ${mandarinIsWrong ? 'interpretation' : 'Mandarin'} says ${quoted}`,
    },
    ...support.map(({ start, end }) => ({
      kind: 'mention' as const,
      start,
      end,
      note: `told again: ${text.slice(start, end)}`,
    })),
  ]
  return {
    start: wrong.figure.start,
    end: wrong.figure.end,
    message: messageOf(text, pair, wrong, right, said),
    confidence,
    evidence,
    suggestions: [{ text: said, confidence, safe: false }],
  }
}

/** 3,428,000 for 342,816 was 342,800: the interpreter tells more digits than were said. */
function ownDigits(wrong: Figure, right: Figure): number {
  const power = Math.round(Math.log10(wrong.value / right.value))
  const value = Number((wrong.value / 10 ** power).toPrecision(12))
  const digits = String(Number(Math.abs(value).toPrecision(12))).replace(/^0\.0*|\.|0+$/gu, '').length
  return digits >= 2 && Number(right.value.toPrecision(Math.min(21, digits))) === value ? value : right.value
}

function confidenceOf({ mandarin, interpretation, relation, certain }: FigurePair, support: number): number {
  const digits = Math.min(significance(interpretation), relation === 'unread' ? 3 : significance(mandarin))
  const sure = relation === 'near' ? 0.85 : digits >= 2 ? 0.95 : 0.84
  const kinds = mandarin.unit.kind === interpretation.unit.kind ? 0 : 0.04
  return Math.min(0.98, sure - (certain ? 0 : 0.1) - kinds + Math.min(support, 2) * 0.015)
}

function messageOf(
  text: string,
  { relation }: FigurePair,
  wrong: Figure,
  right: Figure,
  said: string,
): string {
  const [ours, theirs] = [textOf(text, wrong.figure), textOf(text, right)]
  if (relation === 'unread') return `"${ours}" is no figure; the aligned passage says ${theirs}: ${said}?`
  const power = Math.round(Math.log10(Math.abs(wrong.value / right.value)))
  const times = `${Math.abs(power) > 6 ? `10^${Math.abs(power)}` : 10 ** Math.abs(power)}`.replaceAll(
    /\B(?=(?:\d{3})+$)/gu,
    ',',
  )
  return `"${ours}" is ${power > 0 ? `${times} times` : `1/${times} of`} what the aligned passage says, ${theirs}: ${said}?`
}
