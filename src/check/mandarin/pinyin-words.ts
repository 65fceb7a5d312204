import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Term } from '../../lexicon/tables.js'
import { isPinyinSyllable, splitPinyin } from '../../text/pinyin.js'
import type { Aligned, Span } from '../../types.js'
import { countOf, plainForms, plainWords, standsAt, type PlainWord } from './words.js'

/** Words of pinyin in machine English, with the term they spell. */
export interface PinyinReading extends Span {
  readonly term: Term
  readonly said: string
  /** Where the interpretation says it. */
  readonly partner?: Span
}

/**
 * Pinyin that spells a term and is no word of calls. Written with a capital it may be a name, so that the
 * interpretation must have a rendering of the term.
 */
export function pinyinWords({ text, beads }: Aligned, lexicon: Lexicon): PinyinReading[] {
  const spelled = speller(lexicon)
  const interpreted = beads.map(({ interpretation }) =>
    interpretation.flatMap((span) => plainWords(text, span)),
  )
  return beads.flatMap(({ mandarin }, index) =>
    mandarin.flatMap((span) => {
      const words = plainWords(text, span)
      return words.flatMap((_, from) => {
        const found = spelled(text, words, from)
        if (!found) return []
        const place = { start: words[from]!.start, end: words[found.to - 1]!.end, term: found.term }
        const rendered = renderedIn(interpreted[index]!, found.term)
        if (rendered) return [{ ...place, ...rendered }]
        return /^\p{Lu}/u.test(text.slice(place.start))
          ? []
          : [{ ...place, said: usualOf(interpreted, found.term) }]
      })
    }),
  )
}

interface Spelled {
  readonly term: Term
  readonly to: number
}

/** What a machine writes for the last character of a term whose first ones it leaves in pinyin ("maoli rate"). */
const endings: Readonly<Record<string, string>> = {
  rate: '率',
  ratio: '率',
  time: '时',
  hour: '时',
  amount: '额',
}
/** Log10 of the probability below which a syllable is no English word. */
const rare = -5.3

/** Finds the term that the word, or two syllables written apart, spell. */
function speller({ tables, languageModel }: Lexicon) {
  const byPinyin = new Map<string, Term>()
  const byName = new Map<string, Term>()
  for (const term of tables.terms) {
    const key = term.pinyin.replaceAll(' ', '')
    if (term.pinyin.includes(' ') && !byPinyin.has(key)) byPinyin.set(key, term)
    byName.set(term.zh, term)
  }
  const isSyllable = (word: PlainWord | undefined): boolean =>
    word !== undefined &&
    isPinyinSyllable(word.word) &&
    languageModel.unigram(languageModel.id(word.word)) < rare
  return (text: string, words: readonly PlainWord[], from: number): Spelled | undefined => {
    const { word, start, end } = words[from]!
    const next = words[from + 1]
    const whole = text.slice(start, end).toLowerCase()
    const isWord = languageModel.id(whole) > 0 || !splitPinyin(whole)
    const together = isSyllable(words[from]) && isSyllable(next) && !next!.cut ? word + next!.word : undefined
    const term = isWord ? together && byPinyin.get(together) : byPinyin.get(whole)
    if (!term) return undefined
    const to = from + (isWord ? 2 : 1)
    const ending = endings[words[to]?.word ?? '']
    const longer = ending === undefined || words[to]!.cut ? undefined : byName.get(term.zh + ending)
    return longer ? { term: longer, to: to + 1 } : { term, to }
  }
}

function renderedIn(words: readonly PlainWord[], { en }: Term): { said: string; partner: Span } | undefined {
  for (const rendering of en) {
    const forms = plainForms(rendering)
    const at = words.findIndex((_, index) => standsAt(words, index, forms))
    if (at >= 0) {
      return { said: rendering, partner: { start: words[at]!.start, end: words[at + forms.length - 1]!.end } }
    }
  }
  return undefined
}

/** The rendering that the call's interpretation has most often; the first of the table where it has none. */
function usualOf(interpreted: readonly (readonly PlainWord[])[], { en }: Term): string {
  const counts = en.map((rendering) => {
    const forms = plainForms(rendering)
    return interpreted.reduce((sum, words) => sum + countOf(words, forms), 0)
  })
  return en[counts.indexOf(Math.max(...counts))]!
}
