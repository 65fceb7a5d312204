/**
 * Learns the origin model from annotated transcripts and writes it as data.
 *
 *     npm run train:origin -- FOLDER… [--plain FOLDER…]
 *
 * FOLDER holds annotated transcripts (gold.json beside each); a --plain folder holds transcripts
 * without any Mandarin-derived words, from which the model learns to stay silent.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { packOriginModel } from '../src/lexicon/origin-model.js'
import { loadAnnotated, loadTexts } from './annotated.js'
import { labelAnnotated, labelPlainCalls } from './origin/examples.js'
import { learnOrigins } from './origin/learn.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { plain: { type: 'string', multiple: true, default: [] } },
})

const annotated = loadAnnotated(positionals).map(labelAnnotated)
const plain = labelPlainCalls(values.plain.flatMap((folder) => loadTexts(folder)).map(({ text }) => text))
const model = learnOrigins([...annotated, ...plain])
writeFileSync(new URL('../src/lexicon/data/origin-model.json', import.meta.url), packOriginModel(model))
console.log(
  `learnt ${model.style.size} words and pairs from ${annotated.length} annotated and ${plain.length} plain transcripts`,
)
