import type { Lexicon } from '../../lexicon/lexicon.js'
import { splitPinyin } from '../../text/pinyin.js'
import { soundDistance } from '../../text/sound.js'
import { overlaps, textOf } from '../../text/spans.js'
import { isStopWord } from '../../text/stop-words.js'
import type { Aligned, Span } from '../../types.js'
import { memo } from '../../text/memo.js'
import { channelOf, type Heard } from './channel.js'
import { evocation, type Evoked } from './evoked.js'
import { answersOf, gapsOf, type Answers, type Gap } from './gaps.js'
import { association, gainOf, rarity } from './odds.js'
import { englishOf, passagesOf, type Passage } from './passages.js'
import { partOfMore, phrasesOf, type Phrases } from './phrases.js'
import { renderingsByFirst } from './term-words.js'
import { countOf, plainForms, type PlainWord, type WordIndex } from './words.js'

/** What the probabilities of a swap are reckoned from. */
export const swapFeatures = [
  'left',
  'right',
  'apart',
  'score',
  'heard',
  'same',
  'related',
  'begins',
  'isTerm',
  'heardIsTerm',
  'together',
  'dice',
  'gain',
  'association',
  'saidAssociation',
  'rarity',
  'saidRarity',
  'inEnglish',
  'saidInEnglish',
  'saidInMandarin',
  'partOfMore',
  'saidPartOfMore',
  'words',
  'saidWords',
  'name',
  'opens',
  'unknown',
  'linked',
] as const

/** Words of a Mandarin passage in whose place the interpretation has others. */
export interface Swap extends Span {
  readonly said: string
  /** Where the interpretation says it. */
  readonly partner: Span
  /** How many beads have both. */
  readonly together: number
  /** The Mandarin that sounds like what was heard. */
  readonly zh?: string
  /** In the order of `swapFeatures`. */
  readonly features: readonly number[]
}

/**
 * The swaps of a call, without places and words of the interpretation that other findings, `settled`, speak of.
 * They may overlap.
 */
export function swapCandidates(doc: Aligned, lexicon: Lexicon, settled: readonly Span[]): Swap[] {
  const { text, beads } = doc
  const { dictionary } = lexicon
  const answers = answersOf(doc, lexicon)
  const passages = passagesOf(doc)
  const evoked = evocation(dictionary)
  const call: Call = {
    text,
    lexicon,
    answers,
    evoked,
    termsOf: termFinder(lexicon, new Set(passages.flatMap(({ partner }) => partner.map(({ word }) => word)))),
    heardAs: heardFinder(lexicon, evoked),
    names: new Set(doc.turns.flatMap(({ speaker }) => plainForms(speaker.label))),
    mandarin: phrasesOf(passages.map(({ mandarin }) => mandarin)),
    partner: phrasesOf(passages.map(({ partner }) => [partner])),
    english: englishOf(doc),
  }
  const isSettled = (span: Span): boolean => settled.some((other) => overlaps(span, other))
  return beads.flatMap((bead, index) => {
    const passage = passages[index]!
    if (passage.mandarin.length === 0 || passage.partner.length === 0) return []
    return gapsOf(bead, passage, answers).flatMap((gap) => {
      const words = passage.mandarin[gap.piece]!.slice(gap.from, gap.to)
      const said = passage.partner.slice(gap.partnerFrom, gap.partnerTo)
      const swap =
        isSettled(spanOf(words)) || isSettled(spanOf(said)) || !isComparable(words, said)
          ? undefined
          : swapOf(call, passage, gap, words, said, bead.score)
      return swap ? [swap] : []
    })
  })
}

/** Units and figures are for the checks of numbers; titles and thanks render one another freely. */
const apart = new Set(
  `rmb yuan usd dollar hkd u.s. us sgd eur euro jpy yen hk renminbi cent zero two three four five six seven eight nine
  ten eleven twelve hundred thousand million billion trillion percent percentage point q1 q2 q3 q4 first second third
  fourth accept accepting borrow take taking mr ms mrs dr chairman everyone everybody translate question sir madam next joining answer interpretation thank
  english`.split(/\s+/u),
)

const isComparable = (words: readonly PlainWord[], said: readonly PlainWord[]): boolean =>
  [...words, ...said].every(({ word }) => !apart.has(word) && !/\p{Script=Han}/u.test(word)) &&
  words.every((one) => said.every((other) => shared(one.word, other.word) < 0.6))

/** The share of the shorter word that two words begin with, if it has four letters. */
function shared(one: string, other: string): number {
  const count = commonStart(one, other)
  return count < 4 ? 0 : count / Math.min(one.length, other.length)
}

function commonStart(one: string, other: string): number {
  let count = 0
  while (count < one.length && one[count] === other[count]) count++
  return count
}

const spanOf = (words: readonly PlainWord[]): Span => ({ start: words[0]!.start, end: words.at(-1)!.end })

interface Call {
  readonly text: string
  readonly lexicon: Lexicon
  readonly answers: Answers
  readonly evoked: Evoked
  /** The Chinese terms of which it is a rendering; none where it is no term. */
  readonly termsOf: (phrase: string) => readonly string[] | undefined
  readonly heardAs: (
    words: readonly string[],
    said: readonly string[],
    terms: readonly string[],
  ) => Heard | undefined
  /** The words of the speakers' labels. */
  readonly names: ReadonlySet<string>
  /** By phrase of either side: the beads that have it. */
  readonly mandarin: Phrases
  readonly partner: Phrases
  readonly english: WordIndex
}

/** Sound distance up to which a name may be another spelling of the other. */
const alike = 0.35
/** Share of syllables from which on what was said sounds like what was heard. */
const audible = 0.7

function swapOf(
  call: Call,
  { mandarin, partner }: Passage,
  { piece, from, to, partnerFrom, partnerTo, left, right, apart, linked }: Gap,
  words: readonly PlainWord[],
  answer: readonly PlainWord[],
  score: number,
): Swap | undefined {
  const { text, answers, english, lexicon } = call
  const { languageModel, pronunciations } = lexicon
  const heardForms = words.map(({ word }) => word)
  const saidForms = answer.map(({ word }) => word)
  const [heardPhrase, saidPhrase] = [heardForms.join(' '), saidForms.join(' ')]
  const inEnglish = countOf(english, heardForms)
  const saidInEnglish = countOf(english, saidForms)
  if (linked > 0 && inEnglish > saidInEnglish) return undefined
  const beads = call.mandarin.get(heardPhrase)!
  const saidBeads = call.partner.get(saidPhrase)!
  const together = [...beads].filter((bead) => saidBeads.has(bead)).length
  const dice = (2 * together) / (beads.size + saidBeads.size)
  const [span, partnerSpan] = [spanOf(words), spanOf(answer)]
  const [heard, said] = [textOf(text, span), textOf(text, partnerSpan)]
  const terms = call.termsOf(saidPhrase)
  const opens = /(?:[.?!:]\s*|\n|^)$/u.test(text.slice(Math.max(0, span.start - 3), span.start))
  const capital = /^\p{Lu}/u.test(heard)
  const isName = capital && !opens
  const saidIsName = answer.some(
    ({ word, start }, at) =>
      /^\p{Lu}\p{Ll}/u.test(text.slice(start)) && (at > 0 || languageModel.id(word) === 0),
  )
  const named = isName || saidIsName
  const channel = named ? call.heardAs(heardForms, saidForms, terms ?? []) : undefined
  const share = channel ? channel.matched / channel.length : 0
  if (/^\p{Ll}/u.test(said) && languageModel.id(said) === 0 && saidForms.length === 1) return undefined
  const mayBeAlike =
    named || heard[0]?.toLowerCase() === said[0]?.toLowerCase() || heard.slice(-3) === said.slice(-3)
  const isAlike = mayBeAlike && soundOf(heard, said) <= alike
  if (isAlike && heardForms.some((word) => languageModel.id(word) > 0 || call.names.has(word)))
    return undefined
  if (named && share < audible && !isAlike) return undefined
  const features: Record<(typeof swapFeatures)[number], number> = {
    left,
    right,
    apart,
    score,
    heard: share,
    same: channel ? channel.same / channel.length : 0,
    related: relation(answers, contents(heardForms), contents(saidForms)),
    begins: Math.min(6, commonStart(heardForms.join(''), saidForms.join(''))) / 6,
    isTerm: Number(terms !== undefined),
    heardIsTerm: Number(call.termsOf(heardPhrase) !== undefined),
    together: Math.log2(Math.max(1, together)),
    dice,
    gain: within(gainOf(text, span, said, languageModel), -4, 6),
    association: within(association(heard, languageModel), -2, 2),
    saidAssociation: within(association(said, languageModel), -2, 2),
    rarity: within(rarity(heard, languageModel), -7, -2),
    saidRarity: within(rarity(said, languageModel), -7, -2),
    inEnglish: Math.log10(1 + inEnglish),
    saidInEnglish: Math.log10(1 + saidInEnglish),
    saidInMandarin: Math.log10(1 + (call.mandarin.get(saidPhrase)?.size ?? 0)),
    partOfMore: partOfMore(call.mandarin, mandarin[piece]!, from, to),
    saidPartOfMore: partOfMore(call.partner, partner, partnerFrom, partnerTo),
    words: words.length,
    saidWords: answer.length,
    name: Number(isName),
    opens: Number(capital && opens && /^\p{Ll}/u.test(said)),
    unknown: Number(heardForms.every((word) => languageModel.id(word) === 0)),
    linked: Number(linked > 0),
  }
  return {
    ...span,
    said: said.replace(/['’]s$/u, ''),
    partner: partnerSpan,
    together,
    ...(channel && share >= audible && { zh: channel.zh }),
    features: swapFeatures.map((name) => features[name]),
  }

  function soundOf(one: string, other: string): number {
    return soundDistance(pronunciations.phonesOf(one), pronunciations.phonesOf(other))
  }
}

/** The nearest relation of a word of the one with a word of the other. */
function relation(answers: Answers, heard: readonly string[], said: readonly string[]): number {
  const saidWords = said.map(answers.known)
  return Math.max(
    0,
    ...heard.map(answers.known).flatMap((one) => saidWords.map((other) => answers.related(one, other))),
  )
}

const contents = (words: readonly string[]): string[] => words.filter((word) => !isStopWord(word))

const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** Finds the terms that the interpretation's words may render. */
function termFinder(
  { tables }: Lexicon,
  vocabulary: ReadonlySet<string>,
): (phrase: string) => readonly string[] | undefined {
  const renderings = renderingsByFirst(tables)
  return (phrase) => {
    const [first] = phrase.split(' ')
    if (!vocabulary.has(first!)) return undefined
    const same = (renderings.get(first!) ?? []).filter(({ forms }) => forms().join(' ') === phrase)
    if (same.length === 0) return undefined
    return same.map(({ term }) => term.zh).filter((zh) => /^\p{Script=Han}{2,6}$/u.test(zh))
  }
}

function heardFinder({ dictionary, languageModel }: Lexicon, evoked: Evoked): Call['heardAs'] {
  const channel = channelOf(dictionary, evoked)
  const translated = memo((phrase: string) =>
    channel.translated(contents(phrase.split(' ')).map(evoked.stemOf)),
  )
  return (words, said, terms) => {
    const [only, ...others] = said
    const isSpelled = only !== undefined && others.length === 0 && languageModel.id(only) === 0
    const chinese = [...new Set([...terms, ...translated(said.join(' '))])]
    return channel.heard(
      chinese,
      isSpelled ? splitPinyin(only) : undefined,
      contents(words).map(evoked.stemOf),
    )
  }
}
