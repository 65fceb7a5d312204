import type { Aligned, Evidence, Found, Span } from '../../types.js'
import type { Check } from '../check.js'

export const date: Check = {
  id: 'date',
  summary:
    'A date that no calendar has, a balance-sheet date that ends no quarter, a year far from the others.',
  explanation: `
Quarters end on the 31st of March, the 30th of June, the 30th of September and the 31st of December. "As of June 13"
is reported in a call that elsewhere tells a date on which a quarter ends, or where cash, debts or deposits of that day
are told: thirty was heard as thirteen. So are days that the
month does not have ("September 31"), days that nobody says ("thirteen first"), and a year decades away from those of the
call of which two digits have changed places ("in 2207"), and a quarter whose letter was written as a word ("cue three"). Mandarin rendered as English is left alone.
`,
  category: 'number',
  severity: 'error',
  examples: [
    {
      text: 'Li Na: As of September 30, 2025, cash was RMB 2,316 million, compared with RMB 2,187 million as of June {13=>30}, 2025.',
      why: 'Thirty heard as thirteen.',
    },
    {
      text: 'Li Na: Cash was 3.19 billion as of June 30, compared with 3.04 billion as of March {thirteen first=>thirty-first}.',
      why: 'No day is said so.',
    },
    {
      text: 'Li Na: for the balance sheet as of september {thirteen=>thirty} twenty twenty five we had cash of 742 million',
      why: 'The same in words.',
    },
    {
      text: 'Li Na: Deferred revenue was RMB 1.2 billion as of September {31=>30}, 2025.',
      why: 'September has thirty days.',
    },
    {
      text: 'Li Na: We signed the agreement in 2025. Mass production begins in 2026, and real volumes come in {2207=>2027}.',
      why: 'Two digits the other way round.',
    },
    { text: 'Li Na: Margins should hold in {cue three=>Q3} and improve after.', why: 'Q3, as it sounds.' },
    {
      text: 'Li Na: As of September 30 we had 420 stores; as of June 13, when the festival began, 12 of them were open at night.',
      why: 'A day on which something happened.',
    },
    {
      text: 'Li Na: We expect the fleet to be carbon neutral by 2060, and the dividend is paid on June 13, 2025.',
      why: 'Dates that end no quarter, and a year that is meant.',
    },
  ],
  *run(doc) {
    for (const found of [...daysOf(doc), ...yearsOf(doc), ...quartersOf(doc)])
      if (!isMandarin(doc, found)) yield found
  },
}

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december'
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DAY = new RegExp(
  String.raw`\b(?<before>(?:as of|as at|at|ended|ending|by) (?:the end of )?)?(?<month>${MONTHS}) (?<day>\d{1,2}(?=st\b|nd\b|rd\b|th\b|[^\p{L}\p{N}]|$)(?!,\d|\.\d| ?%)|thirteen(?:th)? first|thirteen\b|thirty(?:[ -]first)?\b)(?<after>[^.;]{0,24})`,
  'giu',
)

/** "In cue three": nobody cues a number. */
const quartersOf = ({ text }: Aligned): Found[] =>
  [...text.matchAll(/\b(?:cue|kew) (one|two|three|four|[1-4])\b/giu)].map(
    ({ index, 0: words, 1: number }) => {
      const quarter = Number(number) || 1 + ['one', 'two', 'three', 'four'].indexOf(number!.toLowerCase())
      return {
        start: index,
        end: index + words.length,
        message: `"${words}" sounds like Q${quarter}.`,
        confidence: 0.93,
        evidence: [{ kind: 'structure', note: 'a quarter is told by its letter and number' }],
        suggestions: [{ text: `Q${quarter}`, confidence: 0.93, safe: false }],
      }
    },
  )

function daysOf({ text }: Aligned): Found[] {
  const days = [...text.matchAll(DAY)].map((match) => {
    const { before, month, day, after } = match.groups!
    const start = match.index + (before?.length ?? 0) + month!.length + 1
    const last = LENGTHS[MONTHS.split('|').indexOf(month!.toLowerCase())]!
    const number = SPELLED.get(day!.toLowerCase().replace(' ', '-')) ?? Number(day)
    return { start, end: start + day!.length, before, month: month!, day: day!, number, after: after!, last }
  })
  const quarterEnd = days.find(({ month, number, last }) => ENDS_QUARTER.test(month) && number === last)
  return days.flatMap(({ start, end, before, month, day, number, after, last }): Found[] => {
    const place = { start, end }
    if (/teen(?:th)? first$/iu.test(day)) return [foundDay(place, 'thirty-first', `no day is said "${day}"`)]
    if (number > last && number <= 31)
      return [foundDay(place, writtenLike(day, last), `${month} has ${last} days`)]
    const isBalanceDate =
      before !== undefined && ENDS_QUARTER.test(month) && number === 13 && YEAR_AFTER.test(after)
    if (!isBalanceDate) return []
    const note = `a quarter ends on ${month} ${last}`
    if (!quarterEnd)
      return BALANCE.test(text.slice(end, end + TOLD_WITHIN))
        ? [foundDay(place, writtenLike(day, last), note)]
        : []
    return [
      foundDay(place, writtenLike(day, last), note, {
        kind: 'mention',
        start: quarterEnd.start,
        end: quarterEnd.end,
        note: 'the end of a quarter is told here',
      }),
    ]
  })
}

const SPELLED: ReadonlyMap<string, number> = new Map([
  ['thirteen', 13],
  ['thirty', 30],
  ['thirty-first', 31],
])

/** A last day of a month, in words where the day was. */
const writtenLike = (day: string, last: number): string =>
  /^\d/u.test(day) ? `${last}` : last === 30 ? 'thirty' : 'thirty-first'

const YEAR_AFTER = /^(?:th)?(?:,? ?\d{4}\b|,? (?:two thousand|twenty)[ -]\w+|$)/iu
/** What balance sheets tell, first of all in the same sentence and within so many letters. */
const BALANCE = /^[^.;]*?\b(?:cash|deposits|borrowings|debts?|receivables|inventor(?:y|ies)|total assets)\b/iu
const TOLD_WITHIN = 120

const ENDS_QUARTER = /^(?:march|june|september|december)$/iu

function foundDay(place: Span, said: string, note: string, more?: Evidence): Found {
  return {
    ...place,
    message: `${note[0]!.toUpperCase()}${note.slice(1)}: ${said}?`,
    confidence: 0.9,
    evidence: [{ kind: 'structure', note }, ...(more ? [more] : [])],
    suggestions: [{ text: said, confidence: 0.9, safe: false }],
  }
}

/** Years that a call about this time may speak of, before and after the one it names most. */
const PAST = 15
const COMING = 15
/** Years away from which on one is looked at. */
const FAR = 60

function yearsOf({ text }: Aligned): Found[] {
  const counts = new Map<string, number>()
  for (const [year] of text.matchAll(/\b20[0-4]\d\b/gu)) counts.set(year, (counts.get(year) ?? 0) + 1)
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (!most) return []
  const present = Number(most[0])
  return [
    ...text.matchAll(
      /\b(?:in|by|of|until|year|since|for) (?<year>[12]\d{3})(?![\d,.]*\d|\p{L}| ?%)(?=[,.;]| (?:and|we|the|to|when|as|with)\b)/giu,
    ),
  ].flatMap((match): Found[] => {
    const { year } = match.groups as { year: string }
    if (Math.abs(Number(year) - present) < FAR) return []
    const said = swapsOf(year).find((other) => other >= present - PAST && other <= present + COMING)
    if (said === undefined) return []
    const start = match.index + match[0].lastIndexOf(year)
    return [
      {
        start,
        end: start + year.length,
        message: `The call speaks of ${present} and the years around it: ${said}?`,
        confidence: 0.85,
        evidence: [{ kind: 'structure', note: `${year} is ${Math.abs(Number(year) - present)} years away` }],
        suggestions: [{ text: String(said), confidence: 0.85, safe: false }],
      },
    ]
  })
}

/** Two neighbouring digits the other way round. */
const swapsOf = (year: string): number[] =>
  [0, 1, 2].map((at) => Number(year.slice(0, at) + year[at + 1]! + year[at]! + year.slice(at + 2)))

const isMandarin = ({ origins }: Aligned, { start, end }: Span): boolean =>
  origins.some((other) => other.origin === 'mandarin' && other.start < end && start < other.end)
