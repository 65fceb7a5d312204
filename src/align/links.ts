import { powerOfTenApart } from '../text/amounts/amounts.js'
import type { Similarity } from '../similarity/similarity.js'
import type { Term, TermType } from '../similarity/vocabulary.js'
import type { Link } from '../types.js'

/**
 * Which words of a bead speak for it: for each term of the interpretation the Mandarin term most
 * likely behind it, each used once, strongest first.
 */
export function linksOf(
  { vocabulary, relations }: Similarity,
  mandarin: readonly number[],
  interpretation: readonly number[],
): Link[] {
  const sources = mandarin.flatMap((segment) => vocabulary.terms[segment]!)
  const targets = interpretation.flatMap((segment) => vocabulary.terms[segment]!)
  const pairs = sources
    .flatMap((source) => partners(source, targets, relations))
    .sort((a, b) => b.weight - a.weight || a.source.start - b.source.start || a.target.start - b.target.start)
  const used = new Set<Term>()
  const links: Link[] = []
  for (const { source, target } of pairs) {
    if (used.has(source) || used.has(target)) continue
    used.add(source).add(target)
    links.push(linkOf(source, target, vocabulary.types))
  }
  return links.sort((a, b) => a.mandarin.start - b.mandarin.start)
}

interface Pair {
  readonly source: Term
  readonly target: Term
  readonly weight: number
}

function partners(
  source: Term,
  targets: readonly Term[],
  { offsets, related, weights }: Similarity['relations'],
): Pair[] {
  const pairs: Pair[] = []
  for (let entry = offsets[source.type]!; entry < offsets[source.type + 1]!; entry++) {
    for (const target of targets) {
      if (target.type === related[entry]) pairs.push({ source, target, weight: weights[entry]! })
    }
  }
  return pairs
}

function linkOf(source: Term, target: Term, types: readonly TermType[]): Link {
  const x = types[source.type]!
  const y = types[target.type]!
  const spans = {
    mandarin: { start: source.start, end: source.end },
    interpretation: { start: target.start, end: target.end },
  }
  if (x.kind === 'amount' && y.kind === 'amount') {
    return { kind: 'amount', ...spans, factor: 10 ** (powerOfTenApart(x.amount, y.amount) ?? 0) }
  }
  const name = y.kind === 'word' && y.capital && x.kind === 'word' && x.capital
  return { kind: name ? 'name' : 'term', ...spans }
}
