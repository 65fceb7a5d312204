import { labelKind, mayBeOne } from '../../speakers/labels.js'
import type { Roster } from '../../speakers/roster.js'
import type { Aligned, Found } from '../../types.js'
import type { Claim } from './claims.js'
import { found, proofOf, structure } from './finding.js'

/**
 * Where a recogniser numbers everybody: somebody who is given the floor for the first time under the number of a voice
 * that has spoken before. Recognisers number voices as they come, so that his is the next number.
 */
export function reusedNumbers({ turns }: Aligned, claims: ReadonlyMap<number, Claim>): Found[] {
  if (turns.some(({ speaker }) => labelKind(speaker.label) !== 'numbered')) return []
  const owners = new Map<string, string[]>()
  const seen: string[] = []
  let last = 0
  return turns.flatMap(({ speaker: { label, span } }, index) => {
    // An interpreter says "this is …" of another.
    const told = claims.get(index)
    const claim = told?.cues.some(({ kind }) => kind !== 'self') ? told : undefined
    const known = owners.get(label)
    const number = Number(/\d+/u.exec(label)?.[0])
    const isNew = claim !== undefined && !seen.some((name) => mayBeOne(name, claim.name))
    const called = claim?.cues.some(({ kind }) => kind === 'called') === true
    const next = last + 1
    last = Math.max(last, number)
    const another = known && (called || known.length > 0)
    if (claim) seen.push(claim.name)
    if (!known) owners.set(label, claim ? [claim.name] : [])
    if (!claim || !isNew || !another) {
      if (claim && known) known.push(claim.name)
      return []
    }
    const evidence = [...proofOf(claim), structure(`${label} has spoken before`)]
    const message = `${claim.name} has the floor for the first time, but ${label} has spoken before.`
    return [found(span, message, 0.75, evidence, label.replace(/\d+/u, String(next)))]
  })
}

/** Announcements of questioners under another's label than nearly all of them. */
export function strayAnnouncements({ turns }: Aligned, { cues }: Roster): Found[] {
  const calls = cues.filter(({ kind }) => kind === 'called')
  const counts = new Map<string, number>()
  for (const { turn } of calls) {
    const { label } = turns[turn]!.speaker
    counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  const [usual] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (!usual || usual[1] < fewest || usual[1] < 0.66 * calls.length || usual[0] === '') return []
  return calls.flatMap((call) => {
    const { speaker, body } = turns[call.turn]!
    const whole =
      body.length === 1 && call.start - body[0]!.start <= lead && body[0]!.end - call.end <= courtesy
    if (!whole || speaker.label === usual[0] || speaker.span.end <= speaker.span.start) return []
    const message = `${usual[0]} calls the questioners elsewhere; this call stands under ${speaker.label}.`
    return [found(speaker.span, message, 0.72, [structure(`${usual[1]} calls by ${usual[0]}`)], usual[0])]
  })
}

/** Calls that tell who makes them. */
const fewest = 2
/** UTF-16 code units before and after the name in a turn that is nothing but a call. */
const lead = 70
const courtesy = 90
