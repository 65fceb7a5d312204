import { writeFileSync } from 'node:fs'
import { longest, readCounts, type Counts } from '../language-model/counts.js'
import { ngramWords } from '../../src/text/tokens.js'
import { lexiconFile, listOf, readSource, writeSource } from './rows.js'

/**
 * Fills the column per_million of calques.tsv from a folder of n-gram counts, and names the literals marked "!"
 * in terms.tsv that edited calls do say: `npx tsx scripts/lexicon/frequencies.ts FOLDER`.
 */
const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Name the folder of n-gram counts: npx tsx scripts/lexicon/frequencies.ts FOLDER')
  process.exit(2)
}

const counts = readCounts(folder, 'edited')
const calques = readSource('calques.tsv')
const rows = calques.rows.map((row) => row.with(-1, perMillion(counts, row[0]!)))
writeFileSync(lexiconFile('calques.tsv'), writeSource({ ...calques, rows }))
console.log(
  `${rows.filter((row) => row.at(-1) === '0').length} of ${rows.length} calques are not in the counts.`,
)

for (const [zh, , , literal] of readSource('terms.tsv').rows) {
  for (const words of listOf(literal!).filter((form) => form.startsWith('!'))) {
    if (perMillion(counts, words.slice(1)) !== '0')
      console.log(`${zh}: edited calls say "${words.slice(1)}".`)
  }
}

/** Two decimals; of a phrase longer than the n-grams counted, the least of its parts. */
function perMillion({ ngrams, tokens }: Counts, phrase: string): string {
  const words = ngramWords(phrase).map(({ word }) => word)
  const size = Math.min(longest, words.length)
  const parts = words.slice(size - 1).map((_, index) => words.slice(index, index + size).join(' '))
  const least = Math.min(...parts.map((part) => ngrams[size - 1]!.get(part) ?? 0))
  return String(Math.round((least / tokens) * 1e8) / 100)
}
