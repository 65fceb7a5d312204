import type { Gold } from '../../scripts/markup.js'
import type { MeasuredReport } from '../../scripts/measures.js'

/** The report of a tool that finds just what the annotation says. */
export function perfectReport(gold: Gold): MeasuredReport {
  return {
    origins: gold.origin.map((span) => ({ start: span.start, end: span.end, origin: span.origin[0]! })),
    alignment: gold.alignment,
    findings: gold.errors.map((error) => ({
      start: error.start,
      end: error.end,
      severity: 'error',
      suggestions: error.correction.slice(0, 1).map((text) => ({ text })),
    })),
  }
}
