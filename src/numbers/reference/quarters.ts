import type { Period } from '../periods.js'

/** A quarter on the company's own calendar: four times the year, plus 0 to 3. */
export type Quarter = number

/** The quarter that a text reports: the first that it names near its start; undefined where it names none. */
export function reportedQuarter(text: string): Quarter | undefined {
  const [first] = text.slice(0, REPORTED_WITHIN).matchAll(NAMED_QUARTER)
  return first && quarterOf(first)
}

const REPORTED_WITHIN = 8000

const NAMED_QUARTER =
  /(?<![\p{L}\p{N}])(?:(?:(?<word>first|second|third|fourth)\s+(?:fiscal\s+)?quarter|q(?<after>[1-4])|(?<before>[1-4])q)(?:\s+(?:of|in|for|results))?(?:\s+(?:the\s+)?fiscal)?(?:\s+year)?[\s,]*(?<year>20\d\d|2\d(?!\d))|(?<zhYear>20\d\d)年?第?(?<zh>[一二三四1-4])季)/giu

const WORDS = ['first', 'second', 'third', 'fourth']
const HAN = '一二三四'

function quarterOf({ groups = {} }: RegExpMatchArray): Quarter {
  const { word, after, before, zh, year, zhYear } = groups
  const digits = after ?? before ?? zh ?? ''
  const number =
    word === undefined
      ? HAN.includes(digits)
        ? HAN.indexOf(digits) + 1
        : Number(digits)
      : WORDS.indexOf(word.toLowerCase()) + 1
  const stated = Number(year ?? zhYear)
  return (stated < 100 ? 2000 + stated : stated) * 4 + number - 1
}

/** The quarter of a figure in a text that reports the quarter given; undefined for other stretches of time. */
export function quarterOfPeriod(period: Period | undefined, reported: Quarter): Quarter | undefined {
  if (period === undefined || period.kind === 'current') return reported
  if (period.kind === 'year-ago') return reported - 4
  if (period.kind === 'previous') return reported - 1
  if (period.kind === 'coming') return undefined
  const [named] = period.name.matchAll(NAMED_QUARTER)
  if (named) return quarterOf(named)
  const bare = /^(first|second|third|fourth) (?:fiscal )?quarter$/u.exec(period.name)
  return bare && WORDS.indexOf(bare[1]!) === reported % 4 ? reported : undefined
}
