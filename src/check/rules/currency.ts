import { comparisonsOf, type Comparison } from '../../numbers/comparisons.js'
import { figuresOf, type Figure } from '../../numbers/figures.js'
import { statementsOf } from '../../numbers/statements.js'
import { textOf } from '../../text/spans.js'
import type { Aligned, Evidence, Found } from '../../types.js'
import { asStated } from '../numbers/constraint.js'
import { MARKS, reportingCurrency, type ReportingCurrency } from '../numbers/direct/currency.js'
import { foreignMarks } from '../numbers/direct/foreign-currency.js'
import { misheardDollars, misheardMarks, misheardNames } from '../numbers/direct/misheard-currency.js'
import { joinedPairs, type Range } from '../numbers/relations/ranges.js'
import { mentionsOf } from '../numbers/told/same-values.js'
import { agreesWithDocument, constraintsByFigure } from '../numbers/solve.js'
import type { Check } from '../check.js'

export const currency: Check = {
  id: 'currency',
  summary: 'A bare "$" in a call whose figures are in another currency.',
  explanation: `
The currency a call reports in is declared at its start ("all figures are denominated in RMB") or shown by the
marks of most of its amounts. A recogniser writes "$" before a figure all the same. Only the sign is reported,
never an amount marked as another currency on purpose (US$, HK$), and no amount whose words speak of one:
dollars, a price per share or ADS, a buy-back, notes, an offering, a dividend, a converted amount after its
original. An amount marked otherwise than the one it is compared with is reported where the change agrees with the
figures as they stand, a bare "$" also where it is compared, or makes one sum, with amounts in another currency. What two
speakers tell in dollars is left alone. A total of the accounts (revenue, operating income) marked as another currency than
all others is reported too, unless it is the conversion of an amount beside it. Where the call reports in US dollars, or its
declarations differ, nothing is said of a bare "$". Some amount of the
same value with the right mark makes it sure. In a call with RMB amounts, letters that sound like it ("R and B")
are reported where the words speak of the currency of the figures, and beside an amount.
`,
  category: 'currency',
  severity: 'error',
  examples: [
    {
      text: 'Li Na: All figures mentioned during this call are denominated in RMB. Total revenues were {$=>RMB}2,478 million, compared with {$=>RMB}1,886 million a year ago.',
      why: 'The sign alone is wrong.',
    },
    {
      text: 'Li Na: All numbers quoted are in {R and B=>RMB}. Revenue was RMB 715 million.',
      why: 'The name of the currency misheard in its declaration.',
    },
    {
      text: 'Li Na: All amounts are in {run and b=>renminbi} unless otherwise noted. Revenue was RMB 715 million.',
      why: 'The whole name misheard.',
    },
    {
      text: 'li na: all numbers are in {are and be=>RMB} revenue was 715 million rmb, and net profit 64 million rmb',
      why: 'The letters as words.',
    },
    {
      text: 'Li Na: Figures are in {anti dollars=>NT dollars} unless I say otherwise. Revenue was NT$5.86 billion.',
      why: 'Dollars by letters that were heard as a word.',
    },
    {
      text: 'Li Na: Revenue was RMB 715 million, and net profit was {R and B=>RMB} 64 million.',
      why: 'The letters before an amount.',
    },
    {
      text: 'Li Na: All figures are in Hong Kong dollars. Our total costs were HK$263.6 million, up 15.4% from {RMB=>HK$}228.4 million.',
      why: 'The change agrees as the amounts stand: only the currency is wrong.',
    },
    {
      text: 'Li Na: All amounts are in New Taiwan dollars. Revenue was {$=>NT$}4,860 million.',
      why: 'Any reporting currency will do.',
    },
    {
      text: 'Li Na: For the fourth quarter we expect revenue of RMB 3.2 billion to {$=>RMB}3.4 billion, and we bought back shares for US$20 million.',
      why: 'Both ends of a range are in one currency.',
    },
    {
      text: 'Li Na: Cash totaled {$=>RMB}1,246.0 million, compared with RMB 1,118.3 million at the end of 2024.',
      why: 'What is compared is in one currency.',
    },
    {
      text: 'Li Na: All amounts are in RMB. Revenue was RMB 715 million.\n\nTom Reed: Is the budget of the mine still $280 million?\n\nLi Na: The budget is still $280 million. We have spent $168 million, which is 60% of the total.',
      why: 'Two speakers tell it in dollars, and its share.',
    },
    {
      text: 'Li Na: All amounts are in RMB unless otherwise stated. We repurchased shares for $86 million in the quarter, and raised HK$2.8 billion.',
      why: 'Buy-backs are paid in dollars; HK$ is meant.',
    },
    {
      text: 'Li Na: All amounts are in RMB. Revenue was RMB 715 million, or $100 million.',
      why: 'The converted amount after its original.',
    },
    {
      text: 'Li Na: Revenue was $224.6 million, up from $201.3 million. Gross profit was $81.2 million, up from $70.4 million, and operating expenses were $48.6 million, down from $50.1 million. Operating income was {RMB=>$}32.6 million, compared with $20.3 million, and net income was $28.3 million, up from $18.9 million.',
      why: 'One of the totals marked otherwise than all others.',
    },
    {
      text: 'Li Na: All amounts are in U.S. dollars. Revenue was $224.6 million, and CapEx in China was RMB 30 million.',
      why: 'A company that reports in dollars.',
    },
  ],
  *run(doc, _, house) {
    yield* misheardNames(doc)
    yield* misheardMarks(doc)
    yield* misheardDollars(doc)
    for (const range of oddEnds(doc)) yield oddEnd(doc, range)
    const reporting = reportingCurrency(doc)
    const linked = reporting?.code === 'USD' ? new Map<Figure, Link>() : linkedDollars(doc)
    for (const link of linked.values()) yield oddOne(link)
    if (reporting) yield* foreignMarks(doc, reporting)
    const mark = reporting && MARKS.get(reporting.code)
    if (!reporting || mark === undefined) return
    for (const { level, base } of agreeingComparisons(doc)) {
      const odd = [level, base].filter(({ unit }) => unit.kind === 'currency' && unit.code !== reporting.code)
      if (odd.length === 1) yield* oddSide(doc, odd[0]!, odd[0] === level ? base : level, mark)
    }
    const accounts = figuresOfTheCompany(doc)
    const own = reporting.declared ? undefined : accounts
    const declaredBefore = reporting.declared ? reporting.shownBy[0]!.end : 0
    const mandarin = mandarinTurns(doc)
    const inDollars = agreedDollars(doc)
    const agrees = agreesWithDocument(doc, house.references)
    const ends = new Set(oddEnds(doc).map(({ high }) => high))
    for (const figure of figuresOf(doc)) {
      const sign =
        mandarin.has(figure.turn) && figure.origin === 'mandarin' ? undefined : bareDollar(doc, figure)
      if (!sign || ends.has(figure) || linked.has(figure) || agrees(figure)) continue
      const isOwn = reporting.declared && accounts.has(figure)
      if (isMeant(doc.text, figure, declaredBefore, isOwn ? IN_DOLLARS : FOREIGN)) continue
      if (!accounts.has(figure) && inDollars(figure)) continue
      const sure = own === undefined || own.has(figure) ? undefined : UNSURE
      yield found(doc, figure, sign.start, mark, reporting, sure)
    }
  },
}

/** "RMB 46 billion to $48 billion": the ends of a range or a way are in one currency. */
const oddEnds = (doc: Aligned): Range[] =>
  joinedPairs(doc).filter(
    ({ low, high, joint }) =>
      joint !== 'and' && low.unit.kind === 'currency' && MARKS.has(low.unit.code) && bareDollar(doc, high),
  )

function oddEnd(doc: Aligned, { low, high }: Range): Found {
  const code = low.unit.kind === 'currency' ? low.unit.code : ''
  const mark = MARKS.get(code)!
  const shownBy = [{ start: low.start, end: low.end }]
  const sign = bareDollar(doc, high)!
  return {
    ...found(doc, high, sign.start, mark, { code, declared: false, shownBy }, 0.94),
    message: `The range begins in ${mark}: its end is not in dollars.`,
  }
}

/** Amounts that two speakers tell in dollars, and those that make one sum or share with them: no slip of the pen. */
function agreedDollars(doc: Aligned): (figure: Figure) => boolean {
  const around = constraintsByFigure(doc)
  const isTwice = (figure: Figure): boolean =>
    mentionsOf(doc, figure).some(
      ({ turn, unit }) => turn !== figure.turn && unit.kind === 'currency' && unit.code === 'USD',
    )
  return (figure) =>
    isTwice(figure) ||
    (around.get(figure) ?? []).some(
      ({ kind, figures }) =>
        (kind === 'sum' || kind === 'share') && figures.some((other) => other !== figure && isTwice(other)),
    )
}

interface Link {
  readonly sign: number
  readonly other: Figure
  readonly mark: string
}

/** The amounts with a bare "$" that make one sum, or are compared, with amounts marked as another currency. */
function linkedDollars(doc: Aligned): ReadonlyMap<Figure, Link> {
  const links = new Map<Figure, Link>()
  const link = (figures: readonly Figure[]): void => {
    const dollars = figures.filter((figure) => figure.origin !== 'mandarin' && bareDollar(doc, figure))
    const marked = figures.filter(({ unit }) => unit.kind === 'currency' && MARKS.has(unit.code))
    const [[dollar], [other]] = [dollars, marked]
    if (!dollar || !other || dollars.length > 1 || links.has(dollar)) return
    const mark = other.unit.kind === 'currency' ? MARKS.get(other.unit.code)! : ''
    links.set(dollar, { sign: bareDollar(doc, dollar)!.start, other, mark })
  }
  for (const { level, base } of comparisonsOf(doc)) link([level, base])
  const sums = new Set([...constraintsByFigure(doc).values()].flat())
  for (const sum of sums) if (sum.kind === 'sum' && sum.holds(asStated)) link(sum.figures)
  return links
}

const oddOne = ({ sign, other, mark }: Link): Found => ({
  start: sign,
  end: sign + 1,
  message: `The amount makes one sum, or is compared, with an amount in ${mark}.`,
  confidence: 0.92,
  evidence: [{ kind: 'mention', start: other.start, end: other.end, note: `in ${mark}` }],
  suggestions: [{ text: mark, confidence: 0.92, safe: false }],
})

/** Comparisons of two amounts in different currencies whose change is as told: one of the marks is wrong. */
const agreeingComparisons = (doc: Aligned): Comparison[] =>
  comparisonsOf(doc).filter(({ level, base, change }) => {
    if (level.unit.kind !== 'currency' || base.unit.kind !== 'currency' || !change) return false
    if (level.unit.code === base.unit.code || level.per !== base.per || change.unit.kind !== 'percent')
      return false
    const ratio = 100 * Math.abs(level.value / base.value - 1)
    return Math.abs(ratio - Math.abs(change.value)) <= Math.max(0.2, 2 * change.precision)
  })

/** "HK$263.6 million, up 15.4% from RMB 228.4 million": an amount marked otherwise than what it is compared with. */
function* oddSide(doc: Aligned, figure: Figure, other: Figure, mark: string): Generator<Found> {
  if (figure.unit.kind !== 'currency' || other.unit.kind !== 'currency') return
  const { written } = figure.unit
  const sign = textOf(doc.text, written)
  if (sign === '$' || written.end > figure.figure.start || MARKS.get(other.unit.code) !== mark) return
  yield {
    start: written.start,
    end: written.end,
    message: `The change agrees with an amount in ${mark}, not in ${sign}.`,
    confidence: 0.9,
    evidence: [{ kind: 'mention', start: other.start, end: other.end, note: `compared with ${mark}` }],
    suggestions: [{ text: mark, confidence: 0.9, safe: false }],
  }
}

/** Turns whose figures are mostly Mandarin ones, where a dollar is 美元; elsewhere a lone clause may be mistaken for Mandarin. */
function mandarinTurns(doc: Aligned): ReadonlySet<number> {
  const balance = new Map<number, number>()
  for (const { turn, origin } of figuresOf(doc))
    balance.set(turn, (balance.get(turn) ?? 0) + (origin === 'mandarin' ? 1 : -1))
  return new Set([...balance].filter(([, surplus]) => surplus > 0).map(([turn]) => turn))
}

/** Where no currency is declared, dollars that measure nothing of the company's accounts are worth a look only. */
const UNSURE = 0.5

const figuresOfTheCompany = (doc: Aligned): ReadonlySet<Figure> =>
  new Set(
    statementsOf(doc)
      .filter(({ metric }) => metric?.head !== undefined)
      .flatMap(({ parts }) => parts.map(({ figure }) => figure)),
  )

/** The "$" of an English amount that is no price. */
function bareDollar(
  { text }: Aligned,
  { unit, per, value, scale }: Figure,
): { readonly start: number } | undefined {
  if (unit.kind !== 'currency' || per !== undefined) return undefined
  if (text.slice(unit.written.start, unit.written.end) !== '$' || (!scale && !(Math.abs(value) >= 1e5)))
    return undefined
  return unit.written
}

/** Words before the amount and those after in its sentence that speak of another currency or of what is paid in dollars. */
function isMeant(text: string, figure: Figure, declaredBefore: number, foreign: RegExp): boolean {
  const reach = Math.max(0, figure.start - 200)
  const from = declaredBefore <= figure.start ? Math.max(reach, declaredBefore) : reach
  const near = text.slice(from, figure.start)
  const before = near.slice(near.lastIndexOf('\n') + 1)
  const after = text.slice(figure.end, Math.min(figure.sentence.end, figure.end + 80))
  return foreign.test(before) || foreign.test(after) || isConverted(before, figure)
}

/** Of a figure of the company's accounts only these words say that it is in dollars. */
const IN_DOLLARS =
  /US\$|U\.S\.? dollar|\bUSD\b|\bHK\$|\bdollars?\b|\bADSs?\b|\bper share\b|exchange rate|\bequivalent\b|re-?purchas|buy-?backs?|\bdividends?\b|\brais(?:ed|ing)\b|\bproceeds\b/iu

const FOREIGN =
  /US\$|U\.S\.? dollar|\bUSD\b|\bHK\$|\bdollars?\b|re-?purchas|buy-?backs?|by back|bought back|\bnotes?\b|\bbonds?\b|\bIPO\b|\brais(?:ed|ing)\b|\boffering\b|\bproceeds\b|\bplacement\b|\bADSs?\b|\bper share\b|\bdividends?\b|\breturned\b|\bvalu(?:ed|ation)\b|exchange rate|\bequivalent\b|\bconsideration\b|\bacqui\w+|\bdispos\w+|syndicated|\bloans?\b|trillion-dollar/iu

/** "RMB 715 million, or $100 million". */
function isConverted(before: string, figure: Figure): boolean {
  const match = /(?:RMB|CNY|NT\$|yuan)[^;]{0,30}(?:\bor\b|\()[^\d.;]{0,24}$/iu.exec(before)
  return match !== null && figure.value > 0
}

function found(
  doc: Aligned,
  figure: Figure,
  start: number,
  mark: string,
  reporting: ReportingCurrency,
  sure?: number,
): Found {
  const twin = twinOf(doc, figure, reporting.code)
  const evidence: Evidence[] = [
    ...reporting.shownBy.map(({ start, end }) => ({
      kind: 'mention' as const,
      start,
      end,
      note: reporting.declared ? 'the currency is declared' : 'amounts are marked so',
    })),
    ...(twin
      ? [{ kind: 'mention' as const, start: twin.start, end: twin.end, note: 'the same amount' }]
      : []),
  ]
  const confidence = sure ?? (reporting.declared ? 0.93 : 0.8) + (twin ? 0.04 : 0)
  return {
    start,
    end: start + 1,
    message: `The figures of this call are in ${mark}, not in dollars.`,
    confidence,
    evidence,
    suggestions: [{ text: mark, confidence, safe: false }],
  }
}

/** An amount of the same value marked with the reporting currency. */
const twinOf = (doc: Aligned, figure: Figure, code: string): Figure | undefined =>
  mentionsOf(doc, figure).find(({ unit }) => unit.kind === 'currency' && unit.code === code)
