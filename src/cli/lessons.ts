import { isOrdinary, nameDistance, seldom } from '../check/names/alike.js'
import { checks } from '../check/rules/index.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { parseDecisions, standing } from '../review/decisions.js'
import type { Category, GlossaryEntry } from '../types.js'

/** A correction that somebody accepted or made. */
export interface Correction {
  readonly heard: string
  readonly said: string
  /** Of the check that proposed it; none where it was made by hand. */
  readonly category?: Category
}

/** What a correction teaches a glossary: an entry, with the form heard where it can only be a mishearing. */
export interface Lesson {
  readonly kind: GlossaryEntry['kind']
  readonly term: string
  readonly heard?: string
}

/** A correction that teaches nothing, and why. */
export interface LeftOut extends Correction {
  readonly reason: string
}

/** The corrections of decisions (a line each) or of JSON reports, and how many lines are neither. */
export function correctionsIn(content: string): { corrections: Correction[]; unreadable: number } {
  const whole = jsonOf(content)
  if (isReport(whole)) return { corrections: ofReport(whole), unreadable: 0 }
  const lines = content.split('\n')
  const reports = lines.map(jsonOf).filter(isReport)
  if (reports.length > 0) {
    const others = lines.filter((line) => line.trim() !== '').length - reports.length
    return { corrections: reports.flatMap(ofReport), unreadable: others }
  }
  const { entries, unreadable } = parseDecisions(content)
  const settled = new Map<string, Correction>()
  const byHand: Correction[] = []
  for (const entry of standing(entries)) {
    if (entry.type === 'correct') byHand.push({ heard: entry.at.quote, said: entry.text })
    if (entry.type !== 'settle') continue
    settled.delete(entry.finding)
    if (entry.text === undefined || (entry.verdict !== 'accepted' && entry.verdict !== 'edited')) continue
    settled.set(entry.finding, { heard: entry.quote, said: entry.text, ...categoryOf(entry.check) })
  }
  return { corrections: [...settled.values(), ...byHand], unreadable: unreadable.length }
}

/** What a correction teaches; undefined where it changes no words. */
export function lessonOf(correction: Correction, lexicon: Lexicon): Lesson | LeftOut | undefined {
  const [heard, said] = [oneLine(correction.heard), oneLine(correction.said)]
  const { category } = correction
  const leftOut = (reason: string): LeftOut => ({ ...correction, heard, said, reason })
  if (heard === '' || said === '' || heard.toLowerCase() === said.toLowerCase()) return undefined
  if (category !== undefined && !taught.has(category)) return undefined
  if (/\p{N}/u.test(heard + said)) return leftOut('it holds a figure')
  if (said.split(' ').length > longest || heard.split(' ').length > longest) return leftOut('it is long')
  const far = category !== 'pinyin' && !/\p{Script=Han}/u.test(heard + said)
  if (far && nameDistance(heard, said, lexicon) > farthest) return leftOut('the two do not sound alike')
  const kind = kindOf(said, category, lexicon)
  const term = kind === 'term' ? withoutOpening(said, lexicon) : said
  if (!isUsual(heard, lexicon)) return { kind, term, heard }
  return kind === 'name' ? { kind, term } : leftOut('what was heard is also said elsewhere')
}

/** Categories whose corrections hold for other calls. */
const taught: ReadonlySet<Category> = new Set([
  'entity',
  'speaker',
  'term',
  'boilerplate',
  'pinyin',
  'homophone',
])

/** Words. */
const longest = 6

/** Sound distance. */
const farthest = 0.6

interface ReportLike {
  readonly findings: readonly {
    readonly text: string
    readonly category: Category
    readonly status: string
    readonly suggestions: readonly { readonly text: string }[]
  }[]
}

const isReport = (value: unknown): value is ReportLike =>
  typeof value === 'object' &&
  value !== null &&
  'findings' in value &&
  Array.isArray(value.findings) &&
  value.findings.every(
    (finding: unknown) =>
      typeof finding === 'object' &&
      finding !== null &&
      'text' in finding &&
      typeof finding.text === 'string' &&
      'suggestions' in finding &&
      Array.isArray(finding.suggestions),
  )

const ofReport = ({ findings }: ReportLike): Correction[] =>
  findings.flatMap(({ status, text, category, suggestions: [best] }) =>
    status === 'accepted' && typeof best?.text === 'string'
      ? [{ heard: text, said: best.text, category }]
      : [],
  )

function categoryOf(id: string): { category?: Category } {
  const check = checks.find((known) => known.id === id)
  return check ? { category: check.category } : {}
}

function kindOf(said: string, category: Category | undefined, { languageModel }: Lexicon): Lesson['kind'] {
  if (category === 'entity' || category === 'speaker') return 'name'
  const named =
    said.split(' ').every((word) => /^\p{Lu}\p{Ll}/u.test(word)) && !isOrdinary(said, languageModel)
  return category === undefined && named ? 'name' : 'term'
}

/** "Share-based" at the beginning of a sentence is "share-based". */
const withoutOpening = (said: string, { languageModel }: Lexicon): string =>
  /^\p{Lu}\p{Ll}\P{Lu}*$/u.test(said) && isOrdinary(said, languageModel)
    ? said[0]!.toLowerCase() + said.slice(1)
    : said

/** Whether calls say the words as they are, so that they are a mishearing only here. */
function isUsual(heard: string, { languageModel, dictionary }: Lexicon): boolean {
  if (/\p{Script=Han}/u.test(heard)) return dictionary.idOf(heard) >= 0
  const ids = (heard.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? []).map((word) => languageModel.id(word))
  if (ids.some((id) => id <= 0 || languageModel.unigram(id) <= seldom)) return false
  return ids.slice(1).every((id, index) => languageModel.logProbability(id, [ids[index]!]) > usual)
}

/** Log10 of the probability of a word after another from which on calls may say the two. */
const usual = -3.2

const oneLine = (words: string): string => words.trim().replace(/\s+/gu, ' ')

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
