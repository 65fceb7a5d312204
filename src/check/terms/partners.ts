import type { Term } from '../../lexicon/tables.js'
import { stem } from '../../text/stem.js'
import type { Aligned, Span } from '../../types.js'

/** The stems of what the Mandarin side of a passage says, its Han by the terms. */
export type Partner = ReadonlySet<string>

/** Interpretations with what they interpret, in the order of the text. */
export function partnersOf(
  { text, beads }: Aligned,
  terms: readonly Term[],
): (Span & { partner: Partner })[] {
  return beads
    .flatMap(({ mandarin, interpretation }) => {
      if (mandarin.length === 0 || interpretation.length === 0) return []
      const partner = stemsOf(mandarin.map(({ start, end }) => text.slice(start, end)).join(' '), terms)
      return interpretation.map(({ start, end }) => ({ start, end, partner }))
    })
    .toSorted((a, b) => a.start - b.start)
}

function stemsOf(passage: string, terms: readonly Term[]): Set<string> {
  const stems = new Set<string>()
  const add = (words: string): void => {
    for (const word of words.toLowerCase().match(/[a-z]+/gu) ?? []) stems.add(stem(word))
  }
  add(passage)
  if (/\p{Script=Han}/u.test(passage)) {
    for (const { zh, en } of terms) if (passage.includes(zh)) en.forEach(add)
  }
  return stems
}

/** 1 where the partner has the words said and not those heard, −1 the other way round, else 0. */
export function partnerSays(partner: Partner | undefined, heard: string, said: string): number {
  if (!partner) return 0
  return Number(hasAll(partner, said)) - Number(hasAll(partner, heard))
}

function hasAll(partner: Partner, words: string): boolean {
  const stems = words.split(/[ -]/u).filter((word) => word.length > 3)
  return stems.length > 0 && stems.every((word) => partner.has(stem(word)))
}
