import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Term } from '../../lexicon/tables.js'
import { memoFor } from '../../text/memo.js'
import { isPinyinSyllable, pinyinPhones, splitPinyin } from '../../text/pinyin.js'
import { soundDistance } from '../../text/sound.js'
import { textOf } from '../../text/spans.js'
import type { Aligned, Span } from '../../types.js'
import { passagesOf } from './passages.js'
import { enter, termsByName } from './term-words.js'
import {
  countOf,
  indexWords,
  plainForms,
  plainWords,
  standsAt,
  type PlainWord,
  type WordIndex,
} from './words.js'

/** Words of pinyin in machine English, with the term they spell. */
export interface PinyinReading extends Span {
  readonly term: Term
  readonly said: string
  /** Where the interpretation says it, or the last word of it. */
  readonly partner?: Span
  /** How far the words sound from the term, 0 where they spell it. */
  readonly distance: number
}

/**
 * Pinyin that spells a term and is no word of calls. Written with a capital it may be a name, so that the
 * interpretation must have a rendering of the term; so must it where the words only sound like the term. Outside
 * aligned passages only whole words in small letters are looked at.
 */
export function pinyinWords(doc: Aligned, lexicon: Lexicon): PinyinReading[] {
  const { text, origins } = doc
  const find = speller(lexicon)
  const passages = passagesOf(doc)
  const everywhere = indexWords(passages.flatMap(({ partner }) => partner))
  const seen = new Set<number>()
  const aligned = passages.flatMap(({ mandarin, partner }) =>
    mandarin.flatMap((words) =>
      words.flatMap(({ start }, from) => {
        seen.add(start)
        const spelled = find(text, words, from, partner)
        if (!spelled) return []
        const { term, to, distance } = spelled
        const reading = { start, end: words[to - 1]!.end, term, distance }
        const rendered = renderedIn(text, partner, term)
        if (rendered) return [{ ...reading, ...rendered }]
        return distance > 0 || /^\p{Lu}/u.test(text.slice(start))
          ? []
          : [{ ...reading, said: usualOf(everywhere, term) }]
      }),
    ),
  )
  const alone = origins
    .filter(({ origin }) => origin === 'mandarin' || origin === 'english')
    .flatMap((span) => {
      const words = plainWords(text, span)
      return words.flatMap(({ start, end }, from) => {
        if (seen.has(start) || !/^[a-z]{5,}$/.test(text.slice(start, end))) return []
        const spelled = find(text, words, from, [])
        if (!spelled || spelled.distance > 0) return []
        const { term, to, distance } = spelled
        return [{ start, end: words[to - 1]!.end, term, distance, said: usualOf(everywhere, term) }]
      })
    })
  return [...aligned, ...alone]
}

interface Spelled {
  readonly term: Term
  readonly to: number
  readonly distance: number
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
/** Words that the syllables of one term stand apart in. */
const apart = 4
/** Sound distance up to which an unknown word may be pinyin of a term that the interpretation has. */
const alike = 0.2

type Finder = (
  text: string,
  words: readonly PlainWord[],
  from: number,
  partner: readonly PlainWord[],
) => Spelled | undefined

/** Finds the term that a word, or syllables written apart, spell or nearly spell. */
const speller = memoFor(({ tables, languageModel, pronunciations }: Lexicon): Finder => {
  const byName = termsByName(tables)
  const byPinyin = new Map<string, Term[]>()
  for (const term of tables.terms)
    if (term.pinyin.includes(' ')) enter(byPinyin, term.pinyin.replaceAll(' ', ''), term)
  const isSyllable = (word: PlainWord): boolean =>
    isPinyinSyllable(word.word) && languageModel.unigram(languageModel.id(word.word)) < rare
  const best = (key: string, partner: readonly PlainWord[]): Term | undefined => {
    const terms = byPinyin.get(key)
    return terms?.find((term) => isRendered(partner, term)) ?? terms?.[0]
  }
  const spelledBy = (
    text: string,
    words: readonly PlainWord[],
    from: number,
    partner: readonly PlainWord[],
  ) => {
    const { start, end } = words[from]!
    const whole = text.slice(start, end).toLowerCase()
    if (languageModel.id(whole) === 0 && splitPinyin(whole)) {
      const term = best(whole, partner)
      if (term) return { term, to: from + 1, distance: 0 }
    }
    let to = from
    while (
      to < words.length &&
      to - from < apart &&
      isSyllable(words[to]!) &&
      (to === from || !words[to]!.cut)
    )
      to++
    for (; to - from > 1; to--) {
      const joined = words.slice(from, to).map(({ word }) => word)
      const term = best(joined.join(''), partner)
      if (term) return { term, to, distance: 0 }
    }
    return isUnknown(text.slice(start, end)) ? nearest(whole, from, partner) : undefined
  }
  const isUnknown = (word: string): boolean => /^[a-z]{5,}$/.test(word) && languageModel.id(word) === 0
  const nearest = (word: string, from: number, partner: readonly PlainWord[]): Spelled | undefined => {
    const phones = pronunciations.phonesOf(word)
    const [closest] = tables.terms
      .filter(({ pinyin }) => pinyin[0] === word[0] && pinyin.includes(' '))
      .map((term) => ({
        term,
        to: from + 1,
        distance: soundDistance(phones, pinyinPhones(term.pinyin.split(' '))),
      }))
      .filter(({ term, distance }) => distance <= alike && isRendered(partner, term))
      .toSorted((a, b) => a.distance - b.distance)
    return closest
  }
  return (text, words, from, partner) => {
    const spelled = spelledBy(text, words, from, partner)
    if (!spelled) return undefined
    const ending = endings[words[spelled.to]?.word ?? '']
    const longer = ending && !words[spelled.to]!.cut ? byName.get(spelled.term.zh + ending) : undefined
    return longer ? { ...spelled, term: longer, to: spelled.to + 1 } : spelled
  }
})

const isRendered = (words: readonly PlainWord[], { en }: Term): boolean =>
  en.some((rendering) => {
    const forms = plainForms(rendering)
    return words.some((_, index) => standsAt(words, index, forms))
  })

/** The interpretation's own wording of a rendering; else the rendering of which it has the last word. */
function renderedIn(
  text: string,
  words: readonly PlainWord[],
  { en }: Term,
): { said: string; partner: Span } | undefined {
  for (const rendering of en) {
    const forms = plainForms(rendering)
    const at = words.findIndex((_, index) => standsAt(words, index, forms))
    if (at < 0) continue
    const partner = { start: words[at]!.start, end: words[at + forms.length - 1]!.end }
    const own = textOf(text, partner).replace(/['’]s$/u, '')
    return { said: /^\p{Ll}/u.test(rendering) ? own[0]!.toLowerCase() + own.slice(1) : own, partner }
  }
  for (const rendering of en) {
    const forms = plainForms(rendering)
    const head = forms.length > 1 ? words.find(({ word }) => word === forms.at(-1)) : undefined
    if (head) return { said: rendering, partner: { start: head.start, end: head.end } }
  }
  return undefined
}

/** The rendering that the call's interpretation has most often; the first of the table where it has none. */
function usualOf(interpreted: WordIndex, { en }: Term): string {
  const counts = en.map((rendering) => countOf(interpreted, plainForms(rendering)))
  return en[counts.indexOf(Math.max(...counts))]!
}
