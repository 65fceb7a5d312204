import { annotate, check } from '../../src/pipeline.js'
import { plan } from '../../src/correct/plan.js'
import { extractText } from '../../src/read/containers/extract.js'
import { decodeText } from '../../src/read/decode.js'
import { ReadError } from '../../src/read/error.js'
import { readTranscript } from '../../src/read/read.js'
import { renderClean, styles } from '../../src/render/render.js'
import { applyEdits, invertEdits } from '../../src/text/edits.js'
import type { Aligned, Finding, Span, Timed, Transcript } from '../../src/types.js'

/** How far an input went: refused with a sentence, or all the way. */
export type Outcome = 'refused' | 'read'

/** Reads bytes as the command does. Throws an Error that says what does not hold; a refusal is none. */
export function readsWell(bytes: Uint8Array): Outcome {
  const input = textIn(bytes)
  if (!input) return 'refused'
  checkTranscript(readTranscript(input.text, { timed: input.timed }))
  return 'read'
}

/** The whole pipeline on bytes, to all clean transcripts. Throws an Error that says what does not hold. */
export function cleansWell(bytes: Uint8Array): Outcome {
  const input = textIn(bytes)
  if (!input) return 'refused'
  const { text } = input
  const doc = annotate(text, { timed: input.timed })
  checkTranscript(doc)
  checkOrigins(doc)
  for (const { mandarin, interpretation } of doc.beads) [...mandarin, ...interpretation].forEach(within(text))
  const findings = check(doc)
  checkFindings(findings, text)
  for (const policy of ['none', 'safe', 'all'] as const) {
    const planned = plan(findings, policy)
    const corrected = applyEdits(text, planned.edits)
    holds(applyEdits(corrected, invertEdits(text, planned.edits)) === text, `edits of ${policy} invert`)
    if (policy === 'none') holds(corrected === text, 'the policy "none" changes nothing')
    for (const style of styles) renderClean(doc, planned, { style })
  }
  return 'read'
}

interface Input {
  readonly text: string
  readonly timed: readonly Timed[]
}

/** Undefined where the bytes are refused, with one sentence. */
function textIn(bytes: Uint8Array): Input | undefined {
  try {
    const { text } = decodeText(bytes)
    return extractText(text) ?? { text, timed: [] }
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    holds(/^[^\n]{10,300}$/u.test(error.message), 'a refusal is one sentence')
    return undefined
  }
}

function checkTranscript({ text, turns, notices }: Transcript): void {
  turns.map(({ header }) => header).forEach(within(text))
  notices.forEach(within(text))
  inOrder(
    turns.flatMap(({ body }) => body),
    'the bodies of turns',
  )
  turns.flatMap(({ body }) => body).forEach(within(text))
}

function checkOrigins({ text, origins }: Aligned): void {
  inOrder(origins, 'origins')
  origins.forEach(within(text))
  for (const { confidence } of origins) holds(confidence >= 0 && confidence <= 1, 'confidence is a share')
}

function checkFindings(findings: readonly Finding[], text: string): void {
  findings.forEach(within(text))
  const ids = new Set(findings.map(({ id }) => id))
  holds(ids.size === findings.length, 'finding ids are distinct')
  for (const { severity, confidence, evidence, suggestions, category, check } of findings) {
    holds(confidence >= 0 && confidence <= 1, `${check}: confidence is a share`)
    holds(severity !== 'error' || confidence >= 0.9, `${check}: an error has a confidence of 0.9 or more`)
    holds(severity === 'info' || evidence.length > 0, `${check}: a warning has evidence`)
    const isFigure = category === 'number' || category === 'scale' || category === 'currency'
    holds(!isFigure || suggestions.every(({ safe }) => !safe), `${check}: a figure is never changed unseen`)
    for (const proof of evidence) if ('start' in proof) within(text)(proof)
  }
}

const within =
  (text: string) =>
  ({ start, end }: Span): void => {
    holds(Number.isInteger(start) && Number.isInteger(end), 'spans are whole numbers')
    holds(start >= 0 && start <= end && end <= text.length, `the span ${start}–${end} is in the text`)
  }

function inOrder(spans: readonly Span[], what: string): void {
  for (let at = 1; at < spans.length; at++)
    holds(spans[at - 1]!.end <= spans[at]!.start, `${what} are in order, at ${spans[at]!.start}`)
}

function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`does not hold: ${what}`)
}
