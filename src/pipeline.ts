import { alignPassages } from './align/align.js'
import { checks } from './check/rules/index.js'
import { runChecks, type CheckOptions } from './check/run.js'
import { plan } from './correct/plan.js'
import { identifyOrigins } from './identify/identify.js'
import type { Lexicon } from './lexicon/lexicon.js'
import { defaultLexicon } from './lexicon/open.js'
import { readTranscript } from './read/read.js'
import { renderClean, type Style } from './render/render.js'
import { segmentTranscript } from './segment/segment.js'
import type { Aligned, Finding, Format, Plan, Policy, Timed } from './types.js'

/** How a transcript is read, checked and put right; everything may be left out. */
export interface Options extends CheckOptions {
  /** Force the layout instead of telling it by content. */
  readonly format?: Format
  /** The times of the words of a text that `extractText` made. */
  readonly timed?: readonly Timed[]
  /** Which suggestions the clean transcript takes; `safe` when left out. */
  readonly apply?: Policy
  /** The manner of the clean transcript; `vendor` when left out. */
  readonly style?: Style
  /** General knowledge; the data shipped with the package when left out. */
  readonly lexicon?: Lexicon
}

/** All that is known of a transcript. */
export interface Cleaned {
  readonly doc: Aligned
  readonly findings: readonly Finding[]
  readonly plan: Plan
  /** The clean transcript in the style asked for. */
  readonly text: string
}

/** read → segment → identify → align: the transcript with origins and beads. Never throws on any text. */
export function annotate(text: string, { format, timed, lexicon = defaultLexicon() }: Options = {}): Aligned {
  const transcript = readTranscript(text, { ...(format && { format }), ...(timed && { timed }) })
  const segmented = segmentTranscript(transcript)
  const identified = identifyOrigins(segmented, lexicon)
  return alignPassages(identified, lexicon)
}

/** The findings of all checks, or of those chosen, in the order of the text. Throws on an unknown check's name. */
export function check(doc: Aligned, { lexicon = defaultLexicon(), ...options }: Options = {}): Finding[] {
  return runChecks(doc, checks, lexicon, options)
}

/** The whole pipeline: from the transcript's text to the clean transcript with its findings and edits. */
export function clean(text: string, options: Options = {}): Cleaned {
  const doc = annotate(text, options)
  const findings = check(doc, options)
  const edits = plan(findings, options.apply ?? 'safe')
  return { doc, findings, plan: edits, text: renderClean(doc, edits, { style: options.style ?? 'vendor' }) }
}
