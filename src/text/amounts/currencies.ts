import type { Span } from '../../types.js'
import { alternation, GAP, lookBack, matchAt } from './scan.js'

export interface Currency {
  readonly code: string
  readonly written: Span
  /** 0.01 for cents, else 1. */
  readonly factor: number
}

/** The currency written right before a figure: "RMB 2.4", "US$3", "HK$", 人民币; `end` is the figure's start. */
export function currencyBefore(text: string, end: number): Currency | undefined {
  const before = lookBack(text, end, 24)
  const match = SYMBOL_BEFORE.exec(before) ?? WORD_BEFORE.exec(before)
  if (!match) return undefined
  const word = match[0].trimEnd()
  const start = end - match[0].length
  const code =
    SYMBOLS.get(normal(word).replaceAll(' ', '')) ?? NAMES.get(normal(word)) ?? MISHEARD.get(normal(word))
  return code === undefined ? undefined : { code, written: { start, end: start + word.length }, factor: 1 }
}

/** The currency named right after a figure: "yuan", "US dollars", "cents", 元, 亿美元's 美元. */
export function currencyAfter(text: string, start: number): Currency | undefined {
  const match = matchAt(NAME_AFTER, text, start) ?? matchAt(HAN_AFTER, text, start)
  if (!match) return undefined
  const word = match[1]!
  const end = start + match[0].length
  const name = normal(word)
  const cents = /^(.*?) ?(?:cents?|fen)$/u.exec(name)
  const code = cents ? (CENTS.get(cents[1]!) ?? (name === 'fen' ? 'CNY' : 'USD')) : NAMES.get(name)
  if (code === undefined) return undefined
  return {
    code,
    written: { start: end - word.length, end },
    factor: cents || /分[钱錢]$/u.test(word) ? 0.01 : 1,
  }
}

const normal = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/\./gu, '')
    .replaceAll(/[\s\u00a0-]+/gu, ' ')
    .trim()

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['us$', 'USD'],
  ['usd$', 'USD'],
  ['hk$', 'HKD'],
  ['hkd$', 'HKD'],
  ['nt$', 'TWD'],
  ['s$', 'SGD'],
  ['a$', 'AUD'],
  ['au$', 'AUD'],
  ['c$', 'CAD'],
  ['ca$', 'CAD'],
  ['nz$', 'NZD'],
  ['r$', 'BRL'],
  ['mx$', 'MXN'],
  ['¥', 'CNY'],
  ['￥', 'CNY'],
  ['rmb¥', 'CNY'],
  ['cn¥', 'CNY'],
  ['jp¥', 'JPY'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₱', 'PHP'],
  ['฿', 'THB'],
])

const CODES = [
  'CNY',
  'CNH',
  'USD',
  'HKD',
  'TWD',
  'SGD',
  'EUR',
  'GBP',
  'JPY',
  'KRW',
  'INR',
  'AUD',
  'CAD',
  'CHF',
  'BRL',
  'MXN',
  'SEK',
  'NOK',
  'DKK',
  'THB',
  'MYR',
  'IDR',
  'PHP',
  'VND',
  'AED',
  'SAR',
  'ZAR',
  'NZD',
  'MOP',
]

/** Dollars of the world by the words before "dollar". */
const DOLLARS: readonly (readonly [string, string])[] = [
  ['', 'USD'],
  ['us ', 'USD'],
  ['u s ', 'USD'],
  ['american ', 'USD'],
  ['hong kong ', 'HKD'],
  ['hk ', 'HKD'],
  ['new taiwan ', 'TWD'],
  ['taiwan ', 'TWD'],
  ['nt ', 'TWD'],
  ['singapore ', 'SGD'],
  ['sing ', 'SGD'],
  ['canadian ', 'CAD'],
  ['australian ', 'AUD'],
  ['aussie ', 'AUD'],
  ['new zealand ', 'NZD'],
]

const NAMES: ReadonlyMap<string, string> = new Map([
  ...CODES.map((code) => [code.toLowerCase(), code === 'CNH' ? 'CNY' : code] as const),
  ...DOLLARS.flatMap(([country, code]) => [
    [`${country}dollar`, code] as const,
    [`${country}dollars`, code] as const,
  ]),
  ...[
    'yuan',
    'yuans',
    'rmb',
    'r m b',
    'rmbs',
    'renminbi',
    'renminbis',
    'chinese yuan',
    'chinese renminbi',
    'ren min bi',
    'yuan renminbi',
    'yuan rmb',
    'rmb yuan',
    'kuai',
  ].map((name) => [name, 'CNY'] as const),
  ['buck', 'USD'],
  ['bucks', 'USD'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['pounds', 'GBP'],
  ['pounds sterling', 'GBP'],
  ['british pounds', 'GBP'],
  ['sterling', 'GBP'],
  ['yen', 'JPY'],
  ['japanese yen', 'JPY'],
  ['korean won', 'KRW'],
  ['rupees', 'INR'],
  ['indian rupees', 'INR'],
  ['swiss francs', 'CHF'],
  ['francs', 'CHF'],
  ['mexican pesos', 'MXN'],
  ['reais', 'BRL'],
  ['baht', 'THB'],
  ['ringgit', 'MYR'],
  ['rubles', 'RUB'],
  ['swedish kronor', 'SEK'],
  ['norwegian kroner', 'NOK'],
  ['danish kroner', 'DKK'],
  ['dirhams', 'AED'],
  ['riyals', 'SAR'],
  ['rand', 'ZAR'],
  ...['人民币', '人民幣', '元', '圆', '元人民币', '元人民幣', '块钱', '塊錢', '分钱', '分錢'].map(
    (name) => [name, 'CNY'] as const,
  ),
  ...['美元', '美金'].map((name) => [name, 'USD'] as const),
  ...['港元', '港币', '港幣', '港纸'].map((name) => [name, 'HKD'] as const),
  ...['新台币', '新台幣', '新臺幣', '台币', '台幣'].map((name) => [name, 'TWD'] as const),
  ...['新加坡元', '新币', '新幣'].map((name) => [name, 'SGD'] as const),
  ['欧元', 'EUR'],
  ['歐元', 'EUR'],
  ['日元', 'JPY'],
  ['日圆', 'JPY'],
  ['日圓', 'JPY'],
  ['英镑', 'GBP'],
  ['英鎊', 'GBP'],
  ['韩元', 'KRW'],
  ['韓元', 'KRW'],
  ['澳元', 'AUD'],
  ['加元', 'CAD'],
  ['瑞士法郎', 'CHF'],
  ['泰铢', 'THB'],
  ['卢比', 'INR'],
])

/** What recognisers make of "RMB" before a figure. */
const MISHEARD: ReadonlyMap<string, string> = new Map(
  ['r&b', 'r & b', 'r and b', 'rnb', 'rmv', 'arm b', 'armb'].map((name) => [name, 'CNY']),
)

const CENTS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['rmb', 'CNY'],
  ['chinese', 'CNY'],
  ['hong kong', 'HKD'],
  ['hk', 'HKD'],
  ['euro', 'EUR'],
  ['canadian', 'CAD'],
  ['singapore', 'SGD'],
])

const SYMBOL_BEFORE =
  /(?:(?<![\p{L}\d])(?:U\.?S\.?|USD|HK|HKD|NT|S|AU?|CA?|NZ|R|MX|RMB|CN|JP) ?)?[$¥￥€£₹₩₱฿] ?$/u
const latinNames = [...NAMES.keys()].filter((name) => /^[a-z]/u.test(name))
const WORD_BEFORE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${alternation([...CODES.map((code) => code.toLowerCase()), 'rmb', 'r m b', 'renminbi', ...MISHEARD.keys(), 'us dollar', 'us dollars', 'hk dollar', 'hk dollars', 'hong kong dollar', 'hong kong dollars'])})[ \u00a0-]?$|` +
    String.raw`(?:人民[币幣]|美[元金]|港[元币幣])\s?$`,
  'iu',
)
const NAME_AFTER = new RegExp(
  String.raw`(?:-|${GAP})((?:u\.s\. |us\$ )?(?:${alternation(latinNames)})|(?:(?:u\.?s\.?|u s|rmb|chinese|hong kong|hk|euro|canadian|singapore)[ ])?(?:cents?|fen))(?![\p{L}\d$])`,
  'iuy',
)
const HAN_AFTER = new RegExp(
  String.raw`[个個]? ?(${alternation([...NAMES.keys()].filter((name) => !/^[a-z元]/u.test(name)))}|元人民[币幣]|元(?![素旦器件年老宇首气]))`,
  'uy',
)
