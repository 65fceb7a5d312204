/**
 * Measures quality on annotated transcripts: origin, alignment and errors (the measures of
 * scripts/measures.ts), and silence on professionally edited ones.
 *
 *     npm run evaluate [-- FOLDER…] [--edited FOLDER] [--leave-one-out [--groups N]] [--misses] [--floors]
 *
 * Without folders it measures corpora/samples and, where present, the annotated and edited calls of
 * ../shared/corpora. --leave-one-out learns the origin model anew for each transcript, without it;
 * with --groups for each of N groups of transcripts, without the group: quicker, and a little harder.
 * --misses lists every missed error and false alarm. --floors exits 1 when a figure is too low.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { alignPassages } from '../src/align/align.js'
import { identifyOrigins } from '../src/identify/identify.js'
import { defaultLexicon } from '../src/lexicon/open.js'
import type { OriginModel } from '../src/lexicon/origin-model.js'
import { annotate, check } from '../src/pipeline.js'
import { readTranscript } from '../src/read/read.js'
import { segmentTranscript } from '../src/segment/segment.js'
import type { Aligned, Finding } from '../src/types.js'
import { loadAnnotated, loadTexts, oneOfEachCall, type AnnotatedCall } from './annotated.js'
import { tooLow } from './evaluation/floors.js'
import { describeMisses } from './evaluation/misses.js'
import {
  editedTable,
  errorTable,
  figureTable,
  originTable,
  type EditedResult,
  type Result,
} from './evaluation/tables.js'
import { errors, linkF1, originAccuracy, switches } from './measures.js'
import { labelAnnotated, labelPlainCalls } from './origin/examples.js'
import { learnOrigins } from './origin/learn.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    edited: { type: 'string', default: '../shared/corpora/edited' },
    'leave-one-out': { type: 'boolean', default: false },
    groups: { type: 'string' },
    misses: { type: 'boolean', default: false },
    floors: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(
    'npm run evaluate [-- FOLDER…] [--edited FOLDER] [--leave-one-out [--groups N]] [--misses] [--floors]',
  )
  process.exit()
}

const folders =
  positionals.length > 0 ? positionals : ['corpora/samples', '../shared/corpora/kingsoft-cloud-2025q3']
for (const folder of folders) if (!existsSync(folder)) console.log(`${folder}: absent, not measured`)

const calls = loadAnnotated(folders)
const results = values['leave-one-out'] ? leaveOneOut(calls) : calls.map((call) => measure(call))
console.log(originTable(results))
console.log(errorTable(results))
console.log(figureTable(results))
if (values.misses) for (const result of results) console.log(describeMisses(result))

const edited =
  positionals.length > 0 ? [] : loadTexts(values.edited).map(({ name, text }) => silence(name, text))
console.log(edited.length > 0 ? editedTable(edited) : 'edited transcripts: absent, not measured')

const problems = values.floors ? tooLow(results, edited) : []
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0

/** Edited transcripts, and the English calls of ../shared/corpora/earnings21, are learnt from as in scripts/train-origin.ts. */
function leaveOneOut(all: readonly AnnotatedCall[]): Result[] {
  const examples = all.map(labelAnnotated)
  const plain = labelPlainCalls(loadTexts(values.edited).map(({ text }) => text))
  const english = labelPlainCalls(oneOfEachCall('../shared/corpora/earnings21'))
  const groups = Number(values.groups ?? all.length)
  const models = Array.from({ length: groups }, (_, group) =>
    learnOrigins([...examples.filter((_example, index) => index % groups !== group), ...plain], english),
  )
  return all.map((call, index) => measure(call, models[index % groups]))
}

function measure(call: AnnotatedCall, model?: OriginModel): Result {
  const doc = model ? annotateWith(call.text, model) : annotate(call.text)
  const findings = check(doc)
  const report = { origins: doc.origins, alignment: doc.beads, findings }
  return {
    call,
    doc,
    findings,
    origin: originAccuracy(call.text, call.gold, report),
    switches: switches(call.text, call.gold, report),
    links: linkF1(call.text, call.gold, report),
    errors: errors(call.text, call.gold, report),
  }
}

function annotateWith(text: string, model: OriginModel): Aligned {
  const segmented = segmentTranscript(readTranscript(text))
  return alignPassages(identifyOrigins(segmented, defaultLexicon(), model), defaultLexicon())
}

function silence(name: string, text: string): EditedResult {
  const doc = annotate(text)
  const findings: Finding[] = check(doc).filter(({ severity }) => severity !== 'info')
  return { name, doc, findings }
}
