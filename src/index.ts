/**
 * The public API. `clean` does it all; the stages can be called one by one in the order given here.
 * Nothing here reads files, prints, or needs more than ECMAScript 2023, but for `defaultLexicon`, which
 * reads the data shipped with the package.
 */
export { annotate, check, clean, type Cleaned, type Options } from './pipeline.js'

export { decodeText, type Decoded } from './read/decode.js'
export { ReadError } from './read/error.js'
export { extractText } from './read/containers/extract.js'
export type { Extracted } from './read/containers/compose.js'
export { readTranscript, recogniseFormat, type ReadOptions } from './read/read.js'
export { segmentTranscript } from './segment/segment.js'
export { identifyOrigins } from './identify/identify.js'
export { alignPassages } from './align/align.js'

export { checks } from './check/rules/index.js'
export { runChecks, type CheckOptions } from './check/run.js'
export type { Check, Example } from './check/check.js'

export { countFigures, tieOut, type TiedCheck, type TiedFigure } from './check/numbers/report/tie-out.js'
export { textOfHtml } from './numbers/reference/markup.js'

export { plan, type Decision, type Decisions } from './correct/plan.js'
export { diffWords, type Change } from './correct/diff.js'
export { applyEdits, invertEdits, mapOffset } from './text/edits.js'

export { renderClean, styles, type Style } from './render/render.js'
export {
  reportOf,
  type Report,
  type ReportFinding,
  type ReportSource,
  type ReportTurn,
  type Status,
} from './render/report-json.js'
export { exportKinds, type ExportId, type ExportKind } from './render/exports.js'
export type { Change as TrackedChange, Correction, ReviewedCall, Settled } from './render/reviewed.js'
export { renderReportText, type Paint, type ReportTextOptions, type Tone } from './render/report-text.js'

export { defaultLexicon, openLexicon } from './lexicon/open.js'
export type { DataSource, Lexicon } from './lexicon/lexicon.js'

export {
  findAmounts,
  powerOfTenApart,
  sameValue,
  type Amount,
  type Approximation,
  type Scale,
  type Unit,
} from './text/amounts/amounts.js'

export type * from './types.js'
