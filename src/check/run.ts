import type { Lexicon } from '../lexicon/lexicon.js'
import { textOf } from '../text/spans.js'
import type { Aligned, Finding, Found, House, Severity, Span } from '../types.js'
import type { Check } from './check.js'
import { withDoubt } from './doubt.js'
import { fingerprint } from './fingerprint.js'
import { withoutSilenced } from './glossary/silence.js'
import { unite, type Draft } from './unite.js'

/** Which checks run, and what they know beyond the call. */
export interface CheckOptions {
  /** Ids of the only checks to run; all when left out. */
  readonly only?: readonly string[]
  /** Ids of checks not to run. */
  readonly skip?: readonly string[]
  /** Nothing when left out. */
  readonly house?: House
}

/**
 * Runs the checks and gives their findings in the order of the text, each mistake once, none about words that the
 * house glossary knows to be right. The severity
 * follows from the confidence and never exceeds the check's own. Throws RangeError when an option
 * names no check, or when a check reports a span outside the text.
 */
export function runChecks(
  doc: Aligned,
  checks: readonly Check[],
  lexicon: Lexicon,
  { house = noHouse, ...options }: CheckOptions = {},
): Finding[] {
  const drafts = selected(checks, options).flatMap((check) =>
    Array.from(check.run(doc, lexicon, house)).flatMap((found) => draft(doc.text, check, found)),
  )
  const kept = withoutSilenced(doc.text, drafts, house.glossary)
  return fingerprint(doc, unite(doc.text, withDoubt(doc.text, doc.timed, kept)))
}

const noHouse: House = { glossary: [], references: [] }

/** The severity that a probability deserves: error from 0.9, warning from 0.6. */
export function severityOf(confidence: number): Severity {
  return confidence >= 0.9 ? 'error' : confidence >= 0.6 ? 'warning' : 'info'
}

function selected(checks: readonly Check[], { only, skip = [] }: CheckOptions): Check[] {
  const ids = new Set(checks.map(({ id }) => id))
  const unknown = [...(only ?? []), ...skip].find((id) => !ids.has(id))
  if (unknown !== undefined)
    throw new RangeError(`no check is called "${unknown}": use one of ${[...ids].join(', ')}`)
  return checks.filter(({ id }) => (only?.includes(id) ?? true) && !skip.includes(id))
}

/** Nothing when every suggestion is what already stands there. */
function draft(text: string, check: Check, found: Found): Draft[] {
  refuseUnfit(text, check, found)
  const { start, end, message, confidence, evidence } = found
  const quoted = textOf(text, found)
  const suggestions = found.suggestions.filter((suggestion) => suggestion.text !== quoted)
  if (suggestions.length === 0 && found.suggestions.length > 0) return []
  const category = found.category ?? check.category
  const severity = lowest(severityOf(confidence), check.severity, found.severity ?? 'error')
  return [
    {
      check: check.id,
      category,
      severity,
      confidence,
      start,
      end,
      text: quoted,
      message,
      evidence,
      suggestions,
    },
  ]
}

const severities: readonly Severity[] = ['info', 'warning', 'error']

function lowest(...given: Severity[]): Severity {
  return severities.find((severity) => given.includes(severity))!
}

function refuseUnfit(text: string, check: Check, found: Found): void {
  const spans: Span[] = [found, ...found.evidence.filter((evidence) => 'start' in evidence)]
  for (const { start, end } of spans) {
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > text.length)
      throw new RangeError(
        `check ${check.id} reports ${start}–${end}, no words of a text of ${text.length} code units`,
      )
  }
  for (const { confidence } of [found, ...found.suggestions]) {
    if (!(confidence >= 0 && confidence <= 1))
      throw new RangeError(`check ${check.id} reports a confidence of ${confidence}: give one from 0 to 1`)
  }
}
