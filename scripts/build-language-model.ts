import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readCounts } from './language-model/counts.js'
import { modelOf, vocabularyOf, weights } from './language-model/model.js'

/** Compiles a folder of n-gram counts into src/lexicon/data/language-model.bin; see docs/language-model.md. */
const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Name the folder of n-gram counts: npm run build:language-model -- FOLDER')
  process.exit(2)
}

const edited = readCounts(folder, 'edited')
const verbatim = readCounts(folder, 'verbatim')
const machine = readCounts(folder, 'machine')
const words = vocabularyOf(edited, verbatim, machine)
const bytes = modelOf(
  [
    { counts: edited, weight: weights.edited },
    { counts: verbatim, weight: weights.verbatim },
    { counts: machine, weight: weights.machine },
  ],
  words,
)
const target = fileURLToPath(new URL('../src/lexicon/data/language-model.bin', import.meta.url))
writeFileSync(target, bytes)
console.log(`${words.length} words, ${bytes.length} bytes: ${target}`)
