import { labelKind } from '../../speakers/labels.js'
import type { Aligned, Found, Origin, Turn } from '../../types.js'
import { found, structure } from './finding.js'

/**
 * Interpretation under the name of the one who has just spoken Mandarin, where others' labels stand over nearly all
 * of it, and under no name at all. Where the interpreter mostly has the executive's name it is the transcript's manner.
 */
export function interpretersTurns(doc: Aligned): Found[] {
  const shares = sharesByTurn(doc)
  const rendering = doc.turns.flatMap((turn, index) => {
    const before = doc.turns[index - 1]
    const follows = before && (shares[index - 1]?.get('mandarin') ?? 0) >= mostly
    const [own, other] = [shares[index]?.get('interpretation') ?? 0, shares[index]?.get('mandarin') ?? 0]
    return follows && own >= wholly && other <= slip && turn.speaker.label !== '' ? [{ turn, before }] : []
  })
  const isOwn = ({ turn, before }: { turn: Turn; before: Turn }) =>
    turn.speaker.label === before.speaker.label
  const others = rendering.filter((one) => !isOwn(one) && labelKind(one.turn.speaker.label) !== 'unnamed')
  const usual = mostFrequent(others.map(({ turn }) => turn.speaker.label))
  const own = rendering.filter(isOwn)
  const nameless = rendering.filter(({ turn }) =>
    /^(?:unidentified|unknown) speaker$/iu.test(turn.speaker.label),
  )
  const strays = usual && others.length >= fewest && own.length * seldom <= others.length ? own : []
  return [
    ...strays.map(({ turn: { speaker } }) =>
      found(
        speaker.span,
        `${speaker.label} has just spoken Mandarin; this is the interpretation, which ${usual!} gives elsewhere.`,
        0.72,
        [structure(`${usual!} gives the interpretation ${others.length} times`)],
        usual,
      ),
    ),
    ...(nameless.length <= mostNameless ? nameless : []).map(({ turn: { speaker }, before }) =>
      found(
        speaker.span,
        `"${speaker.label}" is the interpreter: this renders what ${before.speaker.label} has just said in Mandarin.`,
        0.66,
        [structure('an interpretation of the turn before')],
        usual ?? 'Interpreter',
      ),
    ),
  ]
}

/** More without a name are the transcript's manner. */
const mostNameless = 3
/** Share of a turn's letters from which on it is mostly, or wholly, of an origin. */
const mostly = 0.6
const wholly = 0.9
/** Share of a rendering that may be taken for Mandarin. */
const slip = 0.1
/** Turns of interpretation under others' names that tell how the transcript labels it. */
const fewest = 3
/** Others' turns of interpretation for each under the speaker's own name, from which on that is a mistake. */
const seldom = 3

function sharesByTurn({ turns, origins }: Aligned): Map<Origin, number>[] {
  const counts = turns.map(() => new Map<Origin, number>())
  const totals = turns.map(() => 0)
  for (const { turn, origin, start, end } of origins) {
    const own = counts[turn]
    if (!own || origin === 'notice') continue
    own.set(origin, (own.get(origin) ?? 0) + end - start)
    totals[turn]! += end - start
  }
  return counts.map(
    (own, turn) => new Map([...own].map(([origin, count]) => [origin, count / totals[turn]!])),
  )
}

function mostFrequent(labels: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}
