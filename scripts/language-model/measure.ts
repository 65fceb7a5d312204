import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openLanguageModel, type LanguageModel } from '../../src/lexicon/language-model.js'
import { readCounts, withoutSentences } from './counts.js'
import { modelOf, vocabularyOf, weights, type Source } from './model.js'
import { sentencesOf } from './sentences.js'

/** Prints the figures of docs/language-model.md, from the folder of counts, calls and transcripts named there. */
const [corpora] = process.argv.slice(2)
if (corpora === undefined) {
  console.error('Name the folder of corpora: npx tsx scripts/language-model/measure.ts FOLDER')
  process.exit(2)
}

const calls = join(corpora, 'earnings21')
const edited = readCounts(join(corpora, 'ngrams'), 'edited')
const machine = readCounts(join(corpora, 'ngrams'), 'machine')
const references = sentencesIn('.ref.txt')
const verbatim = withoutSentences(readCounts(join(corpora, 'ngrams'), 'verbatim'), references)
const words = vocabularyOf(edited, verbatim, machine)
const confusions = readConfusions()

console.log('edited verbatim machine | perplexity of 1- to 4-grams, kept-out references | meant over heard')
for (const [ofVerbatim, ofMachine] of [
  [0, 0],
  [1, 0],
  [3, 0],
  [8, 0],
  [0, 0.1],
  [3, 0.03],
  [3, 0.1],
  [3, 0.3],
  [3, 1],
] as const) {
  const model = keptOut(ofVerbatim, ofMachine)
  const perplexities = [0, 1, 2, 3].map((reach) => measure(model, references, reach).perplexity.toFixed(1))
  console.log(1, ofVerbatim, ofMachine, '|', ...perplexities, '|', meantShare(model).toFixed(3))
}

const model = keptOut(weights.verbatim, weights.machine)
console.log('\ntext | words | not known | mean log10 of a word | perplexity')
print('references, kept out', model, references)
for (const recogniser of ['amazon', 'google', 'microsoft', 'speechmatics', 'revkaldi']) {
  print(recogniser, model, sentencesIn(`.${recogniser}.txt`))
}
print('edited calls (counted)', model, editedSentences())
for (const [origin, passages] of passagesOf()) {
  print(`bilingual call, ${origin}`, model, passages.flatMap(sentencesOf))
}
const long = (origin: string) =>
  (passagesOf().get(origin) ?? [])
    .map(sentencesOf)
    .filter((sentences) => sentences.flat().length >= 20)
    .map((sentences) => measure(model, sentences).mean)
console.log('\npassages of 20 words or more: share of pairs in which the Mandarin one is the less probable')
for (const origin of ['interpretation', 'english']) {
  const [low, high] = [long('mandarin'), long(origin)]
  const right = low.reduce((sum, value) => sum + high.filter((other) => other > value).length, 0)
  console.log(
    `mandarin ${low.length}, ${origin} ${high.length}: ${(right / (low.length * high.length)).toFixed(3)}`,
  )
}

function keptOut(ofVerbatim: number, ofMachine: number): LanguageModel {
  const sources: Source[] = [
    { counts: edited, weight: 1 },
    { counts: verbatim, weight: ofVerbatim },
    { counts: machine, weight: ofMachine },
  ]
  return openLanguageModel(
    modelOf(
      sources.filter(({ weight }) => weight > 0),
      words,
    ),
  )
}

/** Sentences of all Earnings-21 texts of one kind, without speaker marks, remarks and hesitations. */
function sentencesIn(ending: string): string[][] {
  return readdirSync(calls)
    .filter((name) => name.endsWith(ending))
    .flatMap((name) =>
      sentencesOf(readFileSync(join(calls, name), 'utf8').replace(/\[spk\d+\]|<[a-z_]+>/g, ' ')),
    )
    .map((sentence) => sentence.filter((word) => !/^(?:uh|um|mm-hmm)$/.test(word)))
}

function editedSentences(): string[][] {
  const folder = join(corpora!, 'edited')
  return readdirSync(folder).flatMap((name) => sentencesOf(readFileSync(join(folder, name), 'utf8')))
}

function measure(model: LanguageModel, sentences: readonly (readonly string[])[], reach = 3) {
  let [sum, known, unknown] = [0, 0, 0]
  for (const sentence of sentences) {
    const ids = sentence.map((word) => model.id(word))
    ids.forEach((id, at) => {
      if (id === 0) return (unknown += 1)
      known += 1
      sum += model.logProbability(id, ids, Math.max(0, at - reach), at)
    })
  }
  return { known, unknown, mean: sum / known, perplexity: 10 ** (-sum / known) }
}

function print(name: string, model: LanguageModel, sentences: readonly (readonly string[])[]): void {
  const { known, unknown, mean, perplexity } = measure(model, sentences)
  const share = `${((100 * unknown) / (known + unknown)).toFixed(2)} %`
  console.log(name, '|', known + unknown, '|', share, '|', mean.toFixed(3), '|', perplexity.toFixed(0))
}

/** What recognisers heard for what was meant, of five letters or more, with the words on both sides. */
function readConfusions() {
  const letters = (text: string) => text.replace(/[^a-z]/g, '')
  return readFileSync(join(calls, 'confusions.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, string, string, string, string])
    .filter(([, heard, meant]) => !/\d|\b(?:uh|um|gonna|going to)\b/.test(`${heard} ${meant}`))
    .filter(([, heard, meant]) => Math.min(letters(heard).length, letters(meant).length) >= 5)
    .filter(([, heard, meant]) => letters(heard) !== letters(meant))
    .map(([, heard, meant, , context]) =>
      [context.split('<<')[0]!, heard, meant, context.split('>>')[1]!].map((text) =>
        sentencesOf(text).flat(),
      ),
    )
}

/** The share of confusions whose words are all known where what was meant is the more probable. */
function meantShare(model: LanguageModel): number {
  let [right, all] = [0, 0]
  for (const texts of confusions) {
    const [left, heard, meant, after] = texts.map((text) => text.map((word) => model.id(word)))
    if (heard!.includes(0) || meant!.includes(0)) continue
    all += 1
    if (model.between(left!, meant!, after!) > model.between(left!, heard!, after!)) right += 1
  }
  return right / all
}

/** Passages of each origin in the annotated transcripts, a folder each. */
function passagesOf(): Map<string, string[]> {
  const result = new Map<string, string[]>()
  for (const name of readdirSync(corpora!)) {
    const gold = join(corpora!, name, 'gold.json')
    if (!existsSync(gold)) continue
    const text = readFileSync(join(corpora!, name, 'transcript.txt'), 'utf8')
    const { origin } = JSON.parse(readFileSync(gold, 'utf8')) as {
      origin: { start: number; end: number; origin: string[] }[]
    }
    for (const span of origin) {
      const kind = span.origin.join(' or ')
      result.set(kind, [...(result.get(kind) ?? []), text.slice(span.start, span.end)])
    }
  }
  return result
}
