import type { Span } from '../../src/types.js'
import type { Gold, GoldBead } from '../markup.js'
import { characterCounter, groupBy, scoreOf, share, type MeasuredReport, type Score } from './counting.js'

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
