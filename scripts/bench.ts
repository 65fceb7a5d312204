/**
 * Measures speed and memory and prints Markdown tables: milliseconds a stage, cold and warm, words a
 * second, whole processes from dist/, growth with the length of a call and on odd input.
 *
 *     npm run bench [-- FILE…] [--runs N] [--lengths 1,10,100] [--odd WORDS]
 *
 * Without files it measures a sample and, where present, the real call of ../shared/corpora. Growth is
 * measured on the first file, its turns repeated; `--lengths 1` leaves it out. Odd input is the
 * same words again and again: `--odd figures` takes the trials of that name alone, `--odd none` leaves them out.
 */
import { existsSync, readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { basename, dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeText } from '../src/read/decode.js'
import { readTranscript } from '../src/read/read.js'
import { growthOf, trials } from './benchmark/odd-input.js'
import { measureColdStages, measureProcess, type ProcessCost } from './benchmark/processes.js'
import { runStages, stages, wordsOf, type StageTimes } from './benchmark/stages.js'
import { markdownTable } from './markdown-table.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '7' },
    lengths: { type: 'string', default: '1,10,100' },
    odd: { type: 'string', default: '' },
  },
})
const runs = Number(values.runs)
const lengths = values.lengths.split(',').map(Number)
const defaults = [
  'corpora/samples/lanyue-auto-2025q3/transcript.txt',
  '../shared/corpora/kingsoft-cloud-2025q3/transcript.txt',
]
const files = (positionals.length > 0 ? positionals : defaults).filter((file) => {
  if (!existsSync(file)) console.log(`${file}: absent, not measured\n`)
  return existsSync(file)
})
const texts = files.map((file) => decodeText(readFileSync(file)).text)

console.log(`${machine()}\n`)
console.log(processTable())
console.log(stageTable())
if (lengths.length > 1 && texts[0] !== undefined) console.log(growthTable(texts[0]))
const odd = trials.filter(({ name }) => name.includes(values.odd))
if (odd.length > 0) console.log(oddTable())

function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const load = loadavg()[0]!.toFixed(1)
  return `${cpus().length} × ${cpus()[0]!.model}, ${gigabytes} GB, Node ${process.versions.node}, load ${load} before the run`
}

function processTable(): string {
  const commands = [['--help'], ...files.map((file) => ['check', file])]
  const rows = commands.map((words): string[] => {
    const costs = Array.from({ length: runs }, () => measureProcess(words))
    const middle = (of: (cost: ProcessCost) => number): number => median(costs.map(of))
    const [command, file] = words
    return [
      `\`${[command, ...(file === undefined ? [] : [nameOf(file)])].join(' ')}\``,
      middle(({ wall }) => wall).toFixed(0),
      Math.min(...costs.map(({ wall }) => wall)).toFixed(0),
      middle(({ cpu }) => cpu).toFixed(0),
      middle(({ memory }) => memory / 2 ** 20).toFixed(0),
    ]
  })
  return markdownTable([
    ['whole process, cold', 'ms, median', 'ms, best', 'CPU ms, median', 'peak MB, median'],
    ...rows,
  ])
}

function stageTable(): string {
  const columns = files.flatMap((file, index) => {
    const text = texts[index]!
    const cold = medianTimes(Array.from({ length: runs }, () => measureColdStages(file)))
    runStages(text)
    const warm = medianTimes(Array.from({ length: runs }, () => runStages(text)))
    const words = wordsOf(text)
    return [
      { head: `${nameOf(file)}, cold`, times: cold, words },
      { head: 'warm', times: warm, words },
    ]
  })
  const rate = (words: number, milliseconds: number): string =>
    Math.round((1000 * words) / milliseconds).toLocaleString('en')
  return markdownTable([
    ['stage, median ms', ...columns.map(({ head }) => head)],
    ...stages.map((stage) => [stage, ...columns.map(({ times }) => times[stage].toFixed(1))]),
    ['all', ...columns.map(({ times }) => totalOf(times).toFixed(1))],
    ['words a second', ...columns.map(({ times, words }) => rate(words, totalOf(times)))],
  ])
}

function growthTable(text: string): string {
  const columns = lengths.map((times) => {
    const long = repeatTurns(text, times)
    const measured = times <= 10 ? medianTimes([1, 2, 3].map(() => runStages(long))) : runStages(long)
    return { times, long, measured, memory: process.resourceUsage().maxRSS / 2 ** 10 }
  })
  const words = columns.map(({ long }) => wordsOf(long))
  const perWord = (stage: (times: StageTimes) => number): string[] =>
    columns.map(({ measured }, index) => ((1000 * stage(measured)) / words[index]!).toFixed(1))
  return markdownTable([
    [`µs a word, ${nameOf(files[0]!)}`, ...columns.map(({ times }) => `×${times}`)],
    ...stages.map((stage) => [stage, ...perWord((times) => times[stage])]),
    ['all', ...perWord(totalOf)],
    ['words', ...words.map(String)],
    ['peak MB so far', ...columns.map(({ memory }) => memory.toFixed(0))],
  ])
}

/** Growth is fit where the last column is hardly more than the one before. */
function oddTable(): string {
  const rows = odd.map((trial) => [
    `${trial.name}, ${trial.length.toLocaleString('en')}`,
    ...growthOf(trial).map((microseconds) => microseconds.toFixed(2)),
  ])
  return markdownTable([['µs a character, to so many', '1 %', '10 %', '100 %'], ...rows])
}

/** The transcript with all its turns said again and again. */
function repeatTurns(text: string, times: number): string {
  const at = readTranscript(text).turns[0]?.header.start ?? 0
  return text.slice(0, at) + `${text.slice(at).trimEnd()}\n\n`.repeat(times)
}

function totalOf(times: StageTimes): number {
  return stages.reduce((sum, stage) => sum + times[stage], 0)
}

function medianTimes(measured: readonly StageTimes[]): StageTimes {
  return Object.fromEntries(
    stages.map((stage) => [stage, median(measured.map((times) => times[stage]))]),
  ) as StageTimes
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

function nameOf(file: string): string {
  return basename(dirname(file))
}
