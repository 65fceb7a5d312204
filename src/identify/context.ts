import type { Lexicon } from '../lexicon/lexicon.js'
import type { Style } from '../lexicon/origin-model.js'
import { similarityOf } from '../similarity/similarity.js'
import type { Segmented } from '../types.js'
import { findEchoes, type Echo, type Echoes } from './echo.js'
import { marksOf, type Marks, type Tally } from './marks.js'
import { namedOtherwise, nameKinds, type NameKind } from './names.js'
import { rolesOf, type Role } from '../text/roles.js'

/** Everything the features of one unit are made of. */
export interface Context {
  readonly doc: Segmented
  readonly marks: readonly Marks[]
  /** The marks of the units around, within the turn. */
  readonly around: readonly Tally[]
  /** The marks of whole turns. */
  readonly turns: readonly Tally[]
  readonly echo: readonly Place[]
  readonly echoes: Echoes
  /** For each turn, the share of its speaker's units, over the whole call, that stand in strong echoes. */
  readonly speakerEcho: readonly number[]
  readonly roles: readonly Role[]
  /** What the name of each turn's speaker tells. */
  readonly names: readonly (NameKind | undefined)[]
  /** For each unit, whether its speaker has given another name than the label's. */
  readonly namedOtherwise: readonly boolean[]
  /** Share of the call's words in Han script, and of its units in strong echoes. */
  readonly hanShare: number
  readonly echoShare: number
  /** The marks of the whole call. */
  readonly call: Tally
  /** For each unit its length in words, and the words of its turn before it and from it on. */
  readonly sizes: readonly number[]
  readonly wordsBefore: readonly number[]
  readonly wordsFrom: readonly number[]
}

/** Where a unit stands in an echo. */
export interface Place {
  readonly side: 'passage' | 'rendering' | 'none'
  /** Mean log likelihood ratio of the echo per unit of its rendering. */
  readonly strength: number
  /** Log likelihood ratio of the whole echo. */
  readonly score: number
  readonly opens: boolean
  /** The passage opens with a turn or right after another echo. */
  readonly atEdge: boolean
}

export function contextOf(doc: Segmented, lexicon: Lexicon, style: Style): Context {
  const marks = marksOf(doc, lexicon, style)
  const echoes = echoesOf(doc, lexicon)
  const echo = placesOf(doc, echoes.found)
  const around = marks.map((_, unit) => surroundings(doc, marks, unit))
  const latin = marks.reduce((sum, { words }) => sum + words, 0)
  const han = marks.reduce((sum, mark) => sum + mark.han, 0)
  const echoed = echo.filter(isStrong).length
  return {
    doc,
    marks,
    around,
    turns: tallyTurns(doc, marks),
    echo,
    echoes,
    speakerEcho: speakerEchoes(doc, echo),
    roles: rolesOf(doc),
    names: nameKinds(doc, lexicon),
    namedOtherwise: namedOtherwise(doc),
    hanShare: han / Math.max(1, han + latin),
    echoShare: echoed / Math.max(1, doc.segments.length),
    call: sumTallies(marks),
    ...sizesOf(doc, marks),
  }
}

/** Han characters that say as much as an English word. */
const hanInWord = 1.6

function sizesOf(
  { segments }: Segmented,
  marks: readonly Marks[],
): Pick<Context, 'sizes' | 'wordsBefore' | 'wordsFrom'> {
  const sizes = marks.map(({ words, han }) => words + han / hanInWord)
  const wordsBefore = sizes.map(() => 0)
  const wordsFrom = [...sizes]
  const sameTurn = (unit: number): boolean => segments[unit - 1]?.turn === segments[unit]?.turn
  for (let unit = 1; unit < sizes.length; unit++) {
    if (sameTurn(unit)) wordsBefore[unit] = wordsBefore[unit - 1]! + sizes[unit - 1]!
  }
  for (let unit = sizes.length - 1; unit > 0; unit--) {
    if (sameTurn(unit)) wordsFrom[unit - 1]! += wordsFrom[unit]!
  }
  return { sizes, wordsBefore, wordsFrom }
}

const known = new WeakMap<Segmented['segments'], Echoes>()

/** Found once for a segmented text: a model is trained on many styles of one text. */
function echoesOf(doc: Segmented, lexicon: Lexicon): Echoes {
  let echoes = known.get(doc.segments)
  if (!echoes) {
    echoes = findEchoes(doc.segments.length, similarityOf(doc, lexicon), wordingsOf(doc), (unit) =>
      mayTurn(doc, unit),
    )
    known.set(doc.segments, echoes)
  }
  return echoes
}

/** A number for each unit, the same for units of the same words, if those are two or more. */
function wordingsOf({ text, segments }: Segmented): Int32Array {
  const numbers = new Map<string, number>()
  return Int32Array.from(segments, ({ start, end }, unit) => {
    const words =
      text
        .slice(start, end)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    if (words.length < 2) return -1 - unit
    const key = words.join(' ')
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
}

/** Renderings start with a turn, a sentence or a change of script, as a rule. */
function mayTurn({ segments }: Segmented, unit: number): boolean {
  const before = segments[unit - 1]!
  const here = segments[unit]!
  return before.turn !== here.turn || before.sentence !== here.sentence || before.script !== here.script
}

export function placesOf({ segments }: Segmented, echoes: readonly Echo[]): Place[] {
  const none: Place = { side: 'none', strength: 0, score: 0, opens: false, atEdge: false }
  const places = segments.map(() => none)
  let lastEnd = -1
  for (const { start, border, end, score } of echoes) {
    const strength = score / (end - border)
    const atEdge = start === lastEnd || segments[start - 1]?.turn !== segments[start]!.turn
    for (let unit = start; unit < end; unit++) {
      const side = unit < border ? 'passage' : 'rendering'
      places[unit] = { side, strength, score, opens: unit === start || unit === border, atEdge }
    }
    lastEnd = end
  }
  return places
}

/** An echo like this is hardly chance. */
export const isStrong = ({ strength, score }: Place): boolean => strength >= 7 && score >= 30

function speakerEchoes({ segments, turns }: Segmented, places: readonly Place[]): number[] {
  const units = new Map<string, number>()
  const strong = new Map<string, number>()
  segments.forEach(({ turn }, unit) => {
    const { label } = turns[turn]!.speaker
    units.set(label, (units.get(label) ?? 0) + 1)
    if (isStrong(places[unit]!)) strong.set(label, (strong.get(label) ?? 0) + 1)
  })
  return turns.map(({ speaker: { label } }) =>
    label === '' ? 0 : (strong.get(label) ?? 0) / (units.get(label) ?? 1),
  )
}

/** How far to either side a unit's surroundings reach, in units. */
const neighbourhood = 4

function surroundings({ segments }: Segmented, marks: readonly Marks[], unit: number): Tally {
  const { turn } = segments[unit]!
  const near: Marks[] = []
  for (let other = unit - neighbourhood; other <= unit + neighbourhood; other++) {
    if (segments[other]?.turn === turn) near.push(marks[other]!)
  }
  return sumTallies(near)
}
function tallyTurns({ segments, turns }: Segmented, marks: readonly Marks[]): Tally[] {
  const byTurn: Marks[][] = turns.map(() => [])
  segments.forEach(({ turn }, unit) => byTurn[turn]!.push(marks[unit]!))
  return byTurn.map(sumTallies)
}

function sumTallies(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0)
  return {
    words: sum(({ words }) => words),
    han: sum(({ han }) => han),
    oddness: sum(({ oddness }) => oddness),
    styleMI: sum(({ styleMI }) => styleMI),
    styleME: sum(({ styleME }) => styleME),
    styleIE: sum(({ styleIE }) => styleIE),
    calques: sum(({ calques }) => calques),
    pinyin: sum(({ pinyin }) => pinyin),
    repeats: sum(({ repeats }) => repeats),
  }
}

export const clip = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value))
