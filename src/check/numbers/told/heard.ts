import { familyOf, type Figure } from '../../../numbers/figures.js'

/** A value that sounds or reads like the stated one. */
export interface HeardAlike {
  readonly value: number
  readonly precision: number
  readonly kind: 'teen-ty' | 'teen' | 'swap' | 'moved' | 'digit' | 'lost' | 'point' | 'scale'
  /** How often recognisers and editors slip this way, relative to each other. */
  readonly weight: number
}

/**
 * What may have been said where the figure was heard, likeliest first: fifteen for fifty (15 ↔ 50, also
 * 15.6 ↔ 50.6 and 1,015 ↔ 1,050), nineteen for nine, twelve for twenty, two neighbouring digits swapped, one
 * digit off, elsewhere or twice, a thousand, a zero or a point lost or added, the decimal point moved, another scale word.
 */
export function heardAlike(figure: Figure): readonly HeardAlike[] {
  const known = heardByFigure.get(figure)
  if (known) return known
  const heard = listHeard(figure)
  heardByFigure.set(figure, heard)
  return heard
}

const heardByFigure = new WeakMap<Figure, readonly HeardAlike[]>()

function listHeard(figure: Figure): HeardAlike[] {
  if (figure.malformed !== undefined || !Number.isFinite(figure.value) || figure.value === 0) return []
  const power = figure.scale?.power ?? 0
  const unit = 10 ** power
  const place = 2 * figure.precision
  const decimals = Math.max(0, Math.round(power - Math.log10(place)))
  const sign = Math.sign(figure.value)
  const mantissa = Math.abs(figure.value) / unit
  const digits = mantissa.toFixed(Math.min(decimals, 8))
  const made: HeardAlike[] = []
  const seen = new Set([Number(digits)])
  const add = (
    value: number,
    kind: HeardAlike['kind'],
    weight: number,
    scale = unit,
    precision = figure.precision,
  ): void => {
    const key = (value * scale) / unit
    if (!(value > 0) || seen.has(Number(key.toPrecision(12)))) return
    seen.add(Number(key.toPrecision(12)))
    made.push({ value: clean(sign * value * scale), precision, kind, weight })
  }
  for (const value of teensAndTens(digits)) add(value, 'teen-ty', 1)
  // "fifteen cents"
  if (mantissa < 1 && decimals === 2)
    for (const value of teensAndTens((mantissa * 100).toFixed(0))) add(value / 100, 'teen-ty', 1)
  for (const value of teens(digits)) add(value, 'teen', 0.5)
  for (const value of twelves(digits)) add(value, 'teen', 0.5)
  for (const value of swaps(digits)) add(value, 'swap', 0.4)
  if (digits.replace('.', '').length >= 2) for (const value of otherDigits(digits)) add(value, 'digit', 0.3)
  for (const value of moved(digits)) add(value, 'moved', 0.25)
  for (const value of stuttered(digits)) add(value, 'lost', 0.25)
  for (const made of lost(digits)) {
    const finer = decimalsOf(made) - decimalsOf(digits)
    add(Number(made), 'lost', 0.25, unit, figure.precision / 10 ** finer)
  }
  // "27%" heard as 270%, and 27.5% as 275%: what ends in a zero may have been told as roundly before.
  add(mantissa / 10, 'point', 0.25, unit, digits.endsWith('0') ? figure.precision : figure.precision / 10)
  add(mantissa * 10, 'point', 0.25, unit, decimals > 0 ? figure.precision * 10 : figure.precision)
  // "eleven fifty" and "one twenty-four" written as prices are.
  if (decimals === 2 && figure.scale) add(mantissa * 100, 'point', 0.25, unit, figure.precision * 100)
  if (familyOf(figure) === 'amount' && figure.scale) {
    for (const other of [6, 9, 12])
      if (other !== power) add(mantissa, 'scale', 0.25, 10 ** other, figure.precision * 10 ** (other - power))
  }
  // "420,000 to 450 units": the thousands go without saying, or are left out.
  if (familyOf(figure) === 'amount' && !figure.scale && Number.isInteger(mantissa) && mantissa < 1000)
    add(mantissa * 1000, 'scale', 0.2, unit, figure.precision * 1000)
  // "RMB 64.3, compared with RMB 61.7 million": the scale goes without saying.
  if (
    figure.unit.kind === 'currency' &&
    !figure.scale &&
    figure.per === undefined &&
    mantissa >= 1 &&
    mantissa < 1e4
  )
    for (const other of [6, 9]) add(mantissa, 'scale', 0.2, 10 ** other, figure.precision * 10 ** other)
  return made
}

const clean = (value: number): number => Number(value.toPrecision(12))

/** The last two digits of the whole part as the other of thirteen/thirty … nineteen/ninety; 6 as 60 and 16. */
function teensAndTens(digits: string): number[] {
  const [whole, fraction] = digits.split('.')
  const tail = Number(whole!.slice(-2))
  const rest = Number(whole!) - tail
  const other =
    tail >= 13 && tail <= 19
      ? (tail - 10) * 10
      : tail >= 30 && tail <= 90 && tail % 10 === 0
        ? tail / 10 + 10
        : undefined
  const said = other === undefined ? [] : [Number(`${rest + other}${fraction ? `.${fraction}` : ''}`)]
  // "fifty million" heard in "fifteen thousand …", "a hundred and thirty thousand" as 113,000: the teens of the thousands.
  const thousands = Math.floor(Number(whole!) / 1000)
  const last = thousands % 100
  const high =
    last >= 13 && last <= 19
      ? thousands - last + (last - 10) * 10
      : last >= 30 && last <= 90 && last % 10 === 0
        ? thousands - last + last / 10 + 10
        : undefined
  if (high !== undefined) said.push(Number(digits) + (high - thousands) * 1000)
  return said
}

/** nine ↔ nineteen, six ↔ sixty, seventy for seven, eighteen ↔ eighty-nine. */
function teens(digits: string): number[] {
  const whole = Math.floor(Number(digits))
  const fraction = Number(digits) - whole
  if (whole >= 3 && whole <= 9) return [whole + 10 + fraction, whole * 10 + fraction]
  // "eighteen" ends like "eighty-nine".
  if (whole >= 13 && whole <= 19) return [whole - 10 + fraction, (whole - 10) * 10 + 9 + fraction]
  if (whole >= 30 && whole <= 90 && whole % 10 === 0) return [whole / 10 + fraction]
  if (whole >= 39 && whole <= 99 && whole % 10 === 9) return [(whole - 9) / 10 + 10 + fraction]
  return []
}

/** Neighbouring digits, the decimal point between them or not. */
function swaps(digits: string): number[] {
  const places = Array.from(digits).flatMap((digit, place) => (digit === '.' ? [] : [place]))
  return places.slice(1).flatMap((second, index) => {
    const first = places[index]!
    const [a, b] = [digits[first]!, digits[second]!]
    if (a === b || (first === 0 && b === '0')) return []
    return [
      Number(digits.slice(0, first) + b + digits.slice(first + 1, second) + a + digits.slice(second + 1)),
    ]
  })
}

/** twelve ↔ twenty, also in 612 and in 612,000. */
function twelves(digits: string): number[] {
  const value = Number(digits)
  return [1, 1000].flatMap((unit) => {
    const tail = Math.floor(value / unit) % 100
    return tail === 12 ? [value + 8 * unit] : tail === 20 ? [value - 8 * unit] : []
  })
}

/** 1,820 for 1,082, 278.6 for 268.7: a digit two places or further from where it belongs, or in another's place. */
function moved(digits: string): number[] {
  const plain = digits.replace('.', '')
  if (plain.length < 3 || plain.length > 6) return []
  const point = digits.length - plain.length === 0 ? plain.length : digits.indexOf('.')
  return Array.from(plain).flatMap((digit, from) => {
    const rest = plain.slice(0, from) + plain.slice(from + 1)
    return Array.from(plain).flatMap((other, to) => {
      if (Math.abs(from - to) < 2) return []
      const elsewhere = plain.length > 3 ? [rest.slice(0, to) + digit + rest.slice(to)] : []
      const exchanged =
        from < to
          ? [plain.slice(0, from) + other + plain.slice(from + 1, to) + digit + plain.slice(to + 1)]
          : []
      return [...elsewhere, ...exchanged]
        .filter((made) => !made.startsWith('0'))
        .map((made) => Number(`${made.slice(0, point)}.${made.slice(point)}`))
    })
  })
}

/** 88.5 for 8.5: a digit said, or written, twice. */
const stuttered = (digits: string): number[] =>
  /^([1-9])\1(?!\d)/u.test(digits) && digits.includes('.') ? [Number(digits.slice(1))] : []

const decimalsOf = (digits: string): number => digits.split('.')[1]?.length ?? 0

/**
 * 962 for 1,962 and the other way, 24 for 204: "one thousand" taken for an article, an "and" for nothing;
 * 23 for 20.3 and 101 for 100.1, the point unheard; 1.3 for 1.03; 10.15 for 10.5.
 */
function lost(digits: string): string[] {
  const [whole, fraction = ''] = digits.split('.') as [string, string?]
  const withFraction = (made: string): string => (fraction === '' ? made : `${made}.${fraction}`)
  const values: string[] = []
  if (/^1[1-9]\d\d$/u.test(whole)) values.push(withFraction(whole.slice(1)))
  if (/^[1-9]\d\d$/u.test(whole)) values.push(withFraction(`1${whole}`))
  if (/^[1-9]0[1-9]$/u.test(whole)) values.push(withFraction(whole.replace('0', '')))
  if (/^[1-9][1-9]$/u.test(whole)) values.push(withFraction(`${whole[0]!}0${whole[1]!}`))
  if (fraction === '' && /^(?:[2-9]|\d0)[1-9]$/u.test(whole))
    values.push(`${whole.slice(0, -1)}0.${whole.slice(-1)}`)
  if (/^[1-9]$/u.test(fraction)) {
    if (/^(?:[2-9]|\d0)0$/u.test(whole)) values.push(`${whole.slice(0, -1)}${fraction}`)
    values.push(`${whole}.0${fraction}`)
  }
  if (/^[01][1-9]$/u.test(fraction)) values.push(`${whole}.${fraction[1]!}`)
  return values
}

function otherDigits(digits: string): number[] {
  const values: number[] = []
  for (let index = 0; index < digits.length; index++) {
    if (digits[index] === '.') continue
    for (let digit = index === 0 ? 1 : 0; digit <= 9; digit++)
      if (String(digit) !== digits[index])
        values.push(Number(`${digits.slice(0, index)}${digit}${digits.slice(index + 1)}`))
  }
  return values
}
