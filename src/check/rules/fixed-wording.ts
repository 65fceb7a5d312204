import { ngramWords } from '../../text/tokens.js'
import type { Aligned, Found, Span } from '../../types.js'
import type { Check } from '../check.js'
import { candidateFinder, type Candidate } from '../wording/candidates.js'
import { compare } from '../wording/differences.js'
import { judgeDifference, judgePair, judgeSlot, type Place } from '../wording/judge.js'
import { latticesOf } from '../wording/lattice.js'
import { pairFinder } from '../wording/pairs.js'
import { piecesOf, type Piece } from '../wording/pieces.js'
import { slotFinder } from '../wording/slots.js'

export const fixedWording: Check = {
  id: 'fixed-wording',
  summary:
    'Words misheard in the sentences that every call has: safe harbor, non-GAAP, operator, interpretation.',
  explanation: `
The safe-harbour notice, the notes on non-GAAP measures, currency and interpretation and the operator's
instructions are near-verbatim in every call. Where the text follows such a sentence (corpora/lexicon/boilerplate)
and has other words that sound like those of the sentence and are far less likely in that place, the words of the
sentence were said.

Three things must come together: most of the sentence is there; the words sound alike; earnings calls say the words
of the sentence at least a hundred times more often between these neighbours. Where the words next to a place leave
hardly a choice (corpora/lexicon/slots.tsv: "… otherwise stated", "comparable … measures", "provide …
interpretation"), they take the place of the sentence. Mere variants (will for would,
a left-out or added word, another order, another ending) are left alone.
`,
  category: 'boilerplate',
  severity: 'error',
  examples: [
    {
      text: 'Li Na: These are all non-{gap=>GAAP} measures.',
      why: 'A place that calls fill with one word.',
    },
    {
      text: `Ann Price (IR): This call contains forward-looking statements within the meaning of Section 21E of the
{Security=>Securities|boilerplate|A} Exchange Act of 1934, as {demanded=>amended|boilerplate|A}, and as defined in the
U.S. Private Securities Litigation Reform Act of 1995.`,
      why: 'The acts of the safe-harbour notice.',
    },
    {
      text: `Ann Price (IR): Mr. Chen will speak in Mandarin. A third-party interpreter will provide {constructive=>consecutive|boilerplate|A}
interpretation during the Q&A session.`,
      why: 'How remarks are interpreted.',
    },
    {
      text: `Ann Price (IR): Please note that the discussion today will contain forward-looking statements made under the
{seat proper=>safe harbor|boilerplate|A} provisions of the U.S. Private Securities Litigation Reform Act of 1995.
{Four looking=>Forward-looking|boilerplate|A} statements involve inherent risks and uncertainties.`,
      why: 'Two words for two, and at the beginning of a sentence.',
    },
    {
      text: `Ann Price (IR): A reconciliation to comparable {gap=>GAAP|boilerplate|A} measures is in our press release. All figures
are in RMB {and less=>unless|boilerplate|A} otherwise stated, and this call is no offer or {solid citation=>solicitation|boilerplate|A} to buy securities.`,
      why: 'Places in which next to nothing else is said.',
    },
    {
      text: `Ann Price (IR): The discussion today may contain certain forward-looking statements that are made pursuant to the
safe harbor provision of the United States Private Securities Litigation Reform Act of 1995. Forward-looking
statements are subject to risks and uncertainties, many of which we cannot control. We would not undertake any
obligations to update this forward-looking information, unless required under applicable law.`,
      why: 'Variants of the wording.',
    },
    {
      text: `Ann Price (CFO): We will provide constructive feedback to suppliers. Security spending and exchange losses fell. The gap to
our peers narrowed, our growth in margin slowed, and with executive support we met and exceeded stated goals.`,
      why: 'The same words elsewhere.',
    },
  ],
  run: (doc, lexicon) => {
    const { boilerplate, slots } = lexicon.tables
    const candidatesOf = candidateFinder(latticesOf(boilerplate))
    const pairsOf = pairFinder(boilerplate, lexicon.languageModel)
    const slotsOf = slotFinder(slots)
    return best(
      paragraphsOf(doc).flatMap((paragraph) => {
        const words = ngramWords(doc.text, paragraph)
        const pieces = piecesOf(words)
        return [
          ...differencesOf(pieces, candidatesOf(pieces), paragraph).flatMap((place) =>
            judgeDifference(doc.text, place, lexicon),
          ),
          ...pairsOf(words).flatMap((place) => judgePair(doc.text, paragraph, place, lexicon)),
          ...slotsOf(pieces).flatMap((place) => judgeSlot(doc.text, pieces, paragraph, place, lexicon)),
        ]
      }),
    )
  },
}

function differencesOf(pieces: readonly Piece[], candidates: readonly Candidate[], paragraph: Span): Place[] {
  const comparisons = candidates.flatMap((candidate) => {
    const comparison = compare(pieces, candidate)
    return comparison ? [{ ...comparison, lattice: candidate.lattice }] : []
  })
  const agreeing = new Map<number, number>()
  for (const { agreeing: indexes, support } of comparisons) {
    for (const index of indexes) agreeing.set(index, Math.max(support, agreeing.get(index) ?? 0))
  }
  return comparisons.flatMap(({ differences, lattice }) =>
    differences
      .filter(({ from, to, support }) => !agreesBetter(agreeing, from, to, support))
      .map((difference) => ({ ...difference, pieces, lattice, paragraph })),
  )
}

/** Those that are not machine English from beginning to end. */
function paragraphsOf({ turns, origins }: Aligned): Span[] {
  const mandarin = origins.filter(({ origin }) => origin === 'mandarin')
  let next = 0
  return turns
    .flatMap(({ body }) => body)
    .filter(({ start, end }) => {
      while (next < mandarin.length && mandarin[next]!.end <= start) next++
      const first = mandarin[next]
      return !(first && first.start <= start && end <= first.end)
    })
}

/** Whether another sentence that fits as well has the words as they stand. */
function agreesBetter(
  agreeing: ReadonlyMap<number, number>,
  from: number,
  to: number,
  support: number,
): boolean {
  for (let index = from; index < to; index++) if ((agreeing.get(index) ?? 0) < support) return false
  return true
}

/** One finding a place: the surest, then the longest, wins. */
function best(found: readonly Found[]): Found[] {
  const kept: Found[] = []
  const order = found.toSorted((a, b) => b.confidence - a.confidence || b.end - b.start - (a.end - a.start))
  const taken = new Set<number>()
  for (const finding of order) {
    const offsets = Array.from({ length: finding.end - finding.start }, (_, index) => finding.start + index)
    if (offsets.some((offset) => taken.has(offset))) continue
    for (const offset of offsets) taken.add(offset)
    kept.push(finding)
  }
  return kept
}
