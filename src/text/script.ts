import type { Script, Span } from '../types.js'
import { trimSpan } from './spans.js'

/** Whether a code point is a Chinese character (Unicode script Han; no punctuation, no kana). */
export const isHan = (codePoint: number): boolean =>
  (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
  (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
  codePoint === 0x3005 ||
  codePoint === 0x3007 ||
  (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
  (codePoint >= 0x20000 && codePoint <= 0x3ffff) ||
  (codePoint >= 0x2e80 && codePoint <= 0x2fd5) ||
  (codePoint >= 0x3021 && codePoint <= 0x3029) ||
  (codePoint >= 0x3038 && codePoint <= 0x303b)

/** Letters the span holds: Han, others (called `latin`, whatever alphabet), both, or none. */
export function scriptOf(text: string, span: Span = { start: 0, end: text.length }): Script {
  const piece = text.slice(span.start, span.end)
  const han = ANY_HAN.test(piece)
  const latin = ANY_OTHER_LETTER.test(piece)
  if (han && latin) return 'mixed'
  return han ? 'han' : latin ? 'latin' : 'none'
}

const ANY_HAN = /\p{Script=Han}/u
const ANY_OTHER_LETTER = /(?!\p{Script=Han})\p{L}/u

export interface ScriptRun extends Span {
  readonly script: 'latin' | 'han' | 'none'
}

/**
 * The span's runs of Han and of other letters, trimmed, in order. Punctuation, figures and symbols inside a
 * run belong to it; between two runs, white space divides them, and without any a figure goes with the Han
 * (2025年). A span without letters is one run of script `none`; a blank span has no runs.
 */
export function scriptRuns(text: string, span: Span = { start: 0, end: text.length }): ScriptRun[] {
  const whole = trimSpan(text, span)
  if (whole.start === whole.end) return []
  const letters = letterRuns(text, whole)
  if (letters.length === 0) return [{ ...whole, script: 'none' }]
  return joinRuns(text, whole, letters)
}

/** From first letter to last letter of each run, without what lies between runs. */
function letterRuns(text: string, whole: Span): ScriptRun[] {
  const runs: ScriptRun[] = []
  for (const match of text.slice(whole.start, whole.end).matchAll(HAN_OR_NOT)) {
    const start = whole.start + match.index
    if (match.groups!['han'] !== undefined) {
      runs.push({ start, end: start + match[0].length, script: 'han' })
      continue
    }
    const first = match[0].search(/\p{L}/u)
    if (first < 0) continue
    let last = match[0].length
    while (!/[\p{L}\p{M}\p{Cs}]/u.test(match[0][last - 1]!)) last--
    runs.push({ start: start + first, end: start + last, script: 'latin' })
  }
  return runs
}

const HAN_OR_NOT = /(?<han>\p{Script=Han}+)|\P{Script=Han}+/gu

function joinRuns(text: string, whole: Span, letters: readonly ScriptRun[]): ScriptRun[] {
  const runs: ScriptRun[] = []
  let start = whole.start
  for (const [index, run] of letters.entries()) {
    const next = letters[index + 1]
    if (next?.script === run.script) continue
    const border = next ? borderBetween(text, run, next) : whole.end
    runs.push({ ...trimSpan(text, { start, end: border }), script: run.script })
    start = border
  }
  return runs
}

function borderBetween(text: string, before: ScriptRun, after: ScriptRun): number {
  const gap = text.slice(before.end, after.start)
  const space = gap.search(/\s\S*$/)
  if (space >= 0) return before.end + space
  const opening = gap.search(after.script === 'han' ? /[\p{N}\p{Ps}\p{Pi}\p{Sc}]/u : /[\p{Ps}\p{Pi}]/u)
  return opening < 0 ? after.start : before.end + opening
}
