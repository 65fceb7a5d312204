import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Firm } from '../../lexicon/tables.js'
import { cuesOf, type Cue } from '../../speakers/cues.js'
import { mayBeOne, nameKey } from '../../speakers/labels.js'
import type { Aligned, Span } from '../../types.js'
import { isOrdinary, isSameName, nameDistance, seldom } from './alike.js'

/** What is heard for a questioner's firm. */
export interface MisheardFirm extends Span {
  readonly heard: string
  readonly said: string
  readonly distance: number
  readonly confidence: number
  /** Where the list or the label names the firm. */
  readonly proof: Span
}

/**
 * Firms of questioners, as the operator or they themselves name them, that the list of participants or the label of
 * the one called gives otherwise ("from Cord Well Securities" before "Ann Price – Cordwell Securities"), or of the two
 * tellings the one that is made of ordinary words.
 */
export function misheardFirms(doc: Aligned, lexicon: Lexicon): MisheardFirm[] {
  const cues = cuesOf(doc)
  return cues.flatMap((cue): MisheardFirm[] => {
    const start = cue.firm === undefined ? -1 : doc.text.indexOf(cue.firm, cue.end)
    if (cue.firm === undefined || cue.kind === 'handed' || start < 0) return []
    const house = houseOf(doc, cue) ?? otherTelling(cue, cues, doc.text)
    if (!house) return []
    const { heard, said, tail } = withoutTail(cue.firm.split(' '), likeOf(house.firm, cue.firm).split(' '))
    const words = [heard.join(' '), said.join(' ')] as const
    if (heard.length === 0 || said.length === 0 || isShort(cue.firm, house.firm)) return []
    if (isSameName(...words) && (heard.length === said.length || house.isTold !== true)) return []
    if (areOneFirm(cue.firm, house.firm, lexicon.tables.firms)) return []
    if (house.isTold && !isLikelier(words[1], words[0], lexicon)) return []
    const distance = nameDistance(...words, lexicon)
    const confidence = house.isTold && distance > near ? 0 : confidenceOf(distance, tail > 0, house.isHis)
    if (confidence === 0) return []
    const end = start + words[0].length
    return [{ start, end, heard: words[0], said: words[1], distance, confidence, proof: house.proof }]
  })
}

/** Distances up to which the sound proves a firm, and makes it likely where its last word is the same. */
const near = 0.35
const far = 0.6

function confidenceOf(distance: number, sameTail: boolean, isHis: boolean): number {
  if (distance <= near) return 0.85
  if (!sameTail) return 0
  if (distance <= far) return 0.78
  return isHis ? 0.66 : 0
}

interface House {
  readonly firm: string
  readonly proof: Span
  /** Whether the name of the one called is, word for word, the one of the list or the label. */
  readonly isHis: boolean
  /** Whether it is but told, by the operator or by himself: as likely to be misheard. */
  readonly isTold?: boolean
}

/** The firm as the operator named it, where the questioner names it, and the other way round. */
function otherTelling({ kind, turn }: Cue, cues: readonly Cue[], text: string): House | undefined {
  const other = cues.find(
    (one) =>
      one.firm !== undefined &&
      (kind === 'self'
        ? one.kind === 'called' && turn - one.turn === 1
        : one.kind === 'self' && one.turn - turn === 1),
  )
  const at = other?.firm === undefined ? -1 : text.indexOf(other.firm, other.end)
  if (at < 0) return undefined
  const firm = other!.firm!
  return { firm, proof: { start: at, end: at + firm.length }, isHis: true, isTold: true }
}

/** Whether one is a name where the other is ordinary words, or one word where the other is several. */
function isLikelier(said: string, heard: string, { languageModel }: Lexicon): boolean {
  const [name, words] = [isOrdinary(said, languageModel, seldom), isOrdinary(heard, languageModel, seldom)]
  return name === words ? !name && said.split(' ').length < heard.split(' ').length : words
}

/** The firm of the one whom a cue names: on the list, or in the label of the turn that is his. */
function houseOf({ text, turns, participants }: Aligned, { kind, name, turn }: Cue): House | undefined {
  const isHis = (other: string) => nameKey(other) === nameKey(name)
  const listed = participants.filter((person) => mayBeOne(person.name, name))
  const [person] = listed.filter((one) => isHis(one.name)).concat(listed.length === 1 ? listed : [])
  const ofList = person && firmOf(person.firm, person.title)
  if (ofList) return { firm: ofList, proof: person.span, isHis: isHis(person.name) }
  const candidates = kind === 'self' ? turns.slice(turn, turn + 1) : turns.slice(turn + 1, turn + 3)
  const spoken = candidates.find(({ speaker }) => mayBeOne(speaker.label, name) && speaker.label !== '')
  const firm = spoken && firmOf(spoken.speaker.firm, spoken.speaker.title)
  if (!firm) return undefined
  const at = text.indexOf(firm, spoken.header.start)
  const proof = at >= 0 && at < spoken.header.end ? { start: at, end: at + firm.length } : spoken.speaker.span
  return { firm, proof, isHis: isHis(spoken.speaker.label) }
}

/** What follows or makes up a name of an investment house. */
const houses =
  /\b(?:Securities|Capital|Research|Partners|Bank|Markets|Management|Investments?|Advisors|Holdings|Group|International|Asset|Equities|Financial|Futures)\b/u

/** A label of one part may hold the firm in the place of the title. */
const firmOf = (firm: string | undefined, title: string | undefined): string | undefined =>
  firm ??
  (title && houses.test(title) && !/\b(?:Officer|Head|Director|President)\b/u.test(title) ? title : undefined)

/** Both without the words at the end that they share. */
function withoutTail(heard: readonly string[], said: readonly string[]) {
  let tail = 0
  while (
    tail < Math.min(heard.length, said.length) &&
    heard.at(-1 - tail)!.toLowerCase() === said.at(-1 - tail)!.toLowerCase()
  )
    tail++
  return { heard: heard.slice(0, heard.length - tail), said: said.slice(0, said.length - tail), tail }
}

/** A firm without "Capital" and the like, where the other telling has none. */
const likeOf = (firm: string, other: string): string =>
  houses.test(other) ? firm : firm.replace(houseTail, '') || firm

const houseTail = new RegExp(String.raw`(?: (?:${houses.source.slice(2, -2)}))+$`, 'u')

/** "Kingsgate" for "Kingsgate Capital", or the other way round. */
const isShort = (a: string, b: string): boolean =>
  a.split(' ')[0]!.toLowerCase() === b.split(' ')[0]!.toLowerCase()

/** Whether two names are of one known firm ("BofA"), or each of another. */
function areOneFirm(a: string, b: string, firms: readonly Firm[]): boolean {
  const find = (name: string) =>
    firms.find((firm) =>
      [firm.name, ...firm.aliases].some((form) => form.toLowerCase() === name.toLowerCase()),
    )
  const [one, two] = [find(a), find(b)]
  return one !== undefined && (one === two || two !== undefined)
}
