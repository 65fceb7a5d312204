/**
 * Learns the origin model from annotated transcripts and writes it as data.
 *
 *     npm run train:origin -- FOLDER… [--plain FOLDER…] [--english FOLDER…]
 *
 * FOLDER holds annotated transcripts (gold.json beside each); a --plain folder holds transcripts
 * without any Mandarin-derived words, from which the model learns to stay silent; an --english folder
 * holds calls of other countries, from which it learns only when a call holds no Mandarin at all.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { packOriginModel } from '../src/lexicon/origin-model.js'
import { loadAnnotated, loadTexts, oneOfEachCall } from './annotated.js'
import { labelAnnotated, labelPlainCalls } from './origin/examples.js'
import { learnOrigins } from './origin/learn.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    plain: { type: 'string', multiple: true, default: [] },
    english: { type: 'string', multiple: true, default: [] },
  },
})

const annotated = loadAnnotated(positionals).map(labelAnnotated)
const plain = labelPlainCalls(textsOf(values.plain))
const english = labelPlainCalls(values.english.flatMap(oneOfEachCall))
const model = learnOrigins([...annotated, ...plain], english)
writeFileSync(new URL('../src/lexicon/data/origin-model.json', import.meta.url), packOriginModel(model))
console.log(
  `learnt ${model.style.size} words and pairs from ${annotated.length} annotated, ${plain.length} plain and ${english.length} English transcripts`,
)

function textsOf(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => loadTexts(folder)).map(({ text }) => text)
}
