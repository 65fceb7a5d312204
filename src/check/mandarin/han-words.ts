import type { Lexicon } from '../../lexicon/lexicon.js'
import { longestHeadword } from '../../lexicon/dictionary.js'
import type { Span } from '../../types.js'

/** The likeliest words of a run of simplified Han, and how likely they are: log10, words taken as independent. */
export interface HanWords {
  /** Without gaps, in order. */
  readonly words: readonly Span[]
  readonly likelihood: number
  /** The likelihood of what stands before an offset, and of what stands from it on. */
  readonly before: Float64Array
  readonly after: Float64Array
}

/** Log10 of the share of a term, which calls have oftener than books; of a word and of a character books have not. */
const termShare = -4.8
const rareWord = -8
const rareCharacter = -8.5

/** Finds them; terms count as words. Linear in the length of the run. */
export function hanWordFinder({ dictionary, tables }: Lexicon): {
  readonly wordsOf: (text: string) => HanWords
  /** Log10 of the share of a word; undefined for what is no word. */
  readonly shareOf: (text: string, start: number, end: number) => number | undefined
} {
  const terms = new Set(tables.terms.map(({ zh }) => zh))
  const shareOf = (text: string, start: number, end: number): number | undefined => {
    const id = dictionary.find(text, start, end)
    const isTerm = end - start > 1 && end - start < 7 && terms.has(text.slice(start, end))
    if (isTerm) return Math.max(termShare, id < 0 ? rareWord : dictionary.frequency(id))
    if (id >= 0) return Math.max(end - start === 1 ? rareCharacter : rareWord, dictionary.frequency(id))
    return end - start === 1 ? rareCharacter : undefined
  }
  const wordsOf = (text: string): HanWords => {
    const length = text.length
    const before = new Float64Array(length + 1).fill(-Infinity)
    const after = new Float64Array(length + 1).fill(-Infinity)
    const from = new Int32Array(length + 1)
    const shares: { readonly start: number; readonly end: number; readonly share: number }[] = []
    before[0] = 0
    for (let start = 0; start < length; start++) {
      for (let end = start + 1; end <= Math.min(length, start + longestHeadword); end++) {
        const share = shareOf(text, start, end)
        if (share === undefined) continue
        shares.push({ start, end, share })
        if (before[start]! + share > before[end]!) {
          before[end] = before[start]! + share
          from[end] = start
        }
      }
    }
    after[length] = 0
    for (const { start, end, share } of shares.reverse())
      after[start] = Math.max(after[start]!, share + after[end]!)
    const words: Span[] = []
    for (let end = length; end > 0; end = from[end]!) words.push({ start: from[end]!, end })
    return { words: words.reverse(), likelihood: before[length]!, before, after }
  }
  return { wordsOf, shareOf }
}
