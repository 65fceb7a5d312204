/**
 * Measures what the word checks suggest on recognisers' output of which there is a human transcript.
 *
 *     npx tsx scripts/evaluate-asr.ts [FOLDER] [--calls kept-out|all] [--shipped] [--list N]
 *
 * FOLDER (../shared/corpora by default) holds earnings21/ and ngrams/. By default it reports on the calls that
 * scripts/learn-terms.ts has not seen, with a language model from which all references are taken out, and with
 * those confusions only that other calls show. --shipped measures the lexicon as it ships; --list prints the N
 * surest suggestions that are wrong.
 */
import { parseArgs } from 'node:util'
import { defaultLexicon } from '../src/lexicon/open.js'
import type { Lexicon } from '../src/lexicon/lexicon.js'
import { annotate, check } from '../src/pipeline.js'
import { ngramWords } from '../src/text/tokens.js'
import type { Finding } from '../src/types.js'
import { markdownTable } from './markdown-table.js'
import { effectsOn } from './recognisers/alignment.js'
import { isKeptOut, loadRecognised, type Recognised } from './recognisers/calls.js'
import { plainConfusions } from './recognisers/baseline.js'
import { attestation, lexiconWithout, modelWithoutReferences } from './recognisers/kept-out.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    calls: { type: 'string', default: 'kept-out' },
    shipped: { type: 'boolean', default: false },
    list: { type: 'string', default: '0' },
  },
})

/** The checks whose suggestions are words. */
const wordChecks = ['term', 'fixed-wording', 'name-variant']

/** A suggestion held against the reference. */
interface Outcome {
  readonly recogniser: string
  readonly check: string
  readonly confidence: number
  readonly isAlarm: boolean
  readonly isNearer: boolean
  readonly shown: string
}

const folder = positionals[0] ?? '../shared/corpora'
const recognised = loadRecognised(`${folder}/earnings21`)
const calls = [...new Set(recognised.map(({ call }) => call))]
if (recognised.length === 0) console.log(`${folder}/earnings21: absent, not measured`)
else report(recognised.filter(({ call }) => values.calls === 'all' || isKeptOut(call, calls)))

function report(chosen: readonly Recognised[]): void {
  const lexicon = values.shipped ? defaultLexicon() : honestLexicon()
  const words = new Map<string, number>()
  for (const { recogniser, text } of chosen) {
    words.set(recogniser, (words.get(recogniser) ?? 0) + ngramWords(text).length)
  }
  const outcomes = chosen.flatMap((text) => outcomesOf(text, lexicon))
  const plain = chosen.flatMap((text) => baselineOf(text, lexicon))
  const alarms = outcomes.filter(({ isAlarm }) => isAlarm)
  const all = [...words.values()].reduce((sum, count) => sum + count, 0)
  console.log(`${new Set(chosen.map(({ call }) => call)).size} calls, ${chosen.length} texts, ${all} words\n`)
  console.log(
    markdownTable([
      ['recogniser', 'words', 'warnings and errors', 'per 1,000 words', 'nearer', 'plain list', 'nearer'],
      ...[...words]
        .map(([recogniser, count]) =>
          rowOf(recogniser, count, alarms.filter(of(recogniser)), plain.filter(of(recogniser))),
        )
        .concat([rowOf('all', all, alarms, plain)]),
    ]),
  )
  console.log(
    markdownTable([
      ['check', 'warnings and errors', 'nearer'],
      ...wordChecks.map((id) => {
        const own = alarms.filter((outcome) => outcome.check === id)
        return [id, String(own.length), shareNearer(own)]
      }),
    ]),
  )
  console.log(curve(outcomes, all))
  const wrong = outcomes.filter(({ isNearer }) => !isNearer).toSorted((a, b) => b.confidence - a.confidence)
  for (const { shown } of wrong.slice(0, Number(values.list))) console.log(shown)
}

function of(name: string): (outcome: Outcome) => boolean {
  return ({ recogniser }) => recogniser === name
}

function honestLexicon(): Lexicon {
  const base = defaultLexicon()
  const model = modelWithoutReferences(folder, calls)
  if (!model) console.log(`${folder}/ngrams: absent, the language model has seen the references`)
  const attested = attestation(recognised)
  return lexiconWithout(base, model ?? base.languageModel, (confusion) =>
    [...attested(confusion)].some((call) => !isKeptOut(call, calls)),
  )
}

function outcomesOf({ recogniser, call, text, reference }: Recognised, lexicon: Lexicon): Outcome[] {
  const effectOf = effectsOn(text, reference)
  return check(annotate(text, { lexicon }), { lexicon, only: wordChecks })
    .filter(({ suggestions }) => suggestions.length > 0)
    .map((finding) => ({
      recogniser,
      check: finding.check,
      confidence: finding.confidence,
      isAlarm: finding.severity !== 'info',
      isNearer: effectOf({ ...finding, insert: finding.suggestions[0]!.text }).gain > 0,
      shown: `${call}.${recogniser} ${finding.confidence.toFixed(2)} ${inContext(text, finding)}`,
    }))
}

function inContext(text: string, { start, end, suggestions }: Finding): string {
  const said = suggestions[0]!.text
  return `…${text.slice(Math.max(0, start - 40), start)}{${text.slice(start, end)}=>${said}}${text.slice(end, end + 30)}…`
}

/** The plain list's replacements, as if each were a warning. */
function baselineOf({ recogniser, text, reference }: Recognised, lexicon: Lexicon): Outcome[] {
  const effectOf = effectsOn(text, reference)
  return plainConfusions(text, lexicon.tables.confusions).map((edit) => ({
    recogniser,
    check: 'plain list',
    confidence: 1,
    isAlarm: true,
    isNearer: effectOf(edit).gain > 0,
    shown: '',
  }))
}

function rowOf(name: string, words: number, alarms: readonly Outcome[], plain: readonly Outcome[]): string[] {
  const density = ((1000 * alarms.length) / words).toFixed(2)
  const plainDensity = ((1000 * plain.length) / words).toFixed(2)
  return [
    name,
    String(words),
    String(alarms.length),
    density,
    shareNearer(alarms),
    plainDensity,
    shareNearer(plain),
  ]
}

function shareNearer(outcomes: readonly Outcome[]): string {
  const nearer = outcomes.filter(({ isNearer }) => isNearer).length
  return outcomes.length === 0 ? '–' : (nearer / outcomes.length).toFixed(3)
}

/** What the confidence is worth: shares in bands of it, and above each of their lower ends. */
function curve(outcomes: readonly Outcome[], words: number): string {
  const steps = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95]
  return markdownTable([
    ['confidence', 'suggestions', 'nearer', 'all above, per 1,000 words', 'nearer'],
    ...steps.map((low, index) => {
      const high = steps[index + 1] ?? 1.01
      const above = outcomes.filter(({ confidence }) => confidence >= low)
      const band = above.filter(({ confidence }) => confidence < high)
      const density = ((1000 * above.length) / words).toFixed(2)
      return [`from ${low}`, String(band.length), shareNearer(band), density, shareNearer(above)]
    }),
  ])
}
