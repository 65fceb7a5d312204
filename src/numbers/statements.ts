import { textOf } from '../text/spans.js'
import type { Identified, Span } from '../types.js'
import { cueOf, fold, type Cue, type Direction, type Role } from './cues.js'
import { familyOf, figuresOf, type Figure } from './figures.js'
import { metricIn, type Metric } from './metrics.js'
import { basisIn, periodIn, withoutTime, type Basis, type Period } from './periods.js'
import { measuresOfPair } from './respectively.js'

/** A figure in its statement. */
export interface Part {
  readonly figure: Figure
  readonly role: Role
  readonly direction?: Direction
  readonly basis?: Basis
  readonly period?: Period
  /** For a share: the words that name the whole. */
  readonly whole?: string
}

/** Figures that say one thing together: "revenue was A, up P from B". */
export interface Statement {
  readonly metric?: Metric
  /** The words before the first figure. */
  readonly subject: Span
  readonly parts: readonly Part[]
}

/** The statements of a call in the order of the text; each figure is in one. Linear in the length of the call. */
export function statementsOf(doc: Identified): readonly Statement[] {
  const figures = figuresOf(doc)
  const known = statementsByFigures.get(figures)
  if (known) return known
  const statements = readStatements(doc, figures)
  statementsByFigures.set(figures, statements)
  return statements
}

const statementsByFigures = new WeakMap<readonly Figure[], Statement[]>()

/** Words further away than this say nothing of a figure. */
const REACH = 240

function readStatements({ text }: Identified, figures: readonly Figure[]): Statement[] {
  const statements: { metric?: Metric; subject: Span; parts: Part[] }[] = []
  let previous: Figure | undefined
  for (const [index, figure] of figures.entries()) {
    const next = figures[index + 1]
    const after = text.slice(
      figure.end,
      Math.min(next?.turn === figure.turn ? next.start : Infinity, figure.end + 100),
    )
    const near =
      previous?.turn === figure.turn && figure.start - previous.end <= REACH && figure.start >= previous.end
    const gap = near ? text.slice(previous!.end, figure.start) : ''
    const last = statements.at(-1)
    const linked =
      near &&
      last &&
      continues(connection(gap, last.parts.at(-1)!, figure)) &&
      !namesAnother(gap, last.metric)
    const start = linked ? previous!.end : subjectStart(figure, near ? endOf(previous!, last!, text) : 0)
    const before = text.slice(start, figure.start)
    const own = cueOf(before, familyOf(figure), after)
    const cue = linked
      ? (conjoined(gap, last.parts.at(-1)!, figure, after) ?? earlierValue(gap, own, last.parts) ?? own)
      : own
    const sentence = text.slice(Math.max(figure.sentence.start, figure.start - REACH), figure.start)
    const part = partOf(figure, cue, before, after, isGuidance(sentence))
    if (linked && belongs(last.parts, part)) last.parts.push(part)
    else {
      const subject = { start, end: figure.start }
      const pair = last && near ? measuresOfPair(textOf(text, last.subject), gap, after) : undefined
      if (pair && last!.parts.length === 1) {
        last!.metric = pair[0]
        statements.push({ metric: pair[1], subject, parts: [{ ...part, role: last!.parts[0]!.role }] })
      } else {
        const named = metricIn(before)
        const metric = linked && !named?.head ? last.metric : named
        statements.push({ ...(metric && { metric }), subject, parts: [part] })
      }
    }
    previous = figure
  }
  return statements
}

/** "Operating profit was A, up P from B, and operating margin improved from …": another measure before any comparison. */
function namesAnother(gap: string, metric: Metric | undefined): boolean {
  if (!metric?.head) return false
  const head = metricIn(gap.split(COMPARING)[0]!)?.head
  return head !== undefined && head !== metric.head && /margin$/u.test(head) !== /margin$/u.test(metric.head)
}

const COMPARING = /\b(?:from|compar\w+|versus|vs|against|relative)\b/iu

/**
 * The words between, without what the figure before counts, without the whole that it is a share of, and without a
 * verb that may be misheard.
 */
function connection(gap: string, { figure: before, whole }: Part, figure: Figure): string {
  const of = whole === undefined ? -1 : gap.toLowerCase().indexOf(whole)
  const after = of < 0 ? afterCounted(gap, before) : gap.slice(of + whole!.length)
  return familyOf(figure) === 'share' ? after.replace(/\p{L}+ by\s?$/u, '') : after
}

/** " days, compared with", " of gold, compared with": days and gold are what is counted. */
function afterCounted(gap: string, { unit }: Figure): string {
  if (unit.kind === 'measure') return gap.replace(/^ of \p{L}+(?: \p{L}+)?(?=,)/u, '')
  if (unit.kind !== 'count' || !/^\s/u.test(gap)) return gap
  const after = gap.trimStart()
  return after.startsWith(unit.noun) && /^\P{L}/u.test(after.slice(unit.noun.length))
    ? after.slice(unit.noun.length)
    : gap
}

/** `before`: where the figure before ends, 0 where it is far away. */
function subjectStart(figure: Figure, before: number): number {
  return Math.min(figure.start, Math.max(figure.sentence.start, before, figure.start - REACH))
}

/** Where a figure ends, with the whole that it is a share of: "11.4 percent of the revenue", then another measure. */
function endOf(figure: Figure, { parts }: { readonly parts: readonly Part[] }, text: string): number {
  const whole = parts.find((part) => part.figure === figure)?.whole
  if (whole === undefined) return figure.end
  const at = text.toLowerCase().indexOf(whole, figure.end)
  return at < 0 || at - figure.end > SHORT ? figure.end : at + whole.length
}

/** Letters between a share and its whole: " of the total ". */
const SHORT = 20

function partOf(figure: Figure, cue: Cue, before: string, after: string, coming: boolean): Part {
  const { role, direction, basis, whole } = cue
  const period = coming
    ? ({ kind: 'coming' } as const)
    : (periodIn(/^[^.;]{0,60}/u.exec(after)![0]) ?? periodIn(before.slice(-80)))
  return {
    figure,
    role,
    ...(direction ? { direction } : directionBefore(before)),
    ...(basis && { basis }),
    ...(period && { period }),
    ...(whole !== undefined && { whole }),
  }
}

const isGuidance = (sentence: string): boolean =>
  /\b(?:guid(?:e|ed|ing|ance)|expect(?:ed|s|ing)?|anticipat\w+|target(?:s|ed|ing)?|forecast\w*|outlook|project(?:ed|ing)|will be|plan(?:s|ned|ning)? to)\b/iu.test(
    sentence,
  )

function directionBefore(before: string): { readonly direction?: Direction } {
  const match = [...fold(before).slice(-90).matchAll(DIRECTION)].at(-1)?.groups
  return match ? { direction: match['up'] === undefined ? 'down' : 'up' } : {}
}

const DIRECTION =
  /(?<![\p{L}-])(?:(?<up>increas(?:ed|ing|e)|grew|growth|rose|risen|rising|up|climbed|jumped|surged|improved|expanded|higher)|(?<down>decreas(?:ed|ing|e)|declin(?:ed|ing|e)|fell|dropped|reduced|reduction|narrowed|contracted|down|lower))(?![\p{L}-])/gu

/** "up 28% year-over-year and 12% quarter-over-quarter": the second is a change like the first. */
function conjoined(gap: string, previous: Part, figure: Figure, after: string): Cue | undefined {
  if (previous.role !== 'change') return undefined
  // "increased by 3.5 times of RMB 185 million in the same quarter last year"
  if (familyOf(previous.figure) === 'times' && /^ of(?: (?:the|about|around))? ?$/u.test(fold(gap)))
    return { role: 'base' }
  if (familyOf(figure) !== familyOf(previous.figure)) return undefined
  const match = /^,? ?(?:and)?(?: (?:(?<up>up)|(?<down>down)))? ?$/u.exec(
    withoutTime(fold(gap)).replaceAll(/\s+/gu, ' '),
  )
  if (!match) return undefined
  const direction = match.groups!['up'] ? 'up' : match.groups!['down'] ? 'down' : previous.direction
  const basis = basisIn(/^[^.;]{0,50}/u.exec(after)![0])
  return { role: 'change', ...(direction && { direction }), ...(basis && { basis }) }
}

/** "Net profit was A. Last year it was B": B is what A is compared with. */
function earlierValue(gap: string, { role }: Cue, parts: readonly Part[]): Cue | undefined {
  if (role !== 'level' || !parts.some((part) => part.role === 'level')) return undefined
  const kind = periodIn(gap)?.kind
  return kind === 'year-ago' || kind === 'previous' ? { role: 'base' } : undefined
}

/** A new value begins a new statement, except after "from B". */
function belongs(parts: readonly Part[], { role }: Part): boolean {
  if (role === 'other') return false
  if (role !== 'level') return true
  if (parts.some((part) => part.role === 'level')) return false
  return parts.some((part) => part.role === 'base' || part.role === 'change')
}

/** Whether the words between two figures only connect them: verbs of change, time, "compared with". */
function continues(gap: string): boolean {
  const stop = /[.;!?。；](?=\s|$)/u.exec(gap)
  if (stop) {
    const rest = gap.slice(stop.index + 1).trimStart()
    if (
      !/^(?:\p{Ll}|(?:This|It|That|Which|Up|Down|Representing|Compared|Increased|Decreased|Last year|In the same|The same)\b)/u.test(
        rest,
      )
    )
      return false
  }
  const words = withoutTime(fold(gap)).replaceAll(
    /[。，、；的了约同]|增长|下降|上升|减少|达到?|从|由|至|到|比|较|为|提升|增加/gu,
    ' ',
  )
  return (words.match(/[\p{L}\p{N}][\p{L}\p{N}'&-]*/gu) ?? []).every((word) => CONNECTING.has(word))
}

const CONNECTING = new Set(
  (
    'a an the and or at as by of in on to from for with than over up down out was were is are be been has had have its our net gross loss losses profit income ' +
    "that's it's so " +
    'that this it which what there also again further still just only even about around approximately nearly almost roughly some ' +
    'increase increased increases increasing decrease decreased decreases decreasing decline declined declining growth grew growing grown rise rose risen rising ' +
    'fall fell drop dropped reduction reduced improvement improved improving expansion expanded narrowed widened jump jumped surge surged climbed gain gained gaining higher lower ' +
    'compared compare comparing compares versus vs against relative represent represents represented representing reflect reflects reflected reflecting ' +
    'mark marks marked marking making reached reaching significant significantly substantial substantially strong slight slightly solid robust sharp sharply notable ' +
    'remarkable further steadily year quarter period rate yoy qoq same last previous prior respectively million billion account accounted accounting total margin adjusted operating non-gaap ' +
    'went goes came brought double doubled triple tripled quadruple quadrupled times twice  bringing therefore thus hence recorded equivalent translating turning total basis percentage points month day half first second third fourth rmb usd yuan dollars us'
  ).split(' '),
)
