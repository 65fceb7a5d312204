import { rolesOf } from '../text/roles.js'
import type { Identified, Span, Turn } from '../types.js'
import type { Cue } from './cues.js'
import { labelKind, nameKey, wordsOf } from './labels.js'
import type { Roster } from './roster.js'

/** A place inside a turn where one speaker ends and another begins. */
export interface HandOver {
  /**
   * `operator`: his words in a questioner's turn; `himself`: the turn's own speaker is given the floor, so
   * another speaks up to there; `onward`: somebody else is given it, and begins.
   */
  readonly kind: 'operator' | 'himself' | 'onward'
  readonly cue: Cue
  /** The sentence with the cue. */
  readonly sentence: Span
}

/** The hand-overs inside turns, in the order of the text. */
export function handOversWithin(doc: Identified, roster: Roster): HandOver[] {
  const called = calledKeys(roster)
  return roster.cues.flatMap((cue): HandOver[] => {
    const turn = doc.turns[cue.turn]!
    const { label } = turn.speaker
    if (labelKind(label) !== 'name') return []
    const sentence = sentenceAround(doc.text, paragraphOf(turn, cue), cue)
    if (cue.kind === 'called' && called.has(nameKey(label)) && nameKey(cue.name) !== nameKey(label))
      return [{ kind: 'operator', cue, sentence }]
    if (cue.kind !== 'handed') return []
    if (isHimself(cue, label)) return [{ kind: 'himself', cue, sentence }]
    const begins = opening.test(doc.text.slice(sentence.end, turn.body.at(-1)!.end).trimStart().slice(0, 40))
    return begins && roster.told.get(cue) ? [{ kind: 'onward', cue, sentence }] : []
  })
}

/** Words inside a turn that are another's than the label says. */
export interface Floor extends Span {
  readonly turn: number
  readonly name: string
  /** A turn under his own label, where he has one. */
  readonly known?: number
}

/** Who speaks after, or up to, the hand-overs inside turns: in order, not overlapping. */
export function floorsWithin(doc: Identified, roster: Roster): Floor[] {
  const roles = rolesOf(doc)
  const operator = roles.indexOf('operator')
  const floors: Floor[] = []
  for (const { kind, cue, sentence } of handOversWithin(doc, roster)) {
    const { turn } = cue
    const { body } = doc.turns[turn]!
    const end = body.at(-1)!.end
    const last = floors.at(-1)
    const goesOn = last?.turn === turn
    if (goesOn)
      floors.splice(-1, 1, {
        ...last,
        end: Math.min(last.end, kind === 'operator' ? sentence.start : sentence.end),
      })
    const before = doc.turns[turn - 1]
    if (kind === 'himself' && before && roles[turn - 1] !== 'operator' && !goesOn)
      floors.push({
        start: body[0]!.start,
        end: sentence.end,
        turn,
        name: before.speaker.label,
        known: turn - 1,
      })
    if (kind === 'onward') floors.push({ start: sentence.end, end, turn, ...speakerOf(roster, cue) })
    if (kind !== 'operator' || operator < 0) continue
    const { label: name } = doc.turns[operator]!.speaker
    const courtesies = courtesy.exec(doc.text.slice(sentence.end, end))![0].length
    const start = sentence.end + courtesies
    floors.push({ start: sentence.start, end: start, turn, name, known: operator })
    if (start < end) floors.push({ start, end, turn, ...speakerOf(roster, cue) })
  }
  return floors
}

/** Names by which the operator called somebody up, as keys. */
export const calledKeys = ({ cues }: Roster): ReadonlySet<string> =>
  new Set(cues.filter(({ kind }) => kind === 'called').map(({ name }) => nameKey(name)))

/** How somebody begins who has been given the floor. */
const opening =
  /^(?:(?:ok(?:ay)?|great|alright|all right|sure|yes),? )?(?:thank you|thanks|hello|hi|good (?:morning|afternoon|evening|day)|大家好|各位|谢谢|謝謝)/iu

/** What an operator says after a name: "Please go ahead. Your line is open." */
const courtesy = /^(?:\s*(?:please|your line|you may|go ahead)\b[^.?!]{0,60}[.?!])*\s*/iu

const isHimself = ({ name }: Cue, label: string): boolean => {
  const own = wordsOf(label)
  return wordsOf(name).every((word) => own.includes(word))
}

function speakerOf(roster: Roster, cue: Cue): Pick<Floor, 'name' | 'known'> {
  const person = roster.told.get(cue)
  const known = person?.turns[0]
  return { name: person?.name ?? cue.name, ...(known !== undefined && { known }) }
}

const paragraphOf = ({ body }: Turn, { start }: Span): Span =>
  body.find((paragraph) => start < paragraph.end) ?? body.at(-1)!

/** From the mark before the words to the mark behind them. */
function sentenceAround(text: string, paragraph: Span, { start, end }: Span): Span {
  const before = text.slice(Math.max(paragraph.start, start - reach), start)
  const lead = Math.max(before.lastIndexOf('. '), before.lastIndexOf('? '))
  const from = lead >= 0 ? start - before.length + lead + 2 : start - before.length
  const after = text.slice(end, Math.min(paragraph.end, end + reach))
  const stop = after.search(/[.?!](?:\s|$)/u)
  return { start: from, end: stop < 0 ? end + after.length : end + stop + 1 }
}

const reach = 240
