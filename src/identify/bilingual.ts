import { isHan } from '../text/script.js'
import type { Segmented } from '../types.js'
import type { Context } from './context.js'

/** Echoes in prepared English repeat figures, too: fewer units than this in strong ones prove nothing. */
const enoughEchoed = 0.1

/**
 * Whether anything shows that a second language was spoken: Han script, a vendor's remark, talk of
 * interpreting or translating, or long stretches said twice in the same order. Accented English alone
 * looks like machine English from Mandarin.
 */
export function isBilingual({ doc, echoShare, marks }: Context): boolean {
  return (
    echoShare >= enoughEchoed ||
    marks.some(({ cues }) => cues.has('self-translation')) ||
    marks.some(({ afterForeign, afterInterpreted }) => afterForeign || afterInterpreted) ||
    speaksOfInterpreting(doc) ||
    hasHanSpeech(doc)
  )
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
