/**
 * Measures alignment alone: link F1 on annotated calls with the annotated origins, and strict and lax F1 on
 * written translations; beside it, link F1 and time of aligning by the lengths of sentences (Gale and Church).
 *
 *     npx tsx scripts/evaluate-alignment.ts [FOLDER] [--calls FOLDER…]
 *
 * FOLDER holds translations (*.tsv: sentences of one side, TAB, sentences of the other; a row is a bead);
 * without one it is ../shared/corpora/mac-dev/tsv. What is absent is not measured.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadAnnotated, loadTexts } from './annotated.js'
import { alignerTable } from './evaluation/aligners.js'
import { callTable, measureCall } from './evaluation/alignment.js'
import { measureTranslation, translationTable } from './evaluation/translations.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { calls: { type: 'string', multiple: true } },
})

const folders = values.calls ?? ['corpora/samples', '../shared/corpora/kingsoft-cloud-2025q3']
for (const folder of folders) if (!existsSync(folder)) console.log(`${folder}: absent, not measured`)
const calls = loadAnnotated(folders).filter(({ gold }) => gold.alignment.length > 0)
const aligned = calls.map(measureCall)
console.log(callTable(aligned))
console.log(alignerTable(calls, aligned))

const translations = positionals[0] ?? '../shared/corpora/mac-dev/tsv'
if (existsSync(translations)) {
  const chapters = loadTexts(translations, /\.tsv$/u)
  console.log(translationTable(chapters.map(({ name, text }) => measureTranslation(name, text))))
} else console.log(`${translations}: absent, not measured`)
