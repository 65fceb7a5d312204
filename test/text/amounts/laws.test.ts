import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAmounts, sameValue, writeEnglish, type Amount } from '../../../src/text/amounts/amounts.js'
import { spell } from '../../../src/text/amounts/write.js'

/** A form writes a value as a figure with what may follow it, and says what must be read back. */
interface Form {
  readonly name: string
  readonly figure: (value: number) => string
  readonly suffix?: string
  readonly value?: (value: number) => number
}

const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 10 })
const hundredth = (value: number): string => String(value / 100)

/** Forms of a whole number of hundredths, 1.01 to 9,999.99. */
const decimalForms: readonly Form[] = [
  { name: 'digits and billion', figure: (n) => `${grouped(n / 100)} billion`, value: (n) => n * 1e7 },
  { name: 'digits and million', figure: (n) => `${grouped(n / 100)} million`, value: (n) => n * 1e4 },
  { name: 'digits and bn', figure: (n) => `${hundredth(n)} bn`, value: (n) => n * 1e7 },
  { name: 'words and million', figure: (n) => `${spell(n / 100)} million`, value: (n) => n * 1e4 },
  { name: 'percent sign', figure: (n) => `${hundredth(n)}%`, value: (n) => n / 100 },
  { name: 'percent', figure: hundredth, suffix: ' percent', value: (n) => n / 100 },
  { name: 'words and percent', figure: (n) => spell(n / 100), suffix: ' percent', value: (n) => n / 100 },
  { name: 'yuan', figure: (n) => grouped(n / 100), suffix: ' yuan', value: (n) => n / 100 },
  { name: 'digits and 亿', figure: (n) => `${hundredth(n)}亿`, suffix: '元', value: (n) => n * 1e6 },
  { name: 'digits and 万', figure: (n) => `${hundredth(n)}万`, value: (n) => n * 100 },
  { name: 'numeral and 亿', figure: (n) => `${han(n / 100)}亿`, suffix: '元', value: (n) => n * 1e6 },
  { name: '百分之', figure: (n) => `百分之${han(n / 100)}`, value: (n) => n / 100 },
  { name: '个百分点', figure: hundredth, suffix: '个百分点', value: (n) => n / 100 },
]

/** Forms of a whole number, 11 to 999,999,999,999. */
const wholeForms: readonly Form[] = [
  { name: 'digits', figure: grouped, suffix: ' stores' },
  { name: 'words', figure: spell, suffix: ' stores' },
  { name: 'words and dollars', figure: spell, suffix: ' dollars' },
  { name: 'numeral', figure: han, suffix: '元' },
  { name: 'words of another hand', figure: (n) => spell(n).replaceAll('-', ' '), suffix: ' yuan' },
]

describe('what is written in any form is read back', () => {
  const isYear = (n: number): boolean => n > 1900 && n < 2100
  const decimals = fc
    .integer({ min: 101, max: 999_999 })
    .filter((n) => n % 100 !== 0 && !isYear(Math.floor(n / 100)))
  test.each(decimalForms.map((form) => [form.name, form] as const))('%s', (_, form) => {
    fc.assert(
      fc.property(decimals, (n) => {
        readsBack(form, n)
      }),
      { numRuns: 200 },
    )
  })
  const wholes = fc
    .tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 11, max: 999_999_999 }))
    .map(([digits, n]) => Number(String(n).slice(0, Math.max(2, digits))))
    // Nobody says "five million one dollars": such a remainder is not read.
    .filter((n) => n > 10 && !isYear(n) && (n % 1e6 === 0 || n < 1e6 || n % 1e6 >= 1000))
  test.each(wholeForms.map((form) => [form.name, form] as const))('%s', (_, form) => {
    fc.assert(
      fc.property(wholes, (n) => {
        readsBack(form, n)
      }),
      { numRuns: 300 },
    )
  })
})

function readsBack(form: Form, n: number): void {
  const figure = form.figure(n)
  const isHan = /\p{Script=Han}/u.test(figure + (form.suffix ?? ''))
  const [before, after] = isHan
    ? ['本季度达到', '，同比增长。']
    : ['we said that it reached ', ', as planned.']
  const text = before + figure + (form.suffix ?? '') + after
  const found = findAmounts(text)
  expect(
    found.map((amount) => text.slice(amount.figure.start, amount.figure.end)),
    text,
  ).toEqual([figure])
  expect(found[0]!.value, text).toBeCloseTo(form.value ? form.value(n) : n, 4)
}

/** A number in Chinese numerals, to two decimals. */
function han(value: number): string {
  const [whole, fraction] = String(Number(value.toFixed(2))).split('.')
  const digits = (text: string): string =>
    Array.from(text, (digit) => '零一二三四五六七八九'[Number(digit)]).join('')
  return hanWhole(Number(whole)) + (fraction ? `点${digits(fraction)}` : '')
}

function hanWhole(value: number): string {
  const character = (digit: number): string => '零一二三四五六七八九'[digit]!
  for (const [name, unit] of [
    ['亿', 1e8],
    ['万', 1e4],
    ['千', 1e3],
    ['百', 100],
    ['十', 10],
  ] as const) {
    if (value < unit) continue
    const rest = value % unit
    const gap = rest > 0 && rest < unit / 10 ? '零' : ''
    const head = value / unit >= 1 && unit === 10 && value < 20 ? '' : hanWhole(Math.floor(value / unit))
    return head + name + (rest > 0 ? gap + hanWhole(rest) : '')
  }
  return value === 0 ? '零' : character(value)
}

describe('findAmounts', () => {
  const pieces = fc.constantFrom(
    '1',
    '2,',
    '.',
    '5',
    '%',
    ' ',
    'RMB',
    '$',
    'billion',
    ' million ',
    'twenty',
    ' one',
    ' hundred ',
    'and',
    ' a ',
    'half',
    'point',
    '-',
    '百',
    '分',
    '之',
    '三',
    '十',
    '亿',
    '万',
    '点',
    '多',
    '个',
    '成',
    '半',
    '年',
    '元',
    '到',
    ' to ',
    'percent',
    '2025',
    '\n',
    '翻',
    '一',
    '番',
    '负',
    'x',
    'k',
    'per',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  )

  test('gives ordered amounts that do not overlap and contain their figures, for any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0
        for (const amount of findAmounts(text)) {
          expect(amount.start).toBeGreaterThanOrEqual(last)
          expect(amount.figure.start).toBeGreaterThanOrEqual(amount.start)
          expect(amount.figure.end).toBeGreaterThan(amount.figure.start)
          expect(amount.end).toBeGreaterThanOrEqual(amount.figure.end)
          expect(amount.end).toBeLessThanOrEqual(text.length)
          expect(Number.isNaN(amount.value)).toBe(amount.malformed !== undefined)
          expect(amount.precision).toBeGreaterThan(0)
          expect(sameValue(amount, amount)).toBe(amount.malformed === undefined)
          last = amount.end
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('stays within the span it is given', () => {
    const text = 'up 12% to RMB 2.48 billion from 1.75 billion'
    const span = { start: text.indexOf('RMB'), end: text.indexOf(' from') }
    expect(findAmounts(text, span).map((amount) => text.slice(amount.start, amount.end))).toEqual([
      'RMB 2.48 billion',
    ])
  })
})

describe('writeEnglish', () => {
  const likes = [
    'RMB 24.8 billion',
    '1,536,000 yuan',
    '$2,478.0 million',
    '50%',
    'fifty percent',
    'two point five billion dollars',
    '300k users',
    '24.78亿元',
    '百分之三',
    '12 cents',
    '2.8 times',
    '33 centers',
    '80 basis points',
  ]
  test('writes a figure that is read back as the value in the place of the old one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...likes),
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: -1, max: 7 }),
        (text, mantissa, power) => {
          const like = findAmounts(text)[0]!
          const value = Number(`${mantissa}e${like.unit.kind === 'count' ? Math.max(power, 0) : power}`)
          fc.pre(!(value > 1900 && value < 2100) && !(like.form === 'words' && value < 11))
          const replaced = replace(text, like, writeEnglish(value, like))
          const read: Amount | undefined = findAmounts(replaced)[0]
          expect(read?.value, replaced).toBeCloseTo(value, 3)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

/** The figure put in place of the old; what follows a Chinese figure goes with it. */
function replace(text: string, like: Amount, figure: string): string {
  const after = text.slice(like.figure.end).replace('元', ' yuan')
  return text.slice(0, like.figure.start) + figure + after
}
