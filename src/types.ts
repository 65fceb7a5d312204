/**
 * Every core type, in pipeline order. One immutable text; everything else is plain readonly data
 * that points into it by half-open spans of UTF-16 code units.
 *
 *     bytes → read → segment → identify → align → check → correct → render
 */

/** Half-open range `[start, end)` of UTF-16 code units in the transcript's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Replace the span's text by `insert`. */
export interface Edit extends Span {
  readonly insert: string
}

// ── read ────────────────────────────────────────────────────────────────────────────────────────

/** A layout of transcripts that a reader knows. */
export type Format = 'earningscall' | 'motleyfool' | 'seekingalpha' | 'colon' | 'plain'

/** Who speaks, in the transcript's own words. */
export interface Speaker {
  /** The name as written; empty when the transcript names nobody. */
  readonly label: string
  /** Where the label stands; an empty span when there is none. */
  readonly span: Span
  /** Role or title as written, e.g. "Chief Financial Officer". */
  readonly title?: string
  /** Company or bank as written, e.g. "Goldman Sachs". */
  readonly firm?: string
}

/** One speaker's uninterrupted words, as the transcript divides them. */
export interface Turn {
  readonly speaker: Speaker
  /** The lines that introduce the turn; empty when there are none. */
  readonly header: Span
  /** The spoken words, without surrounding white space; one span a paragraph. */
  readonly body: readonly Span[]
}

/** A person named in the participants' list at the top of a transcript. */
export interface Participant {
  readonly name: string
  readonly span: Span
  readonly title?: string
  readonly firm?: string
}

/** Text that nobody spoke: date, participants' list, vendor's disclaimer, a bracketed remark. */
export interface Notice extends Span {
  readonly kind: 'front-matter' | 'participants' | 'disclaimer' | 'remark'
}

/** When words were spoken and how sure the recogniser was of them. */
export interface Timed extends Span {
  /** Seconds from the start of the recording. */
  readonly from: number
  readonly to: number
  /** 0 to 1, where it was given. */
  readonly confidence?: number
}

export interface Transcript {
  readonly format: Format
  readonly text: string
  readonly turns: readonly Turn[]
  readonly notices: readonly Notice[]
  readonly participants: readonly Participant[]
  /** Of a text made from captions or a recogniser's output: in order, not overlapping. */
  readonly timed?: readonly Timed[]
}

// ── segment ─────────────────────────────────────────────────────────────────────────────────────

/** Letters a span is written in; `none` where it has no letters. */
export type Script = 'latin' | 'han' | 'mixed' | 'none'

/** A clause: the smallest piece that is given one origin and takes part in alignment. */
export interface Segment extends Span {
  /** Index into `turns`. */
  readonly turn: number
  /** Running number of the sentence it belongs to, over the whole transcript. */
  readonly sentence: number
  readonly script: Script
}

export interface Segmented extends Transcript {
  /** In order, not overlapping, covering all spoken words; none crosses a paragraph. */
  readonly segments: readonly Segment[]
}

// ── identify ────────────────────────────────────────────────────────────────────────────────────

/**
 * Where words come from: spoken in English; Mandarin speech, as machine English or Han; the English
 * rendering of Mandarin just spoken; not speech at all.
 */
export type Origin = 'english' | 'mandarin' | 'interpretation' | 'notice'

/** The longest stretch of one origin inside a turn. */
export interface OriginSpan extends Span {
  readonly origin: Origin
  /** Probability, 0 to 1. */
  readonly confidence: number
  /** Index into `turns`; −1 for a notice outside every turn. */
  readonly turn: number
}

export interface Identified extends Segmented {
  /** In order, not overlapping, covering all spoken words; neighbours of one origin in a turn are merged. */
  readonly origins: readonly OriginSpan[]
}

// ── align ───────────────────────────────────────────────────────────────────────────────────────

/** What speaks for a bead: a term, name or amount of one side found again on the other. */
export interface Link {
  readonly kind: 'term' | 'amount' | 'name'
  readonly mandarin: Span
  readonly interpretation: Span
  /** For amounts: interpretation's value ÷ Mandarin's value, a power of ten (1 when they agree). */
  readonly factor?: number
}

/** Mandarin words and the words that interpret them; an empty side was left uninterpreted, or added. */
export interface Bead {
  readonly mandarin: readonly Span[]
  readonly interpretation: readonly Span[]
  /** Posterior probability of this bead, 0 to 1. */
  readonly score: number
  readonly links: readonly Link[]
}

export interface Aligned extends Identified {
  /** In the order of the text. */
  readonly beads: readonly Bead[]
}

// ── house ───────────────────────────────────────────────────────────────────────────────────────

/** A term or name as the house writes it. */
export interface GlossaryEntry {
  readonly term: string
  readonly kind: 'name' | 'term'
  /** Its Chinese. */
  readonly zh?: string
  /** What recognisers make of it: suggests the term. */
  readonly soundsLike: readonly string[]
  /** Words that are right as they are and must not be taken for it. */
  readonly not: readonly string[]
  /** Where it was read, as evidence names it, of a name that nobody confirmed: it is looked for but silences nothing. */
  readonly seenIn?: string
}

/** A document to compare a call with: a press release, an earlier report. */
export interface ReferenceDocument {
  /** How evidence names it, e.g. the file's name. */
  readonly name: string
  readonly text: string
}

/** What the user knows beyond the call. */
export interface House {
  readonly glossary: readonly GlossaryEntry[]
  readonly references: readonly ReferenceDocument[]
}

// ── check ───────────────────────────────────────────────────────────────────────────────────────

export type Category =
  | 'entity'
  | 'term'
  | 'boilerplate'
  | 'number'
  | 'scale'
  | 'currency'
  | 'calque'
  | 'pinyin'
  | 'homophone'
  | 'untranslated'
  | 'speaker'
  | 'noise'
  | 'repetition'
  | 'punctuation'
  | 'reference'

/** `error`: proven wrong; `warning`: probably wrong; `info`: worth a look, never an alarm. */
export type Severity = 'error' | 'warning' | 'info'

/** What proves a finding, for a reader to check. */
export type Evidence =
  | {
      readonly kind: 'arithmetic'
      /** A formula a reader can redo, e.g. "775.7 / 673.8 - 1". */
      readonly expression: string
      readonly computed: number
      readonly stated: number
    }
  | ({ readonly kind: 'aligned'; readonly note: string } & Span)
  | ({ readonly kind: 'mention'; readonly note: string } & Span)
  | {
      readonly kind: 'sound'
      readonly heard: string
      readonly said: string
      readonly distance: number
      readonly odds?: number
    }
  | { readonly kind: 'wording'; readonly expected: string; readonly source: string }
  | { readonly kind: 'reference'; readonly document: string; readonly quote: string }
  | { readonly kind: 'pinyin'; readonly pinyin: string; readonly note: string }
  | { readonly kind: 'structure'; readonly note: string }

/** Words to put in place of the finding's span; "" deletes them. */
export interface Suggestion {
  readonly text: string
  /** Probability that this is what was said, 0 to 1. */
  readonly confidence: number
  /** May be applied unseen. Never for a number, an amount, a currency or an unproven name. */
  readonly safe: boolean
}

/** What a check reports; its span is the smallest whose replacement by the suggestion mends the text. */
export interface Found extends Span {
  readonly message: string
  /** Probability that the span is wrong, 0 to 1; the severity follows from it unless given. */
  readonly confidence: number
  readonly severity?: Severity
  readonly category?: Category
  readonly evidence: readonly Evidence[]
  /** Best first; empty where nothing can be proposed. */
  readonly suggestions: readonly Suggestion[]
}

export interface Finding extends Span {
  /** `v1:` and a digest of check, quoted words, two words either side and occurrence: survives edits elsewhere. */
  readonly id: string
  readonly check: string
  readonly category: Category
  readonly severity: Severity
  readonly confidence: number
  readonly text: string
  readonly message: string
  readonly evidence: readonly Evidence[]
  readonly suggestions: readonly Suggestion[]
  /** Findings of one group have the same fix. */
  readonly group: string
}

/** How many figures a call has, how many took part in some check, how many are contradicted. */
export interface FigureCounts {
  readonly total: number
  readonly checked: number
  readonly contradicted: number
}

// ── correct ─────────────────────────────────────────────────────────────────────────────────────

/** Which suggestions a plan takes: none, those marked safe, or the best of every error and warning. */
export type Policy = 'none' | 'safe' | 'all'

/** The findings that will be put right, as edits of the original text. */
export interface Plan {
  /** In order, not overlapping. */
  readonly edits: readonly Edit[]
  /** The findings behind the edits. */
  readonly applied: readonly Finding[]
  /** Findings with a chosen suggestion that was left out because it overlaps a better one. */
  readonly conflicts: readonly Finding[]
}
