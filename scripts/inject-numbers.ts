/**
 * Injects errors into the figures of correct calls and measures how many the number checks find and put
 * right, against how many constraints each figure takes part in, with the false alarms of the calls as
 * they are.
 *
 *     npx tsx scripts/inject-numbers.ts [FOLDER] [--seed N] [--each N] [--sample N] [--misses]
 *
 * FOLDER holds plain transcripts (../shared/corpora/edited unless given); --each is how many figures of
 * each call and number of constraints are changed, one at a time (4 unless given). --sample N takes N of the calls,
 * drawn by the seed: eight with --each 2 take half a minute. --misses lists the errors
 * in figures under constraints that were not put right. Found is also what a finding on another mention of the
 * fact, or on the other side of a bead, cites: which of two is wrong, nothing may tell.
 */
import { parseArgs } from 'node:util'
import { asStated } from '../src/check/numbers/constraint.js'
import { constraintsByFigure } from '../src/check/numbers/solve.js'
import { countFigures, tieOut, type TiedFigure } from '../src/check/numbers/report/tie-out.js'
import { annotate, check } from '../src/pipeline.js'
import { textOf } from '../src/text/spans.js'
import { findAmounts } from '../src/text/amounts/amounts.js'
import type { Aligned, Category, Finding, Span } from '../src/types.js'
import { loadTexts } from './annotated.js'
import { markdownTable } from './markdown-table.js'
import { mulberry } from './random.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '4' },
    sample: { type: 'string' },
    misses: { type: 'boolean', default: false },
  },
})

const CATEGORIES: ReadonlySet<Category> = new Set(['number', 'scale', 'currency'])
/** The checks that the figures of a call take part in. */
const ONLY = 'change-direction currency malformed margin mention percent-change scale share sum unit'.split(
  ' ',
)

type Slip = (words: string, random: () => number) => string | undefined

const slips: Readonly<Record<string, Slip>> = {
  'teen-ty': (words) => {
    const match = /(?<![\d.,])(1[3-9]|[3-9]0)(?=\D|$)/u.exec(words)
    if (!match) return undefined
    const value = Number(match[1])
    const other = value < 20 ? (value - 10) * 10 : value / 10 + 10
    return words.slice(0, match.index) + String(other) + words.slice(match.index + 2)
  },
  digit: (words, random) => {
    const places = digitsOf(words)
    if (places.length < 2) return undefined
    const place = places[Math.floor(random() * places.length)]!
    const digit = String((Number(words[place]) + 1 + Math.floor(random() * 8)) % 10)
    if (place === places[0] && digit === '0') return undefined
    return words.slice(0, place) + digit + words.slice(place + 1)
  },
  'swapped pair': (words, random) => {
    const places = digitsOf(words)
    const pairs = places.slice(1).filter((place, index) => words[place] !== words[places[index]!])
    if (pairs.length === 0) return undefined
    const second = pairs[Math.floor(random() * pairs.length)]!
    const first = places[places.indexOf(second) - 1]!
    if (first === places[0] && words[second] === '0') return undefined
    const between = words.slice(first + 1, second)
    return words.slice(0, first) + words[second]! + between + words[first]! + words.slice(second + 1)
  },
  'ten times': (words) => {
    const match = /^(\D*)(\d+)\.(\d)(\d*)(.*)$/su.exec(words)
    if (match) return `${match[1]}${match[2]}${match[3]}${match[4] ? `.${match[4]}` : ''}${match[5]}`
    return /^\D*\d{1,3}(?=\D*$)/u.test(words) ? words.replace(/\d+/u, '$&0') : undefined
  },
  currency: (words) => (/^RMB ?\d/u.test(words) ? words.replace(/^RMB ?/u, '$') : undefined),
}

const digitsOf = (words: string): number[] =>
  Array.from(words).flatMap((sign, place) => (/\d/u.test(sign) ? [place] : []))

interface Tally {
  injected: number
  found: number
  right: number
}

const tallies = new Map<string, Tally>()
const random = mulberry(Number(values.seed))
let words = 0
let alarms = 0
let total = 0
let checked = 0
let hidden = 0

const calls = loadTexts(positionals[0] ?? '../shared/corpora/edited')
for (const { text } of sample(calls, Number(values.sample ?? calls.length))) {
  const doc = annotate(text)
  const found = findings(doc)
  const figures = tieOut(doc, found)
  const counts = countFigures(figures)
  total += counts.total
  checked += counts.checked
  words += text.split(/\s+/u).length
  alarms += found.length
  for (const [name, slip] of Object.entries(slips)) {
    for (const held of [0, 1, 2]) {
      const fit = figures.filter((figure) => figure.outcome !== 'contradicted' && heldBy(figure) === held)
      for (const figure of sample(fit, Number(values.each))) inject(doc, figure, name, held, slip, found)
    }
  }
}

/** 0, 1, or 2 for more. */
function heldBy({ checks }: TiedFigure): number {
  return Math.min(2, checks.filter(({ kind, holds }) => holds && kind !== 'direction').length)
}

function inject(
  doc: Aligned,
  figure: TiedFigure,
  name: string,
  held: number,
  slip: Slip,
  before: readonly Finding[],
): void {
  const span = name === 'currency' ? { start: figure.end - figure.words.length, end: figure.end } : figure
  const start = name === 'currency' ? doc.text.lastIndexOf(figure.words, figure.start) : span.start
  const said = name === 'currency' ? figure.words : textOf(doc.text, figure)
  const heard = start < 0 ? undefined : slip(said, random)
  if (heard === undefined || heard === said) return
  if (held > 0 && name !== 'currency' && isWithinRounding(doc, figure, heard)) {
    hidden++
    return
  }
  const text = doc.text.slice(0, start) + heard + doc.text.slice(start + said.length)
  const known = new Set(before.map((finding) => `${finding.start} ${finding.message}`))
  const shift = heard.length - said.length
  const asBefore = (finding: Finding): string =>
    `${finding.start > start ? finding.start - shift : finding.start} ${finding.message}`
  const touches = (span: Span): boolean => span.start < start + heard.length && span.end > start
  const there = findings(annotate(text)).filter(
    (finding) =>
      !known.has(asBefore(finding)) &&
      (touches(finding) ||
        finding.evidence.some(
          (item) => (item.kind === 'mention' || item.kind === 'aligned') && touches(item),
        )),
  )
  const mended = (finding: Finding): string =>
    text.slice(0, finding.start) + (finding.suggestions[0]?.text ?? '') + text.slice(finding.end)
  const squeezed = (all: string): string => all.replaceAll(/RMB\s/gu, 'RMB')
  const isRight = there.some((finding) => squeezed(mended(finding)) === squeezed(doc.text))
  if (values.misses && held > 0 && !isRight) {
    const kinds = figure.checks.filter(({ holds }) => holds).map(({ kind }) => kind)
    const told = there.map(({ check, message }) => `${check}: ${message}`)
    console.log(`${name}: ${said} → ${heard} (${kinds.join(', ')}) ${told.join('; ') || 'not found'}`)
    console.log(`    ${text.slice(Math.max(0, start - 160), start + 100).replaceAll('\n', ' ')}`)
  }
  for (const key of [`${name}|${held}`, `all|${held}`]) {
    const tally = tallies.get(key) ?? { injected: 0, found: 0, right: 0 }
    tally.injected++
    if (there.length > 0) tally.found++
    if (isRight) tally.right++
    tallies.set(key, tally)
  }
}

/** Whether all that holds of the figure holds of the slip as well: nothing in the call could show it. */
function isWithinRounding(doc: Aligned, { start }: Span, heard: string): boolean {
  const [slip] = findAmounts(heard)
  const [told] = [...constraintsByFigure(doc)].find(([{ figure }]) => figure.start === start) ?? []
  if (!slip || !told) return false
  const reading = { value: slip.value, precision: slip.precision }
  return constraintsByFigure(doc)
    .get(told)!
    .filter((constraint) => !constraint.hint && constraint.holds(asStated))
    .every((constraint) => constraint.holds((figure) => (figure === told ? reading : asStated(figure))))
}

function findings(doc: Aligned): Finding[] {
  return check(doc, { only: ONLY }).filter(
    ({ severity, category }) => severity !== 'info' && CATEGORIES.has(category),
  )
}

function sample<T>(list: readonly T[], count: number): T[] {
  const left = [...list]
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat()
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} % of ${whole}`
const rows = ['all', ...Object.keys(slips)].map((name) => [
  name,
  ...[0, 1, 2].flatMap((held) => {
    const { injected, found, right } = tallies.get(`${name}|${held}`) ?? { injected: 0, found: 0, right: 0 }
    return [percent(found, injected), percent(right, injected)]
  }),
])
console.log(
  markdownTable([
    ['slip', 'found, 0 hold', 'right, 0', 'found, 1 holds', 'right, 1', 'found, ≥ 2 hold', 'right, ≥ 2'],
    ...rows,
  ]),
)
console.log(`within the rounding of all that the figure is held against, left out: ${hidden}`)
console.log(
  `as they are: ${alarms} findings in ${words} words (${((1000 * alarms) / words).toFixed(3)} per 1,000); figures ${total}, checked ${checked} (${((100 * checked) / total).toFixed(0)} %)`,
)
