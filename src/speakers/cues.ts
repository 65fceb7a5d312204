import type { Span, Transcript } from '../types.js'

/** Where the call's own script says who speaks. */
export interface Cue extends Span {
  /** Called up for a question, given the floor, or naming himself. */
  readonly kind: 'called' | 'handed' | 'self'
  /** As it stands in the span. */
  readonly name: string
  /** Bank or company, where the words tell it. */
  readonly firm?: string
  /** Index into `turns`: where the words stand. */
  readonly turn: number
}

/**
 * Announcements of questioners, hand-overs and introductions in all turns, in the order of the text. Only
 * capitalised names in wording that is all but fixed; a call without capitals has none.
 */
export function cuesOf({ text, turns }: Pick<Transcript, 'text' | 'turns'>): Cue[] {
  return turns.flatMap(({ body }, turn) =>
    body.flatMap(({ start, end }, paragraph) => {
      const words = text.slice(start, end)
      const opening = paragraph === 0 ? selfIntroductions(words.slice(0, openingLength)) : []
      return [...opening, ...announcements(words), ...handOvers(words)]
        .map((cue) => ({ ...cue, start: cue.start + start, end: cue.end + start, turn }))
        .toSorted((a, b) => a.start - b.start)
    }),
  )
}

/** UTF-16 code units in which speakers say who they are. */
const openingLength = 260

type Local = Omit<Cue, 'turn'>

const PART = String.raw`\p{Lu}[\p{L}\p{M}]*\.?(?:['’-]\p{L}+)*`
const NAME = String.raw`\p{Lu}[\p{L}\p{M}]+(?:['’-]\p{L}+)*(?: ${PART}){0,3}`
const HOUSE = 'Securities|Capital|Research|Partners|Bank|Asset|Management|Investments?|International|Advisors'
/** A small letter only in half a name that was heard as a word ("Hal version Capital"). */
const FIRM = String.raw`(?:the )?\p{Lu}[\p{L}\d&'’-]*(?: (?:(?:& |and |of )?\p{Lu}[\p{L}\d&'’-]*|\p{Ll}{2,}(?= (?:${HOUSE})\b))){0,4}`
const TITLE = String.raw`(?:(?:Mr|Ms|Mrs|Miss|Dr)\.? )?`

const announcement = new RegExp(
  String.raw`\b(?:[Qq]uestion(?: (?:today|now))?,?(?: (?:is|comes|will come|will be|coming|we have|also comes))?(?: up)?(?: from)?|[Ff]ollow-up(?: is| comes)? from|[Nn]ext,? we have|[Nn]ext up is|[Nn]ext is)(?: the)?(?: line of| line)? ${TITLE}(${NAME}),? (?:from|of|with|at) (${FIRM})`,
  'gu',
)

function announcements(words: string): Local[] {
  if (!/uestion|ollow-up|ext/u.test(words)) return []
  return [...words.matchAll(announcement)].map((match) => {
    const name = match[1]!
    const start = match.index + match[0].lastIndexOf(name, match[0].length - match[2]!.length)
    return { kind: 'called', name, firm: match[2]!.replace(/^the /u, ''), start, end: start + name.length }
  })
}

const introduction = new RegExp(
  String.raw`\b(?:[Tt]his is|I am|I['’]m|[Mm]y name is|[Ii]t['’]s) (${NAME})(?: here)?,? (?:from|of|with|at) (${FIRM})`,
  'gu',
)

function selfIntroductions(words: string): Local[] {
  const full = [...words.matchAll(introduction)].map((match): Local => {
    const name = match[1]!
    const start = match.index + match[0].indexOf(name)
    return { kind: 'self', name, firm: match[2]!.replace(/^the /u, ''), start, end: start + name.length }
  })
  return full.length > 0
    ? full
    : [...words.matchAll(bareIntroduction)].map(({ index, 0: whole, 1: name = '' }) => {
        const start = index + whole.length - name.length
        return { kind: 'self', name, start, end: start + name.length }
      })
}

/** "This is Ann." */
const bareIntroduction = new RegExp(String.raw`\b[Tt]his is (${NAME})(?=[.,!])`, 'gu')

/** Verb, what is given, to whom: an office may stand before the name. */
const handOver = new RegExp(
  String.raw`\b(?:(?:turn|hand|pass|handing|passing|turning)(?: (?:it|this|the (?:call|floor|conference|meeting|time)))?(?: back)?(?: over)?(?: now)? to|pleasure to (?:introduce|invite|welcome)) (?:our [^.?!]{2,90}?, |our (?:C[EFOT]O|IR) |the (?:C[EFOT]O),? )?${TITLE}(${NAME})`,
  'gu',
)

/** "Next, our CFO, Ms. Fang, will go through the figures." */
const nextSpeaker = new RegExp(
  String.raw`\b(?:[Nn]ext|[Nn]ow),? (?:our [^.?!,]{2,60}, |our (?:C[EFOT]O|IR) |the (?:C[EFOT]O),? )?${TITLE}(${NAME})(?=,? (?:will|is going to) (?:present|go|walk|review|discuss|take|talk|report|introduce|share|give))`,
  'gu',
)

function handOvers(words: string): Local[] {
  if (!/\b(?:turn|hand|pass|pleasure|[Nn]ext|[Nn]ow)/u.test(words)) return []
  return [...words.matchAll(handOver), ...words.matchAll(nextSpeaker)].map((match) => {
    const name = match[1]!
    const start = match.index + match[0].length - name.length
    return { kind: 'handed', name, start, end: start + name.length }
  })
}
