import type { Lexicon } from '../lexicon/lexicon.js'
import { similarityOf } from '../similarity/similarity.js'
import type { Segmented } from '../types.js'
import { findEchoes, type Echo } from './echo.js'
import { marksOf, type Marks, type Tally } from './marks.js'
import { rolesOf, type Role } from './roles.js'

/** Everything the features of one unit are made of. */
export interface Context {
  readonly doc: Segmented
  readonly marks: readonly Marks[]
  /** The marks of the units around, within the turn. */
  readonly around: readonly Tally[]
  readonly echo: readonly Place[]
  readonly roles: readonly Role[]
  /** Share of the call's words in Han script, and of its units in echoes. */
  readonly hanShare: number
  readonly echoShare: number
  /** Mean oddness of the call's words in Latin script. */
  readonly oddness: number
}

/** Where a unit stands in an echo. */
export interface Place {
  readonly side: 'passage' | 'rendering' | 'none'
  /** Mean log likelihood ratio of the echo per unit of its rendering. */
  readonly strength: number
  readonly opens: boolean
}

export function contextOf(doc: Segmented, lexicon: Lexicon): Context {
  const marks = marksOf(doc, lexicon)
  const echoes = findEchoes(doc.segments.length, similarityOf(doc, lexicon), (unit) =>
    mayTurn(doc, marks, unit),
  )
  const latin = marks.reduce((sum, { words }) => sum + words, 0)
  const han = marks.reduce((sum, mark) => sum + mark.han, 0)
  const echoed = echoes.reduce((sum, { start, end }) => sum + end - start, 0)
  return {
    doc,
    marks,
    around: marks.map((_, unit) => surroundings(doc, marks, unit)),
    echo: placesOf(doc.segments.length, echoes),
    roles: rolesOf(doc.turns),
    hanShare: han / Math.max(1, han + latin),
    echoShare: echoed / Math.max(1, doc.segments.length),
    oddness: marks.reduce((sum, { oddness }) => sum + oddness, 0) / Math.max(1, latin),
  }
}

/** Where a rendering may start: at a turn, a sentence, a change of script or a cue. */
function mayTurn({ segments }: Segmented, marks: readonly Marks[], unit: number): boolean {
  const before = segments[unit - 1]!
  const here = segments[unit]!
  return (
    before.turn !== here.turn ||
    before.sentence !== here.sentence ||
    before.script !== here.script ||
    marks[unit]!.cues.size > 0
  )
}

function placesOf(units: number, echoes: readonly Echo[]): Place[] {
  const places: Place[] = Array.from({ length: units }, () => ({ side: 'none', strength: 0, opens: false }))
  for (const { start, border, end, score } of echoes) {
    const strength = score / (end - border)
    for (let unit = start; unit < end; unit++) {
      const side = unit < border ? 'passage' : 'rendering'
      places[unit] = { side, strength, opens: unit === start || unit === border }
    }
  }
  return places
}

/** How far to either side a unit's surroundings reach, in units. */
const neighbourhood = 4

function surroundings({ segments }: Segmented, marks: readonly Marks[], unit: number): Tally {
  const { turn } = segments[unit]!
  const near: Marks[] = []
  for (let other = unit - neighbourhood; other <= unit + neighbourhood; other++) {
    if (segments[other]?.turn === turn) near.push(marks[other]!)
  }
  const sum = (of: (tally: Tally) => number): number => near.reduce((total, tally) => total + of(tally), 0)
  return {
    words: sum(({ words }) => words),
    han: sum(({ han }) => han),
    oddness: sum(({ oddness }) => oddness),
    calques: sum(({ calques }) => calques),
    pinyin: sum(({ pinyin }) => pinyin),
    repeats: sum(({ repeats }) => repeats),
  }
}
