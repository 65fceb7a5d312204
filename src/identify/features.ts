import { clip, isStrong, type Context, type Place } from './context.js'
import type { StyleKind, Tally } from './marks.js'
import { roles } from '../text/roles.js'
import type { Observations } from './sequence.js'

/** What the sequence model observes at a first look: one row of features a segment and one a border before it. */
export const firstLook = (context: Context): Observations =>
  observationsOf(context.doc.segments.length, context, unitFeatures, borderFeatures)

/** Rows of features; `subject` is what they are features of. */
export function observationsOf<Subject>(
  units: number,
  subject: Subject,
  unitFeatures: readonly Feature<Subject>[],
  borderFeatures: readonly Feature<Subject>[],
): Observations {
  const rows = (features: readonly Feature<Subject>[], first: number): Float64Array[] =>
    Array.from({ length: units }, (_, unit) => {
      const row = new Float64Array(features.length)
      if (unit >= first) for (let at = 0; at < row.length; at++) row[at] = features[at]!.of(subject, unit)
      return row
    })
  return { units: rows(unitFeatures, 0), borders: rows(borderFeatures, 1) }
}

export interface Feature<Subject = Context> {
  readonly name: string
  of(subject: Subject, unit: number): number
}

const yes = (value: boolean): number => (value ? 1 : 0)

/** Mean oddness per word, trusted by the number of words. */
const meanOddness = ({ oddness, words }: Tally): number =>
  clip(oddness / Math.max(1, words), 2) * Math.min(1, words / 6)

/** Mean over the units around, within the turn. */
function matchAround(
  { doc: { segments }, echoes }: Context,
  unit: number,
  kind: 'later' | 'earlier',
): number {
  let sum = 0
  let count = 0
  for (let other = unit - 3; other <= unit + 3; other++) {
    if (segments[other]?.turn !== segments[unit]!.turn) continue
    sum += echoes[kind][other]!
    count++
  }
  return sum / count / 8
}

const ownMatch = ({ echo, echoes }: Context, unit: number, side: Place['side']): number =>
  echo[unit]!.side === side ? Math.min(2, echoes.own[unit]! / 8) : 0

const echoStrength = ({ echo }: Context, unit: number, side: Place['side']): number =>
  echo[unit]!.side === side ? Math.min(2, echo[unit]!.strength / 6) : 0

/** What a discourse cue may tell; the kinds of corpora/lexicon/cues.tsv. */
const cueKinds = [
  'opens-interpretation',
  'opens-mandarin',
  'opens-english',
  'self-translation',
  'hands-over',
  'introduces-question',
  'thanks',
  'closes',
] as const

const echoTotal = ({ echo }: Context, unit: number, side: Place['side']): number =>
  echo[unit]!.side === side ? Math.min(2, echo[unit]!.score / 60) : 0

/** How much of the call's own style is taken off: who sounds unlike the others on the call tells more. */
const callShare = 0.3

/** Style of a unit, its surroundings and its turn, partly against the call's own. */
function styleFeatures(name: string, kind: StyleKind): Feature[] {
  const own = ({ call }: Context): number => (callShare * call[kind]) / Math.max(1, call.words)
  const against = (context: Context, tally: Tally): number =>
    clip(4 * (tally[kind] / Math.max(1, tally.words) - own(context)), 3) * Math.min(1, tally.words / 12)
  return [
    {
      name: `style: ${name}`,
      of: (context, unit) =>
        clip((context.marks[unit]![kind] - own(context) * context.marks[unit]!.words) / 4, 3),
    },
    { name: `style around: ${name}`, of: (context, unit) => against(context, context.around[unit]!) },
    {
      name: `style of the turn: ${name}`,
      of: (context, unit) => against(context, context.turns[context.doc.segments[unit]!.turn]!),
    },
  ]
}

export const unitFeatures: readonly Feature[] = [
  { name: 'bias', of: () => 1 },
  {
    name: 'han',
    of: ({ marks }, unit) => marks[unit]!.han / Math.max(1, marks[unit]!.han + marks[unit]!.words),
  },
  {
    name: 'latin in a call with Han',
    of: ({ marks, hanShare }, unit) =>
      marks[unit]!.han > marks[unit]!.words ? 0 : Math.min(1, 10 * hanShare),
  },
  { name: 'oddness', of: ({ marks }, unit) => meanOddness(marks[unit]!) },
  { name: 'total oddness', of: ({ marks }, unit) => clip(marks[unit]!.oddness / 10, 3) },
  { name: 'oddness around', of: ({ around }, unit) => meanOddness(around[unit]!) },
  {
    name: 'oddness against the call',
    of: ({ around, call }, unit) => meanOddness(around[unit]!) - meanOddness(call),
  },
  ...styleFeatures('Mandarin, not interpretation', 'styleMI'),
  ...styleFeatures('Mandarin, not English', 'styleME'),
  ...styleFeatures('interpretation, not English', 'styleIE'),
  {
    name: 'speaker in strong echoes',
    of: ({ speakerEcho, doc }, unit) => speakerEcho[doc.segments[unit]!.turn]!,
  },
  { name: 'calques', of: ({ marks }, unit) => Math.min(3, marks[unit]!.calques) / 3 },
  { name: 'calques around', of: ({ around }, unit) => Math.min(6, around[unit]!.calques) / 6 },
  { name: 'yuan', of: ({ marks }, unit) => yes(marks[unit]!.yuan) },
  { name: 'RMB', of: ({ marks }, unit) => yes(marks[unit]!.renminbi) },
  { name: 'pinyin', of: ({ marks }, unit) => Math.min(2, marks[unit]!.pinyin) / 2 },
  { name: 'pinyin around', of: ({ around }, unit) => Math.min(4, around[unit]!.pinyin) / 4 },
  { name: 'repeats', of: ({ marks }, unit) => Math.min(1, marks[unit]!.repeats / 4) },
  { name: 'missing end', of: ({ marks }, unit) => yes(marks[unit]!.missingEnd) },
  { name: 'ends a turn, same speaker next', of: (context, unit) => yes(endsTurn(context, unit)) },
  {
    name: 'ends a turn, same speaker next: style',
    of: (context, unit) => yes(endsTurn(context, unit)) * clip(context.marks[unit]!.styleMI / 4, 2),
  },
  {
    name: 'ends a turn, same speaker next, in mid-sentence',
    of: (context, unit) => yes(endsTurn(context, unit) && goesOn(context, unit + 1)),
  },
  { name: 'echo: passage', of: ({ echo }, unit) => yes(echo[unit]!.side === 'passage') },
  { name: 'echo: passage, strength', of: (context, unit) => echoStrength(context, unit, 'passage') },
  {
    name: 'echo: passage, oddness',
    of: (context, unit) => yes(context.echo[unit]!.side === 'passage') * meanOddness(context.around[unit]!),
  },
  { name: 'echo: rendering', of: ({ echo }, unit) => yes(echo[unit]!.side === 'rendering') },
  { name: 'echo: rendering, strength', of: (context, unit) => echoStrength(context, unit, 'rendering') },
  {
    name: 'echo: rendering, oddness',
    of: (context, unit) => yes(context.echo[unit]!.side === 'rendering') * meanOddness(context.around[unit]!),
  },
  {
    name: 'echo: passage, strong',
    of: ({ echo }, unit) => yes(echo[unit]!.side === 'passage' && isStrong(echo[unit]!)),
  },
  {
    name: 'echo: rendering, strong',
    of: ({ echo }, unit) => yes(echo[unit]!.side === 'rendering' && isStrong(echo[unit]!)),
  },
  { name: 'echo: passage, total', of: (context, unit) => echoTotal(context, unit, 'passage') },
  { name: 'echo: rendering, total', of: (context, unit) => echoTotal(context, unit, 'rendering') },
  {
    name: 'echo: passage at an edge',
    of: ({ echo }, unit) => yes(echo[unit]!.side === 'passage' && echo[unit]!.atEdge),
  },
  {
    name: 'echo: rendering at an edge',
    of: ({ echo }, unit) => yes(echo[unit]!.side === 'rendering' && echo[unit]!.atEdge),
  },
  { name: 'rendered later', of: ({ echoes }, unit) => Math.min(3, echoes.later[unit]! / 8) },
  { name: 'renders earlier', of: ({ echoes }, unit) => Math.min(3, echoes.earlier[unit]! / 8) },
  { name: 'rendered later, around', of: (context, unit) => Math.min(2, matchAround(context, unit, 'later')) },
  {
    name: 'renders earlier, around',
    of: (context, unit) => Math.min(2, matchAround(context, unit, 'earlier')),
  },
  {
    name: 'rendered later rather than rendering earlier',
    of: (context, unit) =>
      clip((8 / 6) * (matchAround(context, unit, 'later') - matchAround(context, unit, 'earlier')), 2),
  },
  { name: 'echo: passage, own', of: (context, unit) => ownMatch(context, unit, 'passage') },
  { name: 'echo: rendering, own', of: (context, unit) => ownMatch(context, unit, 'rendering') },
  { name: 'after a passage left out', of: ({ marks }, unit) => yes(marks[unit]!.afterForeignPassage) },
  { name: 'after a foreign-language remark', of: ({ marks }, unit) => yes(marks[unit]!.afterForeign) },
  { name: 'after an interpreted remark', of: ({ marks }, unit) => yes(marks[unit]!.afterInterpreted) },
  { name: 'after announcing a translation', of: ({ marks }, unit) => yes(marks[unit]!.afterTranslationCue) },
  {
    name: 'before announcing a translation',
    of: ({ marks }, unit) => yes(marks[unit]!.beforeTranslationCue),
  },
  ...roles.map((role) => ({
    name: `role: ${role}`,
    of: (context: Context, unit: number) => yes(context.roles[context.doc.segments[unit]!.turn] === role),
  })),
  ...(['chinese', 'mixed', 'foreign'] as const).map((kind) => ({
    name: `name: ${kind}`,
    of: (context: Context, unit: number) => yes(context.names[context.doc.segments[unit]!.turn] === kind),
  })),
  { name: 'named otherwise', of: ({ namedOtherwise }, unit) => yes(namedOtherwise[unit]!) },
  ...cueFeatures('unit'),
]

export const borderFeatures: readonly Feature[] = [
  { name: 'inside a sentence', of: (context, unit) => yes(border(context, unit) === 'sentence') },
  { name: 'between sentences', of: (context, unit) => yes(border(context, unit) === 'turn') },
  {
    name: 'new turn, same speaker',
    of: (context, unit) => yes(border(context, unit) === 'speaker' && !goesOn(context, unit)),
  },
  {
    name: 'new turn, same speaker, the sentence goes on',
    of: (context, unit) => yes(border(context, unit) === 'speaker' && goesOn(context, unit)),
  },
  { name: 'new speaker', of: (context, unit) => yes(border(context, unit) === 'none') },
  {
    name: 'new speaker, not heard in strong echoes',
    of: (context, unit) =>
      yes(border(context, unit) === 'none' && context.speakerEcho[context.doc.segments[unit]!.turn]! < 0.1),
  },
  { name: 'missing end', of: ({ marks }, unit) => yes(marks[unit]!.missingEnd) },
  {
    name: 'before the end of a turn, same speaker next',
    of: (context, unit) => yes(endsTurn(context, unit)),
  },
  {
    name: 'echo: border',
    of: ({ echo }, unit) => yes(echo[unit]!.opens && echo[unit]!.side === 'rendering'),
  },
  { name: 'echo: start', of: ({ echo }, unit) => yes(echo[unit]!.opens && echo[unit]!.side === 'passage') },
  {
    name: 'echo: end',
    of: ({ echo }, unit) => yes(echo[unit]!.side !== 'rendering' && echo[unit - 1]!.side === 'rendering'),
  },
  { name: 'renders the words before', of: ({ echoes }, unit) => Math.min(3, echoes.local[unit]! / 8) },
  {
    name: 'change of style: Mandarin, not interpretation',
    of: ({ marks }, unit) => clip((marks[unit]!.styleMI - marks[unit - 1]!.styleMI) / 4, 3),
  },
  { name: 'Han to Latin', of: (context, unit) => yes(inHan(context, unit - 1) && !inHan(context, unit)) },
  { name: 'Latin to Han', of: (context, unit) => yes(!inHan(context, unit - 1) && inHan(context, unit)) },
  { name: 'remark between', of: ({ marks }, unit) => yes(marks[unit]!.remarkBefore) },
  {
    name: 'change of oddness',
    of: ({ marks }, unit) => clip(meanOddness(marks[unit]!) - meanOddness(marks[unit - 1]!), 1.5),
  },
  ...cueFeatures('border'),
]

/** The smallest thing that the units on both sides of a border share. */
function border(
  { doc: { segments, turns } }: Context,
  unit: number,
): 'sentence' | 'turn' | 'speaker' | 'none' {
  const before = segments[unit - 1]!
  const here = segments[unit]!
  if (before.turn === here.turn) return before.sentence === here.sentence ? 'sentence' : 'turn'
  return turns[before.turn]!.speaker.label === turns[here.turn]!.speaker.label ? 'speaker' : 'none'
}

/** The words before stop without a sentence end. */
const goesOn = ({ doc: { text, segments } }: Context, unit: number): boolean =>
  !/[.?!。？！…]["”’)]?\s*$/u.test(
    text.slice(Math.max(0, segments[unit - 1]!.end - 3), segments[unit - 1]!.end + 2),
  )

/** The recogniser gave the interpreter's first words to the turn before. */
const endsTurn = (context: Context, unit: number): boolean =>
  unit + 1 < context.doc.segments.length && border(context, unit + 1) === 'speaker'

const inHan = ({ marks }: Context, unit: number): boolean => marks[unit]!.han > marks[unit]!.words

function cueFeatures(place: 'unit' | 'border'): Feature[] {
  return cueKinds.map((kind) => ({
    name: `cue at the ${place}: ${kind}`,
    of: ({ marks }, unit) => yes(marks[unit]!.cues.has(kind)),
  }))
}
