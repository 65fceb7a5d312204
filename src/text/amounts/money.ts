import { digitValue } from './chinese-sections.js'
import { clean, type Numeral } from './numeral.js'
import { matchAt } from './scan.js'

/**
 * Spoken money after a number: 十一块三 is 11.3 yuan, 一块八毛五 1.85, 八毛钱 0.8, 三毛二 0.32. A 块 with nothing after it
 * may be a piece (三块业务) and is left alone.
 */
export function withMoney(text: string, numeral: Numeral): Numeral {
  if (numeral.place !== 1 || numeral.scale || numeral.vague || numeral.malformed !== undefined) return numeral
  const yuan = matchAt(YUAN, text, numeral.end)
  const match = yuan ?? (numeral.value < 10 ? matchAt(JIAO, text, numeral.end) : undefined)
  if (!match) return numeral
  const [whole, first, second] = match
  const [tenths, hundredths] = yuan ? [digit(first), digit(second)] : [numeral.value, digit(first)]
  const end = numeral.end + whole.length
  return {
    ...numeral,
    end,
    value: clean((yuan ? numeral.value : 0) + tenths / 10 + hundredths / 100),
    place: (yuan ? second : first) === undefined ? 0.1 : 0.01,
    unit: { kind: 'currency', code: 'CNY', written: { start: numeral.end, end: numeral.end + 1 } },
  }
}

const digit = (character: string | undefined): number =>
  character === undefined ? 0 : (digitValue(character) ?? Number(character))

const ONE = '[一二两兩三四五六七八九1-9]'
const NO_MORE = '(?![一二两兩三四五六七八九十百千万萬亿億点點\\d个個家成倍年月日天分%％])'
const YUAN = new RegExp(`[块塊](?:零)?(?:(${ONE})(?:[毛角](?:(${ONE})分?)?[钱錢]?|${NO_MORE}))`, 'uy')
const JIAO = new RegExp(`[毛角](?:(${ONE})分?${NO_MORE}|[钱錢]|(?=[，。,、；]|$))`, 'uy')
