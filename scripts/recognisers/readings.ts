import { callWords } from '../../src/check/terms/call-words.js'
import { candidatesFor } from '../../src/check/terms/candidates.js'
import type { Speech } from '../../src/check/terms/judge.js'
import { readingsOf, type Reading } from '../../src/check/terms/readings.js'
import { englishRuns } from '../../src/check/terms/runs.js'
import type { Lexicon } from '../../src/lexicon/lexicon.js'
import { annotate } from '../../src/pipeline.js'
import { hull } from '../../src/text/spans.js'
import type { Aligned, Edit } from '../../src/types.js'
import { loadAnnotated, loadTexts, type AnnotatedCall } from '../annotated.js'
import type { GoldError } from '../markup.js'
import { effectsOn } from './alignment.js'
import type { Recognised } from './calls.js'

/** A text with its readings, and which of them are what was said; undefined where nobody can tell. */
export interface Labelled {
  readonly name: string
  readonly source: 'recogniser' | 'annotated' | 'edited'
  readonly speech: Speech
  readonly readings: readonly { readonly reading: Reading; readonly isRight: boolean | undefined }[]
}

/** A recogniser's words for English speech, labelled by the reference. */
export function labelRecognised({ call, text, reference }: Recognised, lexicon: Lexicon): Labelled {
  const effectOf = effectsOn(text, reference)
  const isRaw = false
  return labelled(call, 'recogniser', unmarked(text), lexicon, isRaw, (edit) => effectOf(edit).isRight)
}

/** Annotated calls: right is what an annotator accepts, wrong what replaces words without an error. */
export const labelAnnotated = (folders: readonly string[], lexicon: Lexicon, isRaw: boolean): Labelled[] =>
  loadAnnotated(folders).map((call) =>
    labelled(call.name, 'annotated', annotate(call.text), lexicon, isRaw, (edit) => isAccepted(call, edit)),
  )

/** Edited calls: nothing is wrong there. */
export const labelEdited = (folder: string, lexicon: Lexicon, isRaw: boolean): Labelled[] =>
  loadTexts(folder).map(({ name, text }) =>
    labelled(name, 'edited', annotate(text), lexicon, isRaw, () => false),
  )

function labelled(
  name: string,
  source: Labelled['source'],
  doc: Aligned,
  lexicon: Lexicon,
  isRaw: boolean,
  judge: (edit: Edit) => boolean | undefined,
): Labelled {
  const model = lexicon.languageModel
  const runs = englishRuns(doc, model)
  const call = callWords(runs, lexicon, isRaw)
  const candidates = candidatesFor(lexicon, call)
  const readings = runs
    .flatMap((run) => readingsOf(run, model, candidates, call, isRaw))
    .map((reading) => ({ reading, isRight: judge(editOf(reading)) }))
  const speech = { runs, call, model, variants: candidates, vectors: lexicon.wordVectors, isRaw }
  return { name, source, speech, readings }
}

function editOf({ run, from, to, said }: Reading): Edit {
  return { ...hull(run.words.slice(from, to).map(({ span }) => span)), insert: said.words }
}

/** One turn of English. */
function unmarked(text: string): Aligned {
  const whole = { start: 0, end: text.length }
  const speaker = { label: '', span: { start: 0, end: 0 } }
  return {
    format: 'plain',
    text,
    turns: [{ speaker, header: { start: 0, end: 0 }, body: [whole] }],
    notices: [],
    participants: [],
    segments: [],
    origins: [],
    beads: [],
  }
}

function isAccepted({ text, gold }: AnnotatedCall, edit: Edit): boolean | undefined {
  const errors = gold.errors.filter(({ start, end }) => start < edit.end && edit.start < end)
  if (errors.length === 0) return false
  return errors.some((error) => mends(text, error, edit)) ? true : undefined
}

function mends(text: string, error: GoldError, edit: Edit): boolean {
  const start = Math.min(error.start, edit.start)
  const end = Math.max(error.end, edit.end)
  const put = (at: { readonly start: number; readonly end: number }, insert: string) =>
    (text.slice(start, at.start) + insert + text.slice(at.end, end)).toLowerCase()
  const suggested = put(edit, edit.insert)
  return error.correction.some((correction) => put(error, correction) === suggested)
}
