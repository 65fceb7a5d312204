import type { Dictionary } from '../../lexicon/dictionary.js'
import { isStopWord } from '../../text/stop-words.js'
import { memo } from '../../text/memo.js'
import type { Evoked } from './evoked.js'
import type { LiteralMatch } from './literals.js'
import type { PlainWord } from './words.js'

/** Weight of a gloss, 0 to 1, from which on it is a translation. */
const translation = 0.5

/**
 * Finds where two words, each a meaning of a character, together render a dictionary word of which the
 * interpretation, `partner`, has the translation: "light quantity" for 轻量 beside "lightweight".
 */
export function translatedWordFinder(
  dictionary: Dictionary,
  evoked: Evoked,
): (text: string, words: readonly PlainWord[], partner: readonly PlainWord[]) => LiteralMatch[] {
  const [first, last] = [dictionary.firstOfLength(2), dictionary.firstOfLength(3)]
  const translated = memo((stem: number) => {
    const weights = dictionary.weightsOf(stem)
    return dictionary
      .headwordsOf(stem)
      .filter((id, at) => id >= first && id < last && weights[at]! >= translation * 255)
  })
  const unitsOf = memo((stem: number) =>
    stem < 0 ? [] : evoked.charactersOf(stem).map((id) => dictionary.unitAt(id, 0)),
  )
  const stemOf = ({ word }: PlainWord): number => (isStopWord(word) ? -1 : evoked.stemOf(word))
  const heard = new Int32Array(0x10000)
  let visit = 0
  return (text, words, partner) => {
    const stems = words.map(stemOf)
    visit++
    for (const stem of stems) for (const unit of unitsOf(stem)) heard[unit] = visit
    const answers = new Map<number, PlainWord>()
    for (const word of partner) {
      const stem = stemOf(word)
      if (stem < 0 || stems.includes(stem)) continue
      for (const id of translated(stem))
        if (heard[dictionary.unitAt(id, 0)] === visit && heard[dictionary.unitAt(id, 1)] === visit)
          answers.set(id, word)
    }
    return [...answers].flatMap(([id, { start, end }]) => {
      const [one, other] = [dictionary.unitAt(id, 0), dictionary.unitAt(id, 1)]
      return words.flatMap((word, at): LiteralMatch[] => {
        const isIt =
          at > 0 && !word.cut && unitsOf(stems[at]!).includes(other) && unitsOf(stems[at - 1]!).includes(one)
        if (!isIt) return []
        const own = words.slice(at - 1, at + 1).map((each) => each.word)
        const renderings = [text.slice(start, end)]
        const literal = { zh: dictionary.headword(id), words: own, renderings, kind: 'dictionary' } as const
        return [{ literal: { ...literal, strength: 0, missing: 0, turned: false }, from: at - 1, to: at + 1 }]
      })
    })
  }
}
