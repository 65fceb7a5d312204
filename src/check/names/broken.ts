import type { Lexicon } from '../../lexicon/lexicon.js'
import { correctedPinyin, isBrokenPinyin, nameDistance } from './alike.js'
import type { Mention } from './mentions.js'
import { fullNames, surnameRanks, type PersonVariant } from './people.js'

/** "Xieolin Zhang": beside a Chinese surname a word with a syllable that does not exist, one letter off. */
export function brokenPinyinVariants(mentions: readonly Mention[], lexicon: Lexicon): PersonVariant[] {
  const surnames = surnameRanks(lexicon.tables.surnames)
  const found = new Map<string, PersonVariant>()
  for (const { parts, mentions: own } of fullNames(mentions)) {
    if (parts.length !== 2 || own.some(({ kind }) => kind === 'listed' || kind === 'self')) continue
    const index = surnames.has(parts[1]!.toLowerCase()) ? 0 : surnames.has(parts[0]!.toLowerCase()) ? 1 : -1
    const heard = parts[index]
    if (heard === undefined || !isBrokenPinyin(heard)) continue
    const [best] = correctedPinyin(heard)
      .map((name) => ({ name, distance: nameDistance(heard, name, lexicon) }))
      .toSorted(
        (a, b) =>
          Number(b.name.length === heard.length) - Number(a.name.length === heard.length) ||
          a.distance - b.distance,
      )
    if (!best) continue
    const said = heard[0]! + best.name.slice(1)
    const places = own.map(({ words }) => words[index]!)
    found.set(heard, {
      heard,
      said,
      distance: best.distance,
      confidence: 0.8,
      places,
      proof: [],
      pinyin: best.name,
    })
  }
  return [...found.values()]
}
