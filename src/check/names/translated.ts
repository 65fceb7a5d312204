import type { Lexicon } from '../../lexicon/lexicon.js'
import { overlaps } from '../../text/spans.js'
import type { Aligned, Bead, Span } from '../../types.js'
import { isOrdinary, isPinyin, isSameName, nameDistance } from './alike.js'
import { capitalRuns, type SpokenWord, type Speech } from './capitalised.js'
import { startOfSlot, type Company } from './company.js'
import { firstIndex } from '../../text/bisect.js'

/** Words of Mandarin rendered as English that stand for the company's name. */
export interface TranslatedName extends Span {
  readonly heard: string
  readonly said: string
  readonly confidence: number
  /** The same words of other passages, aligned with the name as well. */
  readonly times: number
  /** The name in the interpretation. */
  readonly proof: Span
  /** Read as pinyin; otherwise translated. */
  readonly pinyin: boolean
}

interface Candidate extends Span {
  readonly heard: string
  /** Whether the company's own tail, or a word like it, follows or is the last word. */
  readonly tailed: boolean
  readonly inSlot: boolean
  readonly pinyin: boolean
  /** The company's name in the interpretation, with its tail when it has one there. */
  readonly proof: Span
  readonly full: boolean
  /** The only unknown name of its passage. */
  readonly alone: boolean
}

/**
 * The company's name left in pinyin ("Lan Yue") or translated ("Lotus Bridge technology") in machine English: a name
 * that nobody says in English, in passages whose interpretation has the company's name where they lack it; the same
 * name in two passages, or in one with the company's tail or in its place.
 */
export function translatedNames(
  doc: Aligned,
  speech: Speech,
  company: Company,
  lexicon: Lexicon,
): TranslatedName[] {
  const inMandarin = spanTest(doc, 'mandarin')
  const english = new Set(
    speech.flatMap(({ words }) =>
      words.filter((word) => word.capital && !inMandarin(word)).map(({ lower }) => lower),
    ),
  )
  const words = speech.flatMap((paragraph) => paragraph.words)
  const candidates = doc.beads.flatMap((bead) => candidatesOf(bead, words, company, english, lexicon))
  const counts = new Map<string, number>()
  for (const { heard } of candidates) counts.set(heard, (counts.get(heard) ?? 0) + 1)
  const timesOf = (heard: string): number =>
    [...counts].reduce(
      (sum, [other, count]) => sum + (nameDistance(heard, other, lexicon) <= sameName ? count : 0),
      0,
    )
  const found = candidates.flatMap((candidate) => {
    const times = timesOf(candidate.heard)
    const confidence = confidenceOf(candidate, times)
    if (confidence === 0) return []
    const { start, end, heard, proof, pinyin, full } = candidate
    const said = full ? company.head + ' ' + capitalised(company.tail[0]!) : company.head
    return [{ start, end, heard, said, confidence, times, proof, pinyin }]
  })
  return [...found, ...elsewhere(found, words.filter(inMandarin), company, lexicon)]
}

/** The same pinyin in passages that are not aligned with the name, or nearly the same before the company's tail. */
function elsewhere(
  found: readonly TranslatedName[],
  words: readonly SpokenWord[],
  company: Company,
  lexicon: Lexicon,
): TranslatedName[] {
  const taken = new Set(found.map(({ start }) => start))
  const sure = found.filter(({ pinyin, times, heard }) => pinyin && times >= 2 && !heard.includes(' '))
  return words.flatMap(({ form, start, end, capital }, index) => {
    if (!capital || taken.has(start)) return []
    const tailed = isTail(words[index + 1], company) && isPinyin(form)
    const model = sure.find(
      ({ heard }) => isSameName(heard, form) || (tailed && nameDistance(heard, form, lexicon) <= 0.3),
    )
    return model
      ? [
          {
            ...model,
            start,
            end,
            heard: form,
            said: company.head,
            confidence: isSameName(model.heard, form) ? 0.8 : 0.66,
          },
        ]
      : []
  })
}

/** Sound distance up to which two spellings are of one name. */
const sameName = 0.2

function confidenceOf({ tailed, inSlot, pinyin, full, alone }: Candidate, times: number): number {
  if (times >= 2 && pinyin) return 0.86
  if (tailed) return alone || times >= 2 ? 0.75 : 0.62
  if (inSlot || times >= 3) return 0.66
  return full && alone ? 0.66 : 0
}

function candidatesOf(
  bead: Bead,
  words: readonly SpokenWord[],
  company: Company,
  english: ReadonlySet<string>,
  lexicon: Lexicon,
): Candidate[] {
  const interpretation = bead.interpretation.flatMap((span) => within(words, span))
  const mandarin = bead.mandarin.map((span) => within(words, span))
  const named = interpretation.findIndex(({ form }) => isSameName(form, company.head))
  if (named < 0 || mandarin.flat().some(({ form }) => isSameName(form, company.head))) return []
  const proof = interpretation[named]!
  const tailFollows = isTail(interpretation[named + 1], company)
  const found = mandarin.flatMap((piece) =>
    unknownRuns(piece, english, lexicon).flatMap(({ from, to, pinyin }): Omit<Candidate, 'alone'>[] => {
      const own = piece.slice(from, to)
      const tailInside = own.length > 1 && isTail(own.at(-1), company)
      const tailed = tailInside || isTail(piece[to], company)
      const inSlot = startOfSlot(piece, from, to) === from
      if (!pinyin && !tailed && !inSlot) return []
      const { end } = tailInside ? own.at(-2)! : own.at(-1)!
      const full = pinyin && own.length > 1 && !tailed && tailFollows
      const heard = own.map(({ form }) => form).join(' ')
      return [{ start: own[0]!.start, end, heard, pinyin, tailed, inSlot, proof, full }]
    }),
  )
  return found.map((candidate) => ({ ...candidate, alone: found.length === 1 }))
}

interface UnknownRun {
  readonly from: number
  readonly to: number
  readonly pinyin: boolean
}

/** Capitalised words that no English of the call has; pinyin and other words apart. */
function unknownRuns(
  piece: readonly SpokenWord[],
  english: ReadonlySet<string>,
  lexicon: Lexicon,
): UnknownRun[] {
  const isUnread = ({ form, lower }: SpokenWord) =>
    isPinyin(form) && !isOrdinary(lower, lexicon.languageModel)
  return capitalRuns(piece).flatMap((run) => {
    const runs: UnknownRun[] = []
    for (let from = run.from; from < run.to; from++) {
      if (english.has(piece[from]!.lower)) continue
      const pinyin = isUnread(piece[from]!)
      let to = from + 1
      while (to < run.to && !english.has(piece[to]!.lower) && isUnread(piece[to]!) === pinyin) to++
      const alone = to - from === 1 && piece[from]!.opens && !piece[from]!.possessive
      if (!alone || pinyin) runs.push({ from, to, pinyin })
      from = to - 1
    }
    return runs
  })
}

/** The company's tail, or a word that begins like it (Automobile for Auto). */
const isTail = (word: SpokenWord | undefined, { tail }: Company): boolean =>
  word !== undefined &&
  tail.some((own) => word.lower.startsWith(own) || (word.lower.length > 3 && own.startsWith(word.lower)))

const capitalised = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

/** Words inside the span; the words are in the order of the text. */
function within(words: readonly SpokenWord[], { start, end }: Span): SpokenWord[] {
  const from = firstIndex(words, (word) => word.start >= start)
  let to = from
  while (to < words.length && words[to]!.end <= end) to++
  return words.slice(from, to)
}

/** Whether a span lies in a passage of the origin; asked in any order. */
function spanTest({ origins }: Aligned, origin: string): (span: Span) => boolean {
  const passages = origins.filter((passage) => passage.origin === origin)
  return (span) => {
    const passage = passages[firstIndex(passages, ({ end }) => end > span.start)]
    return passage !== undefined && overlaps(passage, span)
  }
}
