import { isHan } from '../text/script.js'
import type { Segmented } from '../types.js'
import { clip, type Context } from './context.js'

/** Which spoken origins come into question for a call. */
export interface Languages {
  /** Something shows that a second language was spoken. */
  readonly bilingual: boolean
  /** Mandarin stands in the text as machine English. */
  readonly rendered: boolean
}

/**
 * What languages a call holds, before any clause is looked at: accented English alone looks like
 * machine English from Mandarin, so that needs a call full of its signs (`weights` of signsOf, learnt);
 * and interpretation needs Mandarin, a vendor's remark, or talk of interpreting.
 */
export function languagesOf(context: Context, weights: Float64Array): Languages {
  const signs = signsOf(context)
  const rendered = weights.reduce((sum, weight, index) => sum + weight * signs[index]!, 0) > 0
  const bilingual =
    rendered ||
    hasRemarks(context) ||
    context.marks.some((mark) => mark.cues.has('self-translation')) ||
    speaksOfInterpreting(context.doc) ||
    hasHanSpeech(context.doc)
  return { bilingual, rendered }
}

/** What a whole call shows of Mandarin rendered as English: logistic regression weighs it. */
export function signsOf(context: Context): number[] {
  const { call, echo, echoes, doc } = context
  const words = Math.max(1, call.words)
  const perWord = (odds: number): number => (odds + fewWords * usualOdds) / (words + fewWords)
  const units = Math.max(1, doc.segments.length)
  const echoed = echo.filter(({ side }) => side !== 'none').length / units
  const strength = echoes.found.reduce((sum, { score }) => sum + score, 0) / units
  return [
    1,
    clip(20 * perWord(call.styleMI), 4),
    clip(10 * perWord(call.styleME), 4),
    Math.log1p((1000 * call.calques) / words),
    4 * echoed,
    2 * Math.min(1.5, strength),
    hasRemarks(context) ? 1 : 0,
    speaksOfInterpreting(doc) ? 1 : 0,
  ]
}

/** A text of not many more words than this is taken to be in the style of most calls, log odds a word. */
const fewWords = 300
const usualOdds = -0.2

const hasRemarks = ({ marks }: Context): boolean =>
  marks.some((mark) => mark.afterForeign || mark.afterInterpreted)

const interpreting =
  /\b(?:interpreters?|(?:consecutive|simultaneous|constructive|english|chinese) (?:interpretation|translation)|(?:interpretation|translation)s? (?:is|are|will|for|of the question)|mandarin|in chinese|chinese first|bilingual)\b/iu

const speaksOfInterpreting = ({ text, segments }: Segmented): boolean =>
  segments.some(({ start, end }) => interpreting.test(text.slice(start, end)))

function hasHanSpeech({ text, segments }: Segmented): boolean {
  return segments.some(({ start, end, script }) => {
    if (script !== 'han' && script !== 'mixed') return false
    let count = 0
    for (let at = start; at < end; at++) if (isHan(text.codePointAt(at)!)) count++
    return count >= 4
  })
}
