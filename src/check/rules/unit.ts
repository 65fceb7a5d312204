import { comparisonsOf } from '../../numbers/comparisons.js'
import { familyOf, figuresOf, type Figure } from '../../numbers/figures.js'
import { withoutTime } from '../../numbers/periods.js'
import { statementsOf, type Statement } from '../../numbers/statements.js'
import { firstIndex } from '../../text/bisect.js'
import { textOf } from '../../text/spans.js'
import type { Aligned, Evidence, Found } from '../../types.js'
import type { Check } from '../check.js'
import { plain } from '../numbers/constraint.js'
import { currentLevel, revenuesOf } from '../numbers/told/levels.js'
import { agreesWithDocument } from '../numbers/solve.js'

export const unit: Check = {
  id: 'unit',
  summary:
    'A difference of percentages told in percent, a margin that is an amount, a profit that is a percentage.',
  explanation: `
From 54.1% to 57.9% is an increase of 3.8 percentage **points**; it is reported where the stated percentage is
the difference and not the change. An amount grows by percent, not by points, and what rose from 92% is a
percentage as well; where the Mandarin says 7.8%, "up 7.8 times" is a slip. A margin is a percentage and a profit an amount: "gross margin was 392.6
million" is the profit, "gross profit was 15.8%" the margin. Mandarin rendered as English is left alone.
`,
  category: 'currency',
  severity: 'warning',
  examples: [
    {
      text: 'Li Na: Gross margin was 57.9% compared with 54.1%, an increase of 3.8 {percent=>percentage points}.',
      why: 'The difference of two percentages.',
    },
    {
      text: 'Li Na: Our adjusted gross {margin=>profit} for the quarter was RMB 392.6 million, increased by 28% year-over-year.',
      why: 'An amount is no margin.',
    },
    {
      text: 'Li Na: The conversion rate rose to 15% from 10%, an increase of 50%.',
      why: 'The change of a percentage in percent.',
    },
    {
      text: 'Li Na: Total revenue was RMB 1,286.4 million. Net income was RMB 163.4 million, and our net margin reached {12.7 million=>12.7%}.',
      why: 'The profit is that share of the revenue.',
    },
    {
      text: 'Li Na: Delivery revenue grew by {11.9 percentage points=>11.9%} to RMB 648 million from RMB 579 million.',
      why: 'An amount has no percentage points.',
    },
    {
      text: 'Li Na: The pass rate rose from 92% to {99.3 percentage points=>99.3%}.',
      why: 'A percentage before, a percentage now.',
    },
    {
      text: 'Wang Lin: <m><1>The profit is 675 million yuan, increased by 7.8%.</m> <i><1>The profit was RMB 675 million, up {7.8 times=>7.8%}.</i>',
      why: 'The aligned passage has the same figure in percent.',
    },
    { text: 'Li Na: Gross profit was up 15% year-over-year.', why: 'A change of the profit.' },
  ],
  *run(doc, _, house) {
    const agrees = agreesWithDocument(doc, house.references)
    yield* percentForPoints(doc)
    yield* timesForPercent(doc)
    for (const statement of statementsOf(doc))
      if (!agrees(statement.parts[0]!.figure)) {
        yield* wrongMeasure(doc, statement)
        yield* pointsForPercent(doc, statement)
      }
    yield* marginsInMillions(doc)
  },
}

function* percentForPoints(doc: Aligned): Generator<Found> {
  for (const { level, base, change } of comparisonsOf(doc)) {
    if (
      !change ||
      change.unit.kind !== 'percent' ||
      level.unit.kind !== 'percent' ||
      change.origin === 'mandarin'
    )
      continue
    const difference = Math.abs(level.value - base.value)
    const ratio = Math.abs(level.value / base.value - 1) * 100
    const tolerance = level.precision + base.precision + change.precision + (change.approximation ? 0.5 : 0)
    const near = (value: number): boolean => Math.abs(value - Math.abs(change.value)) <= tolerance
    if (!near(difference) || near(ratio)) continue
    const { written } = change.unit
    const words = textOf(doc.text, written)
    yield {
      ...written,
      message: `${level.value}% less ${base.value}% is a difference in percentage points, not in percent.`,
      confidence: 0.75,
      evidence: [
        {
          kind: 'arithmetic',
          expression: `${level.value} - ${base.value}`,
          computed: Number((level.value - base.value).toFixed(4)),
          stated: change.value,
        },
      ],
      suggestions: [
        {
          text: /^\p{L}/u.test(words) ? 'percentage points' : ' percentage points',
          confidence: 0.75,
          safe: false,
        },
      ],
    }
  }
}

/** "Revenue grew by 11.9 percentage points to RMB 648 million", "rose from 92% to 99.3 percentage points". */
function* pointsForPercent({ text }: Aligned, { parts }: Statement): Generator<Found> {
  const [level, base] = [
    parts.find(({ role }) => role === 'level'),
    parts.find(({ role }) => role === 'base'),
  ]
  for (const { figure, role } of parts) {
    if (figure.unit.kind !== 'percentage-points' || figure.origin === 'mandarin') continue
    const isOfAmount =
      role === 'change' &&
      level?.figure.unit.kind === 'currency' &&
      (base === undefined || familyOf(base.figure) === 'amount')
    const isLevel =
      role === 'level' &&
      base?.figure.unit.kind === 'percent' &&
      Math.max(figure.value, base.figure.value) <= 2 * Math.min(figure.value, base.figure.value)
    const other = isOfAmount ? level : isLevel ? base : undefined
    if (!other) continue
    yield inPercent(text, figure, {
      message: isOfAmount
        ? 'An amount changes by percent, not by points'
        : 'It is compared with a percentage',
      evidence: {
        kind: 'mention',
        start: other.figure.start,
        end: other.figure.end,
        note: textOf(text, other.figure),
      },
    })
  }
}

/** "Up 7.8 times" beside a Mandarin passage with 7.8%, and nothing else there to interpret it. */
function* timesForPercent(doc: Aligned): Generator<Found> {
  const figures = figuresOf(doc)
  for (const { mandarin, interpretation } of doc.beads) {
    const [heard, said] = [mandarin, interpretation].map((spans) =>
      spans.flatMap(({ start, end }) =>
        figures.slice(
          firstIndex(figures, (figure) => figure.start >= start),
          firstIndex(figures, (figure) => figure.start >= end),
        ),
      ),
    ) as [Figure[], Figure[]]
    const isHeard = (kind: string, value: number): boolean =>
      heard.some((figure) => figure.unit.kind === kind && figure.value === value)
    for (const figure of said) {
      if (figure.unit.kind !== 'times' || Number.isInteger(figure.value)) continue
      if (!isHeard('percent', figure.value) || isHeard('times', figure.value)) continue
      if (said.some(({ unit, value }) => unit.kind === 'percent' && value === figure.value)) continue
      const partner = heard.find(({ unit, value }) => unit.kind === 'percent' && value === figure.value)!
      yield inPercent(doc.text, figure, {
        message: `The aligned passage says ${textOf(doc.text, partner)}`,
        evidence: {
          kind: 'aligned',
          start: partner.start,
          end: partner.end,
          note: `the Mandarin says ${textOf(doc.text, partner)}`,
        },
      })
    }
  }
}

/** The figure as a percentage. */
function inPercent(
  text: string,
  figure: Figure,
  { message, evidence }: { message: string; evidence: Evidence },
): Found {
  return {
    start: figure.figure.start,
    end: figure.end,
    message: `${message}: ${figure.value}%?`,
    confidence: 0.85,
    evidence: [evidence],
    suggestions: [{ text: `${textOf(text, figure.figure)}%`, confidence: 0.85, safe: false }],
  }
}

/** "Net margin reached 12.7 million", where the profit is 12.7% of the revenue. */
function* marginsInMillions(doc: Aligned): Generator<Found> {
  const statements = statementsOf(doc)
  const revenues = revenuesOf(doc)
  for (const [index, { parts }] of statements.entries()) {
    for (const { figure } of parts) {
      const { scale } = figure
      if (!scale || figure.origin === 'mandarin') continue
      if (!MARGIN_BEFORE.test(doc.text.slice(Math.max(0, figure.start - 60), figure.start))) continue
      const percent = Number((figure.value / 10 ** scale.power).toPrecision(6))
      const [revenue] = revenues(figure)
      const whole = revenue && currentLevel(revenue)
      const profit = statements
        .slice(Math.max(0, index - 4), index + 1)
        .map(currentLevel)
        .find((level) => level && whole && Math.abs((100 * level.value) / whole.value - percent) <= 0.06)
      if (percent >= 100 || !whole || !profit) continue
      yield {
        start: figure.figure.start,
        end: figure.figure.end,
        message: `A margin is a percentage: ${percent}%?`,
        confidence: 0.9,
        evidence: [
          {
            kind: 'arithmetic',
            expression: `${plain(profit.value)} / ${plain(whole.value)}`,
            computed: Number((profit.value / whole.value).toFixed(4)),
            stated: percent / 100,
          },
        ],
        suggestions: [
          {
            text: `${doc.text.slice(figure.figure.start, scale.span.start).trim()}%`,
            confidence: 0.9,
            safe: false,
          },
        ],
      }
    }
  }
}

const MARGIN_BEFORE =
  /\b(?:net|operating|gross|EBITDA) (?:profit |income )?margin (?:was|is|reached|of|at|stood at|came in at) $/iu

/** "Gross margin was 392.6 million", "gross profit was 15.8%". */
function* wrongMeasure(doc: Aligned, { metric, parts, subject }: Statement): Generator<Found> {
  const [{ figure, role }] = parts as [Statement['parts'][number]]
  if (role !== 'level' || figure.origin === 'mandarin') return
  const name = wrongName(metric?.head, figure)
  if (!name) return
  const words = doc.text.slice(subject.start, subject.end)
  const match = [...words.matchAll(name.pattern)].at(-1)
  if (!match || !JOINING.test(withoutTime(words.slice(match.index + match[0].length).toLowerCase()))) return
  const start = subject.start + match.index
  yield {
    start,
    end: start + match[0].length,
    category: 'term',
    message: `${textOf(doc.text, figure)} is ${name.is}, not a ${match[0].toLowerCase()}.`,
    confidence: name.confidence,
    evidence: [{ kind: 'mention', start: figure.start, end: figure.end, note: name.is }],
    suggestions: [{ text: name.instead, confidence: name.confidence, safe: false }],
  }
}

/** All that may stand between the name and its figure, time aside. */
const JOINING =
  /^(?:[\s,]|\b(?:for|the|our|was|is|were|reached|of|at|in|to|came|stood|totaled|amounted|quarter|period)\b)*$/iu

function wrongName(
  head: string | undefined,
  figure: Figure,
): { pattern: RegExp; instead: string; is: string; confidence: number } | undefined {
  const family = familyOf(figure)
  if (
    (head === 'gross margin' || head === 'operating margin') &&
    family === 'amount' &&
    Math.abs(figure.value) >= 1e5
  )
    return {
      pattern: /(?<![\p{L}])margins?(?![\p{L}])/giu,
      instead: 'profit',
      is: 'an amount',
      confidence: 0.85,
    }
  if (
    (head === 'gross profit' || head === 'operating profit') &&
    figure.unit.kind === 'percent' &&
    figure.value < 100
  )
    return {
      pattern: /(?<![\p{L}])profits?(?![\p{L}]| margins?)/giu,
      instead: 'margin',
      is: 'a percentage',
      confidence: 0.5,
    }
  return undefined
}
