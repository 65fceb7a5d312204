import { isHan } from '../text/script.js'
import type { Segmented } from '../types.js'
import type { Context } from './context.js'

/** Which spoken origins come into question for a call. */
export interface Languages {
  /** Something shows that a second language was spoken. */
  readonly bilingual: boolean
  /** Mandarin stands in the text as machine English. */
  readonly rendered: boolean
}

/** Calques per thousand words, plus this for each share of the call in strong echoes … */
const echoWorth = 5
/** … reach this where Mandarin was rendered as English: edited and American calls stay below 1.2. */
const enoughSigns = 1.25
/** … or this, where remarks such as "[Foreign language]" stand in its place. */
const enoughBesideRemarks = 2.5

/**
 * What languages a call holds, before any clause is looked at: accented English alone looks like
 * machine English from Mandarin, so that needs a call full of its signs; and interpretation needs
 * Mandarin, a vendor's remark, or talk of interpreting.
 */
export function languagesOf({ doc, echoShare, call, marks }: Context): Languages {
  const signs = (1000 * call.calques) / Math.max(1, call.words) + echoWorth * echoShare
  const remarked = marks.some((mark) => mark.afterForeign || mark.afterInterpreted)
  const rendered = signs >= (remarked ? enoughBesideRemarks : enoughSigns)
  const bilingual =
    rendered ||
    remarked ||
    marks.some((mark) => mark.cues.has('self-translation')) ||
    speaksOfInterpreting(doc) ||
    hasHanSpeech(doc)
  return { bilingual, rendered }
}

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
