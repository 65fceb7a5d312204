import type { Cue } from '../../speakers/cues.js'
import { mayBeOne, wordsOf } from '../../speakers/labels.js'
import type { Roster } from '../../speakers/roster.js'
import type { Aligned, Span } from '../../types.js'

/** Who speaks a turn by the words before it or its own. */
export interface Claim {
  readonly name: string
  readonly firm?: string
  readonly cues: readonly Cue[]
}

/** The claim to each turn that has one; of contradicting words there is none. */
export function claimsOf(doc: Aligned, roster: Roster): Map<number, Claim> {
  const byTurn = new Map<number, Cue[]>()
  for (const cue of roster.cues) byTurn.set(cue.turn, [...(byTurn.get(cue.turn) ?? []), cue])
  const claims = new Map<number, Claim>()
  doc.turns.forEach(({ body, speaker }, turn) => {
    const self = (byTurn.get(turn) ?? []).find(({ kind }) => kind === 'self')
    const before = doc.turns[turn - 1]
    const last = (byTurn.get(turn - 1) ?? []).findLast(({ kind }) => kind !== 'self')
    const given = last && before && isLastWord(doc.text, before.body, last) ? last : undefined
    if (!body[0]) return
    const contradict = self && given && given.kind === 'called' && !mayBeOne(self.name, given.name)
    if (contradict && (mayBeOne(self.name, speaker.label) || mayBeOne(given.name, speaker.label))) return
    const cue = (given?.kind === 'called' && !contradict) || !self ? given : self
    if (!cue) return
    // "Mr. Zou" is the one person of the call who bears the name.
    const name = wordsOf(cue.name).length > 1 ? cue.name : (roster.told.get(cue)?.name ?? cue.name)
    const firm = cue.firm ?? self?.firm
    claims.set(turn, { name, ...(firm && { firm }), cues: [given, self].filter((one) => one !== undefined) })
  })
  return claims
}

/** UTF-16 code units that "please go ahead, your line is open" takes. */
const courtesy = 150

const isLastWord = (text: string, body: readonly Span[], cue: Cue): boolean =>
  text.slice(cue.end, body.at(-1)!.end).length <= courtesy
