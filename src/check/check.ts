import type { Lexicon } from '../lexicon/lexicon.js'
import type { Aligned, Category, Found, GlossaryEntry, House, ReferenceDocument, Severity } from '../types.js'

/**
 * A worked example in the markup of corpora/samples (see corpora/README.md): `<m>…</m>` Mandarin,
 * `<i>…</i>` interpretation, `{heard=>said}` an error and its correction. The check must report just
 * the errors marked; where none is marked it must stay silent.
 */
export interface Example {
  readonly text: string
  /** What the example shows. */
  readonly why: string
  /** Documents the call is compared with; none when left out. */
  readonly references?: readonly ReferenceDocument[]
  /** The house glossary; none when left out. */
  readonly glossary?: readonly GlossaryEntry[]
}

/** A check is a value: what it looks for, worked examples, and a pure function. */
export interface Check {
  /** Kebab case; also the name of its file, its test and its page. */
  readonly id: string
  /** One sentence for lists. */
  readonly summary: string
  /** What it looks for, what proves it and what it leaves alone: the body of its page, in Markdown. */
  readonly explanation: string
  readonly category: Category
  /** The highest severity its findings take. */
  readonly severity: Severity
  readonly examples: readonly Example[]
  run(doc: Aligned, lexicon: Lexicon, house: House): Iterable<Found>
}
