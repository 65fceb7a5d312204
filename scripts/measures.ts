/**
 * The measures of quality: a report (what `check --format json` prints) against an annotation.
 * Characters that count are letters and digits; a share of nothing is 1.
 */
import { overlaps, textOf } from '../src/text/spans.js'
import type { Category, Origin, Severity, Span } from '../src/types.js'
import type { Gold, GoldBead, GoldError, GoldOrigin, Tier } from './markup.js'

/** What the measures read of a report. */
export interface MeasuredReport {
  readonly origins: readonly (Span & { readonly origin: Origin })[]
  readonly alignment: readonly GoldBead[]
  readonly findings: readonly MeasuredFinding[]
}

export interface MeasuredFinding extends Span {
  readonly severity: Severity
  readonly suggestions: readonly { readonly text: string }[]
}

/** Shares from 0 to 1. */
export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface OriginAccuracy {
  /** Share of annotated characters whose predicted label is allowed. */
  readonly accuracy: number
  readonly characters: number
  readonly byOrigin: Readonly<Record<Origin, Score & { readonly characters: number }>>
}

/**
 * Share of letters and digits in annotated spans whose label is allowed; F1 per label. A character with
 * several allowed labels counts for the predicted one if that is allowed, else for the first.
 */
export function originAccuracy(text: string, gold: Gold, report: MeasuredReport): OriginAccuracy {
  const count = characterCounter(text)
  const right = tally()
  const predicted = tally()
  const expected = tally()
  for (const { origin: allowed, ...span } of gold.origin) {
    let rest = count(span)
    for (const guess of clip(report.origins, span)) {
      const characters = count(guess)
      const isRight = allowed.includes(guess.origin)
      predicted[guess.origin] += characters
      expected[isRight ? guess.origin : allowed[0]!] += characters
      if (isRight) right[guess.origin] += characters
      rest -= characters
    }
    expected[allowed[0]!] += rest
  }
  const score = (origin: Origin) => ({
    ...scoreOf(share(right[origin], predicted[origin]), share(right[origin], expected[origin])),
    characters: expected[origin],
  })
  const characters = total(expected)
  return {
    accuracy: share(total(right), characters),
    characters,
    byOrigin: {
      english: score('english'),
      mandarin: score('mandarin'),
      interpretation: score('interpretation'),
      notice: score('notice'),
    },
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}

function scoreOf(precision: number, recall: number): Score {
  const sum = precision + recall
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum }
}

function tally(): Record<Origin, number> {
  return { english: 0, mandarin: 0, interpretation: 0, notice: 0 }
}

function total(counts: Readonly<Record<Origin, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

/** The parts of the labelled spans inside `span`; finds the first by bisection. */
function clip<T extends Span>(labelled: readonly T[], span: Span): T[] {
  let low = 0
  let high = labelled.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (labelled[middle]!.end <= span.start) low = middle + 1
    else high = middle
  }
  const parts: T[] = []
  for (const part of labelled.slice(low)) {
    if (part.start >= span.end) break
    parts.push({ ...part, start: Math.max(part.start, span.start), end: Math.min(part.end, span.end) })
  }
  return parts
}

/** Counts letters and digits in spans, each in constant time. */
function characterCounter(text: string): (span: Span) => number {
  const before = new Uint32Array(text.length + 1)
  for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu)) before[index + 1] = 1
  for (let index = 0; index < text.length; index++) before[index + 1]! += before[index]!
  return (span) => before[span.end]! - before[span.start]!
}

/** A predicted change counts as found when it is at most this many words away. */
const SWITCH_TOLERANCE = 2

/**
 * How well changes of origin are found. A gold change lies between neighbouring annotated spans that
 * have no allowed label in common; a predicted change, inside the annotated text, is right when it
 * goes from an allowed label of the one to an allowed label of the other within two spoken words
 * (two Han characters are a word). Each change is matched once. A predicted change with a right label
 * on either side, where several labels are allowed, is neither right nor wrong.
 */
export function switches(
  text: string,
  gold: Gold,
  report: MeasuredReport,
): Score & { readonly gold: number } {
  const words = spokenWords(text, gold.origin)
  const wanted = changes(gold.origin.map((span) => ({ span, allowed: span.origin })))
  const found = changes(
    gold.origin.flatMap((span) =>
      clip(report.origins, span).map((guess) => ({ span: guess, allowed: [guess.origin] })),
    ),
  )
  const open = new Set(wanted)
  let right = 0
  let wrong = 0
  for (const change of found) {
    const match = [...open]
      .filter((other) => shares(other.from, change.from) && shares(other.to, change.to))
      .map((other) => ({ other, distance: Math.abs(words(other.at) - words(change.at)) }))
      .filter(({ distance }) => distance <= SWITCH_TOLERANCE)
      .toSorted((a, b) => a.distance - b.distance)[0]
    if (match) {
      open.delete(match.other)
      right++
    } else if (!isAllowed(gold.origin, change)) wrong++
  }
  return { ...scoreOf(share(right, right + wrong), share(right, wanted.length)), gold: wanted.length }
}

interface Change {
  /** Start of the words after the change. */
  readonly at: number
  readonly from: readonly Origin[]
  readonly to: readonly Origin[]
}

function changes(spans: readonly { readonly span: Span; readonly allowed: readonly Origin[] }[]): Change[] {
  return spans.flatMap((next, index) => {
    const previous = spans[index - 1]
    if (!previous || shares(previous.allowed, next.allowed)) return []
    return [{ at: next.span.start, from: previous.allowed, to: next.allowed }]
  })
}

function shares(a: readonly Origin[], b: readonly Origin[]): boolean {
  return a.some((origin) => b.includes(origin))
}

function isAllowed(gold: readonly GoldOrigin[], change: Change): boolean {
  const next = gold.findIndex((span) => change.at < span.end)
  const before = change.at > gold[next]!.start ? gold[next] : gold[next - 1]
  return before !== undefined && shares(before.origin, change.from) && shares(gold[next]!.origin, change.to)
}

/** How many spoken words start before an offset. */
function spokenWords(text: string, spoken: readonly Span[]): (offset: number) => number {
  const before = new Uint32Array(text.length + 1)
  for (const span of spoken) {
    for (const { index } of textOf(text, span).matchAll(/\p{Script=Han}{1,2}|[^\s\p{Script=Han}]+/gu)) {
      before[span.start + index + 1] = 1
    }
  }
  for (let index = 0; index < text.length; index++) before[index + 1]! += before[index]!
  return (offset) => before[offset]!
}

/**
 * Alignment by characters. Every letter or digit of a side is linked to all letters and digits on the
 * other side of its beads. Precision: the share of predicted links that are gold links, averaged over
 * the characters with predicted links, of both sides; recall the same from the gold.
 */
export function linkF1(text: string, gold: Gold, report: MeasuredReport): Score {
  const count = characterCounter(text)
  const units = linkUnits(gold.alignment, report.alignment)
  const goldUnits = unitsByBead(units, 'gold')
  const predictedUnits = unitsByBead(units, 'predicted')
  const sums = { precision: 0, predicted: 0, recall: 0, gold: 0 }
  for (const group of groupAlike(units)) {
    const weight = group.reduce((sum, unit) => sum + count(unit), 0)
    const goldLinks = across(group[0]!, 'gold', goldUnits)
    const predictedLinks = across(group[0]!, 'predicted', predictedUnits)
    const size = (links: Iterable<Unit>) => [...links].reduce((sum, unit) => sum + count(unit), 0)
    const common = size([...predictedLinks].filter((unit) => goldLinks.has(unit)))
    const ofGold = size(goldLinks)
    const ofPredicted = size(predictedLinks)
    if (ofPredicted > 0) {
      sums.precision += (weight * common) / ofPredicted
      sums.predicted += weight
    }
    if (ofGold > 0) {
      sums.recall += (weight * common) / ofGold
      sums.gold += weight
    }
  }
  return scoreOf(share(sums.precision, sums.predicted), share(sums.recall, sums.gold))
}

/** Text between two neighbouring borders of beads, on one side, and the beads it stands in. */
interface Unit extends Span {
  readonly side: keyof GoldBead
  readonly gold: readonly number[]
  readonly predicted: readonly number[]
}

function linkUnits(gold: readonly GoldBead[], predicted: readonly GoldBead[]): Unit[] {
  return (['mandarin', 'interpretation'] as const).flatMap((side) => {
    const spans = [
      ...gold.flatMap((bead, id) => bead[side].map((span) => ({ ...span, of: 'gold' as const, id }))),
      ...predicted.flatMap((bead, id) =>
        bead[side].map((span) => ({ ...span, of: 'predicted' as const, id })),
      ),
    ].toSorted((a, b) => a.start - b.start)
    const borders = [...new Set(spans.flatMap((span) => [span.start, span.end]))].toSorted((a, b) => a - b)
    let next = 0
    let open: typeof spans = []
    return borders.slice(0, -1).flatMap((start, index) => {
      open = open.filter((span) => span.end > start)
      while (next < spans.length && spans[next]!.start <= start) open.push(spans[next++]!)
      const beadsOf = (of: 'gold' | 'predicted') => [
        ...new Set(open.filter((span) => span.of === of && span.end > start).map((span) => span.id)),
      ]
      const unit = {
        start,
        end: borders[index + 1]!,
        side,
        gold: beadsOf('gold'),
        predicted: beadsOf('predicted'),
      }
      return unit.gold.length + unit.predicted.length > 0 ? [unit] : []
    })
  })
}

type UnitsByBead = ReadonlyMap<string, readonly Unit[]>

function unitsByBead(units: readonly Unit[], of: 'gold' | 'predicted'): UnitsByBead {
  const entries = units.flatMap((unit) => unit[of].map((id) => ({ key: `${unit.side} ${id}`, unit })))
  return new Map(
    [...groupBy(entries, (entry) => entry.key)].map(([key, group]) => [
      key,
      group.map((entry) => entry.unit),
    ]),
  )
}

function groupAlike(units: readonly Unit[]): Unit[][] {
  return [
    ...groupBy(units, ({ side, gold, predicted }) => `${side} ${gold.join()} ${predicted.join()}`).values(),
  ]
}

function across(unit: Unit, of: 'gold' | 'predicted', units: UnitsByBead): Set<Unit> {
  const other = unit.side === 'mandarin' ? 'interpretation' : 'mandarin'
  return new Set(unit[of].flatMap((id) => units.get(`${other} ${id}`) ?? []))
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

export interface ErrorCount {
  readonly errors: number
  /** Overlapped by a warning or error. */
  readonly flagged: number
  /** Errors for which a right text is known. */
  readonly correctable: number
  /** The first suggestion gives an accepted text. */
  readonly corrected: number
}

export interface ErrorMeasures {
  readonly byTier: Readonly<Record<Tier, ErrorCount>>
  /** Without tier D. */
  readonly byCategory: Readonly<Partial<Record<Category, ErrorCount>>>
  /** Warnings and errors that overlap no annotated error of any tier. */
  readonly falseAlarms: number
  readonly spokenWords: number
  readonly falseAlarmsPerThousandWords: number
}

/**
 * What the findings of severity warning and error hit. An error is corrected when the first suggestion
 * of a finding on it, or of all findings on it together, gives one of its accepted texts; other errors
 * that the finding covers may be left or mended. Compared in NFC, white space folded.
 */
export function errors(text: string, gold: Gold, report: MeasuredReport): ErrorMeasures {
  const alarms = report.findings.filter((finding) => finding.severity !== 'info')
  const results = gold.errors.map((error) => ({ error, ...judge(text, error, gold.errors, alarms) }))
  const countOf = (chosen: typeof results): ErrorCount => ({
    errors: chosen.length,
    flagged: chosen.filter((result) => result.flagged).length,
    correctable: chosen.filter((result) => result.error.correction.length > 0).length,
    corrected: chosen.filter((result) => result.corrected).length,
  })
  const ofTier = (tier: Tier) => countOf(results.filter((result) => result.error.tier === tier))
  const counted = results.filter((result) => result.error.tier !== 'D')
  const falseAlarms = alarms.filter((alarm) => !gold.errors.some((error) => touches(alarm, error))).length
  const words = spokenWords(text, gold.origin)(text.length)
  return {
    byTier: { A: ofTier('A'), B: ofTier('B'), C: ofTier('C'), D: ofTier('D') },
    byCategory: Object.fromEntries(
      [...groupBy(counted, (result) => result.error.category)].map(([name, chosen]) => [
        name,
        countOf(chosen),
      ]),
    ),
    falseAlarms,
    spokenWords: words,
    falseAlarmsPerThousandWords: words === 0 ? 0 : (1000 * falseAlarms) / words,
  }
}

function judge(
  text: string,
  error: GoldError,
  all: readonly GoldError[],
  alarms: readonly MeasuredFinding[],
): { readonly flagged: boolean; readonly corrected: boolean } {
  const hits = alarms.filter((alarm) => touches(alarm, error)).toSorted((a, b) => a.start - b.start)
  if (hits.length === 0) return { flagged: false, corrected: false }
  const apart = hits.filter((hit, index) => index === 0 || hit.start >= hits[index - 1]!.end)
  const attempts = [...hits.map((hit) => [hit]), apart]
  return { flagged: true, corrected: attempts.some((attempt) => mends(text, error, all, attempt)) }
}

function mends(
  text: string,
  error: GoldError,
  all: readonly GoldError[],
  hits: readonly MeasuredFinding[],
): boolean {
  if (hits.some((hit) => hit.suggestions.length === 0)) return false
  const others = all.filter((other) => !overlaps(other, error) && hits.some((hit) => touches(hit, other)))
  const touched = [error, ...others, ...hits]
  const region = {
    start: Math.min(...touched.map((span) => span.start)),
    end: Math.max(...touched.map((span) => span.end)),
  }
  const suggested = hits.map((hit) => ({ ...hit, insert: hit.suggestions[0]!.text }))
  const result = replaced(text, region, suggested)
  return error.correction.some((insert) =>
    variants(others).some((edits) => replaced(text, region, [...edits, { ...error, insert }]) === result),
  )
}

type Insert = Span & { readonly insert: string }

/** Every way to leave or mend the errors; the first few, one accepted text each, where they are many. */
function variants(others: readonly GoldError[]): Insert[][] {
  return others
    .slice(0, 6)
    .reduce<Insert[][]>(
      (ways, other) =>
        ways.flatMap((way) => [
          way,
          ...other.correction.slice(0, 3).map((insert) => [...way, { ...other, insert }]),
        ]),
      [[]],
    )
}

/** The region after the edits, in NFC with white space folded. */
function replaced(text: string, region: Span, edits: readonly Insert[]): string {
  let result = ''
  let position = region.start
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(position, edit.start) + edit.insert
    position = Math.max(position, edit.end)
  }
  return (result + text.slice(position, region.end)).normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Overlap; an insertion touches what it stands in or beside. */
function touches(finding: Span, error: Span): boolean {
  if (finding.start === finding.end) return finding.start >= error.start && finding.end <= error.end
  return overlaps(finding, error)
}
