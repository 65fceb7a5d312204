import type { Lexicon } from '../lexicon/lexicon.js'
import type { Style } from '../lexicon/origin-model.js'
import { indexPhrases, type PhraseIndex } from '../text/phrases.js'
import { splitPinyin } from '../text/pinyin.js'
import { isHan } from '../text/script.js'
import { ngramWords, type NgramWord } from '../text/tokens.js'
import type { Notice, Segmented, Span } from '../types.js'

/** Quantities that may be summed over segments. */
export interface Tally {
  readonly words: number
  /** Han characters. */
  readonly han: number
  /** Sum over the words of how much less likely each is than words of well-edited calls are, in log10. */
  readonly oddness: number
  /** Log odds of the words' style: Mandarin against interpretation, Mandarin and interpretation against English. */
  readonly styleMI: number
  readonly styleME: number
  readonly styleIE: number
  /** Strengths of the calques found, summed. */
  readonly calques: number
  /** Words that are left-over pinyin. */
  readonly pinyin: number
  /** Words said twice running, and fillers. */
  readonly repeats: number
}

/** What a segment's own words and place say of its origin. */
export interface Marks extends Tally {
  readonly yuan: boolean
  readonly renminbi: boolean
  /** The words before break off without a sentence end. */
  readonly missingEnd: boolean
  /** What the discourse cues at its start tell. */
  readonly cues: ReadonlySet<string>
  /** Only an operator opens so. */
  readonly operates: boolean
  /** A remark stands between it and the segment before. */
  readonly remarkBefore: boolean
  /** The last remark before, in this turn or the one before, says that a foreign language was spoken. */
  readonly afterForeign: boolean
  /** A remark before in this turn stands for a whole passage in a foreign language. */
  readonly afterForeignPassage: boolean
  /** The last remark before in this turn says that an interpreter speaks. */
  readonly afterInterpreted: boolean
  /** In this turn the speaker has said that a translation follows. */
  readonly afterTranslationCue: boolean
  /** In this turn the speaker will say so. */
  readonly beforeTranslationCue: boolean
  /** The language that its speaker says he goes on in, last before it in this turn. */
  readonly announced: Language | undefined
}

type Language = 'english' | 'mandarin'

const announcement =
  /\b(?:let me|i will|i'll|i try|allow me|i want to|i would like to|i'd like to|i can)\b.{0,50}\bin (english|chinese|mandarin)\b/iu

/** "Let me translate the question for Mr. Lu": into his language. */
const handedOn =
  /\b(?:translate|put|relay|repeat|pass)\b(?! my\b).{0,40}\b(?:questions?|that|this|it)\b.{0,20}\b(?:for|to) (?:mr|ms|mrs|dr|our|the chairman|chairman)\b/iu

/** "I'll try to answer in English": not that one will be repeated or translated. */
function announcedIn(words: string): Language | undefined {
  if (handedOn.test(words)) return 'mandarin'
  const said = /repeat|translat|interpret/iu.test(words) ? undefined : announcement.exec(words)?.[1]
  if (!said) return undefined
  return said.toLowerCase() === 'english' ? 'english' : 'mandarin'
}

/** Mean log10 probability of a word of edited calls under the language model. */
const usual = -1.75

export function marksOf(doc: Segmented, lexicon: Lexicon, style: Style): Marks[] {
  let known = unstyled.get(doc.segments)
  if (!known) {
    known = { words: wordsOf(doc), marks: unstyledMarksOf(doc, lexicon) }
    unstyled.set(doc.segments, known)
  }
  const { words, marks } = known
  return marks.map((mark, index) => ({ ...mark, ...styleOf(words[index]!, style) }))
}

type Unstyled = Omit<Marks, StyleKind>

/** Found once for a segmented text: a model is trained on many styles of one text. */
const unstyled = new WeakMap<
  Segmented['segments'],
  { readonly words: readonly (readonly string[])[]; readonly marks: readonly Unstyled[] }
>()

const wordsOf = ({ text, segments }: Segmented): string[][] =>
  segments.map((segment) => ngramWords(text, segment).map(({ word }) => word))

function unstyledMarksOf(doc: Segmented, { languageModel, tables }: Lexicon): Unstyled[] {
  const cues = indexOf(tables.cues, ({ phrase }) => phrase)
  const calques = indexOf(tables.calques, ({ phrase }) => phrase)
  const remarks = remarksBefore(doc)
  const own = doc.segments.map((segment, index) => {
    const ngrams = ngramWords(doc.text, segment)
    const words = ngrams.map(({ word }) => word)
    const opening = cues.find(words.slice(0, 12)).filter(({ from }) => from <= 3)
    return {
      words: words.length,
      han: countHan(doc.text, segment.start, segment.end),
      oddness: oddnessOf(doc.text, ngrams, languageModel),
      calques: calques.find(words).reduce((sum, { value }) => sum + Math.max(0, value.strength - 1), 0),
      pinyin: ngrams.filter((ngram) => isLeftPinyin(doc.text, ngram, languageModel)).length,
      repeats: countRepeats(words),
      yuan: words.includes('yuan'),
      renminbi: words.includes('rmb') || words.includes('renminbi'),
      missingEnd:
        index > 0 &&
        !/[.!?。！？…:;,，、)\]"”]\s*$/u.test(doc.text.slice(doc.segments[index - 1]!.start, segment.start)),
      cues: new Set(opening.map(({ value }) => value.tells)),
      operates: opening.some(({ value: { who } }) => who.length === 1 && who[0] === 'operator'),
      announces: announcedIn(doc.text.slice(segment.start, segment.end)),
      ...remarks[index]!,
    }
  })
  return withTranslationCues(doc, own)
}

/** The words and word pairs that the style table knows. */
export const styleTerms = (words: readonly string[]): string[] =>
  words.flatMap((word, index) => (index === 0 ? [word] : [word, `${words[index - 1]!} ${word}`]))

export type StyleKind = 'styleMI' | 'styleME' | 'styleIE'

function styleOf(words: readonly string[], style: Style): Pick<Tally, StyleKind> {
  const sum = [0, 0, 0] as [number, number, number]
  for (const term of styleTerms(words)) {
    const odds = style.get(term)
    if (odds) odds.forEach((value, kind) => (sum[kind]! += value))
  }
  return { styleMI: sum[0], styleME: sum[1], styleIE: sum[2] }
}

function indexOf<T>(rows: readonly T[], phraseOf: (row: T) => string): PhraseIndex<T> {
  return indexPhrases(
    rows.map((value) => ({ words: ngramWords(phraseOf(value)).map(({ word }) => word), value })),
  )
}

function countHan(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (isHan(text.codePointAt(at)!)) count++
  return count
}

/** Unknown names are no sign of anything: they count as usual words. */
function oddnessOf(text: string, ngrams: readonly NgramWord[], model: Lexicon['languageModel']): number {
  const ids = ngrams.map(({ word }) => model.id(word))
  let sum = 0
  let from = 0
  ngrams.forEach(({ span, cut }, index) => {
    if (cut) from = index
    const id = ids[index]!
    const name = /\p{Lu}/u.test(text[span.start]!) && index > from && (id === 0 || model.unigram(id) < -4.5)
    if (!name) sum += Math.min(4, usual - model.logProbability(id, ids, from, index))
  })
  return sum
}

/** A lower-case word that no English text has and that splits into pinyin. */
function isLeftPinyin(text: string, { word, span }: NgramWord, model: Lexicon['languageModel']): boolean {
  if (word.length < 4 || model.id(word) !== 0 || text[span.start] !== word[0]) return false
  return (splitPinyin(word)?.length ?? 0) >= 2
}

const fillers = new Set(['uh', 'um', 'er', 'ah', 'eh', 'hmm', 'mm', 'mhm'])

function countRepeats(words: readonly string[]): number {
  return words.filter((word, index) => fillers.has(word) || word === words[index - 1]).length
}

type RemarkMarks = Pick<Marks, 'remarkBefore' | 'afterForeign' | 'afterForeignPassage' | 'afterInterpreted'>

const foreign = /foreign|chinese|mandarin|中文|cantonese|non-english/iu

/**
 * Whether a remark says that a foreign language was spoken, for a whole passage: not for a name or a word
 * within a sentence.
 */
export const isForeignPassage = (text: string, { start, end }: Span): boolean =>
  foreign.test(text.slice(start, end)) &&
  !/[\p{L}\p{N},][ \t]*$/u.test(text.slice(Math.max(0, start - 8), start)) &&
  !/^[ \t]*[,\p{Ll}]/u.test(text.slice(end, end + 8))

function remarksBefore({ segments, notices, turns, text }: Segmented): RemarkMarks[] {
  const remarks = notices.filter(({ kind }) => kind === 'remark')
  let next = 0
  let last: { readonly notice: Notice; readonly turn: number } | undefined
  let passageEnd = -1
  return segments.map(({ start, turn }) => {
    let remarkBefore = false
    while (next < remarks.length && remarks[next]!.start < start) {
      last = { notice: remarks[next++]!, turn }
      if (isForeignPassage(text, last.notice)) passageEnd = last.notice.end
      remarkBefore = true
    }
    const words = last ? text.slice(last.notice.start, last.notice.end) : ''
    const near = last !== undefined && turn - last.turn <= 1
    return {
      remarkBefore,
      afterForeign: near && foreign.test(words),
      afterForeignPassage: passageEnd > turns[turn]!.body[0]!.start,
      afterInterpreted: near && turn === last!.turn && /interpret|translat/iu.test(words),
    }
  })
}

type WithoutTranslationCues = Omit<Unstyled, 'afterTranslationCue' | 'beforeTranslationCue' | 'announced'> & {
  readonly announces: Language | undefined
}

function withTranslationCues({ segments }: Segmented, marks: readonly WithoutTranslationCues[]): Unstyled[] {
  const announces = (index: number): boolean => marks[index]!.cues.has('self-translation')
  const after = marks.map(() => false)
  const before = marks.map(() => false)
  const announced: (Language | undefined)[] = marks.map(() => undefined)
  for (let index = 1; index < marks.length; index++) {
    const sameTurn = segments[index]!.turn === segments[index - 1]!.turn
    announced[index] = sameTurn ? (marks[index - 1]!.announces ?? announced[index - 1]) : undefined
    after[index] = sameTurn && (after[index - 1]! || announces(index - 1))
  }
  for (let index = marks.length - 2; index >= 0; index--) {
    const sameTurn = segments[index]!.turn === segments[index + 1]!.turn
    before[index] = sameTurn && (before[index + 1]! || announces(index + 1))
  }
  return marks.map((mark, index) => ({
    ...mark,
    afterTranslationCue: after[index]!,
    beforeTranslationCue: before[index]!,
    announced: announced[index],
  }))
}
