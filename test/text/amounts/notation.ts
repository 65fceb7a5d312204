import { findAmounts, type Amount, type Unit } from '../../../src/text/amounts/amounts.js'

/** The amounts of a text on one line: "over 2.48 billion=2480000000 CNY /share | 49%=49 %"; `*` inherited, `?` malformed. */
export const notation = (text: string): string =>
  findAmounts(text)
    .map((amount) => write(text, amount))
    .join(' | ')

function write(text: string, amount: Amount): string {
  const figure = text.slice(amount.figure.start, amount.figure.end)
  const parts = [
    amount.approximation,
    `${figure}=${amount.malformed === undefined ? amount.value : `?${(amount.candidates ?? []).join('?')}`}`,
    unitName(amount.unit) + (amount.inherited ? '*' : ''),
    amount.per === undefined ? undefined : `/${amount.per}`,
  ]
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}

function unitName(unit: Unit): string {
  switch (unit.kind) {
    case 'currency':
      return unit.code
    case 'percent':
      return '%'
    case 'percentage-points':
      return 'pp'
    case 'basis-points':
      return 'bp'
    case 'times':
      return 'x'
    case 'fraction':
      return 'part'
    case 'measure':
      return unit.unit
    case 'count':
      return `(${unit.noun})`
    case 'none':
      return ''
  }
}
