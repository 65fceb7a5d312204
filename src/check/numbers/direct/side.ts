import { significance, type Figure } from '../../../numbers/figures.js'
import { textOf } from '../../../text/spans.js'
import type { Aligned } from '../../../types.js'
import type { FigurePair } from '../told/pairs.js'
import { mentionsOf } from '../told/same-values.js'

/** Where the slip is, of a figure in Mandarin and the one that interprets it. */
export type Side = 'mandarin' | 'interpretation'

/**
 * Which side of a pair is wrong: the one whose value nobody else in the call tells, where somebody tells the other's.
 * Where nobody tells either, it is a machine's English, since it takes 亿 for billion. Han is as it was said, and the
 * interpreter erred; but where Han has its figures in digits, the side that the call's other pairs show to be wrong.
 */
export function wrongSides(
  doc: Aligned,
  pairs: readonly FigurePair[],
  documented: (figure: Figure) => boolean,
): (pair: FigurePair) => Side {
  const proven = new Map(
    pairs.map((pair) => [pair, documented(pair.interpretation) ? 'mandarin' : provenSide(doc, pair)]),
  )
  const slips = (side: Side): number =>
    pairs.filter((pair) => proven.get(pair) === side && isHanInDigits(doc, pair) && isTelling(pair)).length
  const usual = slips('mandarin') > slips('interpretation') ? 'mandarin' : 'interpretation'
  return (pair) =>
    proven.get(pair) ??
    (pair.mandarin.script === 'english' ? 'mandarin' : isHanInDigits(doc, pair) ? usual : 'interpretation')
}

const isHanInDigits = ({ text }: Aligned, { mandarin }: FigurePair): boolean =>
  mandarin.script === 'chinese' && /^\d/u.test(textOf(text, mandarin.figure))

const isTelling = ({ mandarin, interpretation }: FigurePair): boolean =>
  Math.min(significance(mandarin), significance(interpretation)) >= TELLING

/** Digits that are hardly told again by chance. */
const TELLING = 3

function provenSide(doc: Aligned, { mandarin, interpretation }: FigurePair): Side | undefined {
  if (mandarin.malformed !== undefined || isMoreThanThereAre(mandarin)) return 'mandarin'
  if (isSpelledAsPrice(interpretation) && interpretation.value * 100 === mandarin.value)
    return 'interpretation'
  const tellers = (figure: Figure): number => (isRound(figure) ? 0 : mentionsOf(doc, figure).length)
  const [ours, theirs] = [tellers(mandarin), tellers(interpretation)]
  if (theirs > 0) return ours === 0 ? 'mandarin' : undefined
  if (mandarin.script === 'english' && isNoSlipOfMachines(mandarin, interpretation)) return 'interpretation'
  if (mandarin.script === 'chinese') return ours > 0 ? 'interpretation' : undefined
  return ours > 1 && significance(mandarin) >= TELLING ? 'interpretation' : undefined
}

/** 1,000 and 20 million are told of many things. */
const isRound = ({ value }: Figure): boolean => /^[1-9]0*$/u.test(String(value))

/** "One ninety-nine", which recognisers write as a price: 1.99. */
const isSpelledAsPrice = ({ unit, scale, precision, value }: Figure): boolean =>
  unit.kind === 'currency' && scale === undefined && precision === 0.005 && value < 10

/** Nobody counts more customers than there are people. */
const isMoreThanThereAre = ({ unit, value }: Figure): boolean => unit.kind === 'count' && value > 8.5e9

/** 亿 taken for billion is ten times too much, never too little; what is below 万 needs no conversion. */
const isNoSlipOfMachines = (mandarin: Figure, interpretation: Figure): boolean =>
  Math.round(interpretation.value / mandarin.value) === 10 &&
  (mandarin.scale?.power === 9 ||
    (mandarin.scale === undefined && mandarin.value >= 1000 && mandarin.value < 10_000))
