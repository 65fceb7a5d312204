/**
 * The measures of quality: a report (what `check --format json` prints) against an annotation.
 * Characters that count are letters and digits; a share of nothing is 1.
 */
export type { MeasuredFinding, MeasuredReport, Score } from './measures/counting.js'
export { errors, type ErrorCount, type ErrorMeasures } from './measures/errors.js'
export { linkF1 } from './measures/links.js'
export { originAccuracy, switches, type OriginAccuracy } from './measures/origins.js'
