import { metricIn } from '../metrics.js'
import type { Fact } from './fact.js'
import type { Quarter } from './quarters.js'

/**
 * The facts of a document's tables: lines of a label and its figures, parted by tabs, bars or blanks,
 * also with each figure on a line of its own as the text of a PDF has them. Columns are told by the dates
 * above them: the latest is the quarter reported. Amounts count only where a line above tells their scale.
 */
export function tableFacts(text: string, reported: Quarter | undefined): Fact[] {
  const facts: Fact[] = []
  let columns: readonly Column[] = []
  let factor: number | undefined
  let label = ''
  let figures: Cell[] = []
  const close = (): void => {
    if (label !== '' && figures.length > 0) facts.push(...rowFacts(label, figures, columns, factor))
    label = ''
    figures = []
  }
  for (const line of text.split(/\r?\n/u)) {
    factor = scaleIn(line) ?? factor
    const dates = datesIn(line)
    if (dates.length >= 2) {
      close()
      columns = columnsOf(dates, reported)
      continue
    }
    const row = rowOf(line)
    if (row.label !== '') {
      close()
      label = row.label
    }
    figures.push(...row.figures)
  }
  close()
  return facts
}

interface Cell {
  readonly words: string
  readonly value: number
  readonly precision: number
  readonly share: boolean
}

interface Column {
  readonly quarter?: Quarter
  /** A later column of the same date is in another currency, or of a longer stretch. */
  readonly first: boolean
}

const CELL = /^\(?-?(?:RMB|US\$|HK\$|NT\$|\$|¥)?\(?-?\d[\d,]*(?:\.\d+)?\)?%?\)?$/u

function rowOf(line: string): { readonly label: string; readonly figures: Cell[] } {
  const parts = line.length > 1000 ? [] : line.split(/[\t|\s]+/u).filter((part) => part !== '')
  const last = parts.findLastIndex((part) => !CELL.test(part) && !/^(?:RMB|US\$|\$|¥|[-–—()%])$/u.test(part))
  const label = parts.slice(0, last + 1).join(' ')
  const figures = parts.slice(last + 1).flatMap((part) => (/\d/u.test(part) ? [cellOf(part)] : []))
  return {
    label: /\p{L}/u.test(label) ? label : '',
    figures: label === '' || figures.length > 0 ? figures : [],
  }
}

function cellOf(words: string): Cell {
  const digits = /\d[\d,]*(?:\.\d+)?/u.exec(words)![0].replaceAll(',', '')
  const decimals = digits.split('.')[1]?.length ?? 0
  const sign = /^\(|-/u.test(words) ? -1 : 1
  return { words, value: sign * Number(digits), precision: 0.5 * 10 ** -decimals, share: words.includes('%') }
}

/** "(in thousands)", "RMB millions", "(In millions of RMB)", 人民币千元. */
function scaleIn(line: string): number | undefined {
  if (line.length > 400) return undefined
  const match =
    /(?:\bin|\bRMB|US\$|\$|’|')\s*\(?(?:RMB\s*|US\$\s*)?(thousands?|millions?|billions?|mn|000s?)(?![\p{L}\d])|(千元|百万元|亿元|万元)/iu.exec(
      line,
    )
  const word = (match?.[1] ?? match?.[2])?.toLowerCase()
  return word === undefined ? undefined : SCALES.find(([start]) => word.startsWith(start))?.[1]
}

const SCALES: readonly (readonly [string, number])[] = [
  ['thousand', 1e3],
  ['000', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['千元', 1e3],
  ['百万元', 1e6],
  ['万元', 1e4],
  ['亿元', 1e8],
]

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Dates and quarters of a line of column heads, in months. */
function datesIn(line: string): number[] {
  if (line.length > 400) return []
  return [
    ...line.matchAll(
      /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?\s+(20\d\d)|q([1-4])\s*'?(20\d\d)|([1-4])q\s*'?(20\d\d)/giu,
    ),
  ].map(([, month, year, quarter, of, other, its]) =>
    month === undefined
      ? 12 * Number(of ?? its) + 3 * Number(quarter ?? other)
      : 12 * Number(year) + MONTHS.indexOf(month.toLowerCase()) + 1,
  )
}

function columnsOf(dates: readonly number[], reported: Quarter | undefined): Column[] {
  const latest = Math.max(...dates)
  return dates.map((date, index) => {
    const quarters = (latest - date) / 3
    return {
      ...(reported !== undefined && Number.isInteger(quarters) && { quarter: reported - quarters }),
      first: dates.indexOf(date) === index,
    }
  })
}

function rowFacts(
  label: string,
  cells: readonly Cell[],
  columns: readonly Column[],
  factor: number | undefined,
): Fact[] {
  const metric = metricIn(label.replaceAll(/[*†‡]|\(\d+\)|\[\d+\]/gu, ''))
  if (!metric) return []
  const told = cells.length === columns.length
  const quote = [label, ...cells.map(({ words }) => words)].join(' ')
  return cells.flatMap((cell, index): Fact[] => {
    if (!cell.share && factor === undefined) return []
    const scale = cell.share ? 1 : factor!
    const column = told ? columns[index] : undefined
    return [
      {
        metric,
        role: 'level',
        family: cell.share ? 'share' : 'amount',
        value: Number((cell.value * scale).toPrecision(12)),
        precision: cell.precision * scale,
        quote,
        ...(column?.quarter !== undefined && column.first && { quarter: column.quarter }),
      },
    ]
  })
}
