import { similarity } from '../../text/distance.js'
import { bestOfEach } from '../names/best.js'
import { calledKeys } from '../../speakers/hand-overs.js'
import { labelKind, mayBeOne, nameKey, type LabelKind } from '../../speakers/labels.js'
import type { Roster } from '../../speakers/roster.js'
import { rolesOf, type Role } from '../../text/roles.js'
import { textOf } from '../../text/spans.js'
import type { Aligned, Found, Turn } from '../../types.js'
import { claimsOf, type Claim } from './claims.js'
import { found, proofOf, structure } from './finding.js'
import { interpretersTurns } from './interpreters.js'
import { reusedNumbers, strayAnnouncements } from './numbers.js'
import { asks, opensQuestion, soundsLikeOperator, standsIn, thanksShortly } from './wording.js'

/** Labels that the call's script contradicts, and those that name nobody where others do. */
export function mislabelled(doc: Aligned, roster: Roster): Found[] {
  const call: Call = {
    doc,
    claims: claimsOf(doc, roster),
    called: calledKeys(roster),
    roles: rolesOf(doc),
    kinds: doc.turns.map(({ speaker }) => labelKind(speaker.label)),
  }
  const numbered = call.kinds.filter((kind) => kind === 'numbered').length
  // Where a recogniser numbers everybody, numbers are the manner of the transcript.
  const mixed = numbered * 3 <= call.kinds.length
  const ofTurns = doc.turns.flatMap((turn, index) => {
    const { span } = turn.speaker
    if (span.end <= span.start || turn.body.length === 0) return []
    const kind = call.kinds[index]!
    if (kind === 'numbered') return mixed ? ofNumber(call, turn, index) : []
    if (kind === 'unnamed') return ofUnnamed(call, turn, index)
    if (kind === 'part' || call.roles[index] === 'operator' || call.roles[index] === 'interpreter') return []
    return [
      ...anotherCalled(call, turn, index),
      ...anotherHasFloor(call, turn, index),
      ...thanksOfAnother(call, turn, index),
    ].slice(0, 2)
  })
  return bestOfEach([
    ...ofTurns,
    ...interpretersTurns(doc),
    ...strayAnnouncements(doc, roster),
    ...reusedNumbers(doc, call.claims),
  ])
}

interface Call {
  readonly doc: Aligned
  readonly claims: ReadonlyMap<number, Claim>
  readonly called: ReadonlySet<string>
  readonly roles: readonly Role[]
  readonly kinds: readonly LabelKind[]
}

const wordsOfTurn = ({ text }: Aligned, { body }: Turn): string =>
  text.slice(body[0]!.start, Math.min(body.at(-1)!.end, body[0]!.start + 700))

function ofNumber({ doc, claims, kinds }: Call, turn: Turn, index: number): Found[] {
  const { span, label } = turn.speaker
  const claim = claims.get(index)
  const words = wordsOfTurn(doc, turn)
  const operator = doc.turns.find(
    ({ speaker }, at) => kinds[at] === 'part' && /operator/iu.test(speaker.label),
  )
  if (!claim && operator && soundsLikeOperator(words)) {
    const evidence = structure("the words are an operator's")
    return [
      found(
        span,
        `"${label}" is no name: the words are the operator's.`,
        0.85,
        [evidence],
        operator.speaker.label,
      ),
    ]
  }
  const evidence = claim ? proofOf(claim) : [structure('other speakers are named')]
  const message = claim
    ? `"${label}" is no name: ${claim.name} has the floor.`
    : `"${label}" is a recogniser's number, no name.`
  return [found(span, message, claim ? 0.9 : 0.75, evidence, claim?.name)]
}

function ofUnnamed({ doc, claims }: Call, turn: Turn, index: number): Found[] {
  const claim = claims.get(index)
  if (!claim || !asks(wordsOfTurn(doc, turn)) || standsIn(wordsOfTurn(doc, turn))) return []
  const { span, label } = turn.speaker
  return [
    found(span, `"${label}" seems to be ${claim.name}, who has the floor.`, 0.5, proofOf(claim), claim.name),
  ]
}

/** A questioner under the name of another. */
function anotherCalled({ doc, claims, called, roles, kinds }: Call, turn: Turn, index: number): Found[] {
  const claim = claims.get(index)
  const { label, span, firm } = turn.speaker
  if (!claim || mayBeOne(label, claim.name) || !claim.cues.some(({ kind }) => kind === 'called')) return []
  const words = wordsOfTurn(doc, turn)
  if (!opensQuestion(words) || standsIn(words)) return []
  const introduced = claim.cues.some(({ kind }) => kind === 'self')
  const before = doc.turns.some(
    ({ speaker }, at) => at < index - 1 && kinds[at] === 'name' && speaker.label === label,
  )
  const confidence =
    isCalled(called, label) || introduced
      ? 0.93
      : before &&
          asks(words) &&
          (roles[index] === 'executive' || roles[index] === 'ir' || !/\s/u.test(label.trim()))
        ? 0.8
        : 0
  if (confidence === 0) return []
  const message = `The operator called ${claim.name}, not ${label}.`
  const name = found(span, message, confidence, proofOf(claim), claim.name)
  const place = firm && claim.firm && !isOneFirm(firm, claim.firm) ? doc.text.indexOf(firm, span.end) : -1
  if (place < 0 || place + firm!.length > turn.header.end) return [name]
  const ofFirm = found(
    { start: place, end: place + firm!.length },
    message,
    confidence,
    proofOf(claim),
    claim.firm,
  )
  return [name, ofFirm]
}

/** The floor was given to another of the company's people, who speaks elsewhere, or another says who he is. */
function anotherHasFloor({ doc, claims, roles, kinds }: Call, turn: Turn, index: number): Found[] {
  const claim = claims.get(index)
  const { label, span } = turn.speaker
  if (!claim || mayBeOne(label, claim.name) || claim.cues.some(({ kind }) => kind === 'called')) return []
  const own = doc.turns.findIndex(
    ({ speaker }, at) => kinds[at] === 'name' && mayBeOne(speaker.label, claim.name),
  )
  const known = own >= 0 && roles[own] !== 'analyst' && roles[own] !== 'operator'
  if (!known || (roles[index] !== 'executive' && roles[index] !== 'ir')) return []
  const rendered = doc.origins.some((span) => span.turn === index && span.origin !== 'english')
  const byOperator = roles[index - 1] === 'operator'
  const introduced = claim.cues.some(({ kind }) => kind === 'self')
  if (rendered && !introduced) return []
  const said = doc.turns[own]!.speaker.label
  const message = introduced
    ? `${said} introduces himself or herself here.`
    : `${said} was given the floor, not ${label}.`
  return [found(span, message, introduced || byOperator ? 0.8 : 0.7, proofOf(claim), said)]
}

/** Whether the operator called somebody by the name, in one word or two. */
const isCalled = (called: ReadonlySet<string>, label: string): boolean =>
  called.has(nameKey(label)) ||
  [...called].some((name) => similarity(joined(name), joined(nameKey(label))) >= 0.9)

const joined = (key: string): string => key.replaceAll(' ', '').split('').toSorted().join('')

/** Firms' first words tell them apart: the rest is "Securities". */
const isOneFirm = (a: string, b: string): boolean =>
  a.split(' ')[0]!.toLowerCase() === b.split(' ')[0]!.toLowerCase()

/** "Very clear, thank you." under the name of the executive who has just answered. */
function thanksOfAnother({ doc, claims, called, roles }: Call, turn: Turn, index: number): Found[] {
  const { label, span } = turn.speaker
  const before = doc.turns[index - 1]
  const answers = before?.speaker.label === label || roles[index] === 'executive'
  if (!before || !answers || called.has(nameKey(label)) || claims.has(index)) return []
  const next = roles[index + 1]
  if (
    next !== 'operator' ||
    !thanksShortly(textOf(doc.text, { start: turn.body[0]!.start, end: turn.body.at(-1)!.end }))
  )
    return []
  for (let at = index - 1; at >= 0; at--) {
    const asked = claims.get(at)
    if (!asked?.cues.some(({ kind }) => kind === 'called')) continue
    const message = `${label} answers here; the thanks seem to be ${asked.name}'s, who asked.`
    return [found(span, message, 0.75, proofOf(asked), asked.name)]
  }
  return []
}
