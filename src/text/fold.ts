import { Converter } from 'opencc-js/t2cn'
import { firstIndex } from './bisect.js'

export interface Folded {
  readonly text: string
  /** Offset in the source of an offset in the folded text. */
  readonly toSource: (offset: number) => number
}

/**
 * The text with Traditional characters (Taiwan, Hong Kong) made Simplified, for matching only: character by
 * character in their context, never Taiwan's words into the mainland's. Text without Han comes back as it is.
 */
export function foldHan(text: string): Folded {
  if (!ANY_HAN.test(text)) return { text, toSource: same }
  const shifts: Shift[] = []
  let shift = 0
  const folded = text.replace(HAN_RUN, (run, offset: number) => {
    const characters = foldRun(run)
    let source = offset
    for (const [index, original] of Array.from(run).entries()) {
      const replacement = characters[index]!
      if (replacement.length !== original.length) {
        shift += replacement.length - original.length
        shifts.push({ source, folded: source + original.length + shift, shift })
      }
      source += original.length
    }
    return characters.join('')
  })
  return { text: folded, toSource: shifts.length === 0 ? same : (offset) => unshift(shifts, offset) }
}

/** From `folded` on, folded offsets are ahead of source offsets by `shift`; just before stands the character at `source`. */
interface Shift {
  readonly source: number
  readonly folded: number
  readonly shift: number
}

const ANY_HAN = /\p{Script=Han}/u
const HAN_RUN = /\p{Script=Han}{1,4096}/gu
const same = (offset: number): number => offset

/** One folded character (of one or two code units) for each character of the run. */
function foldRun(run: string): readonly string[] {
  const whole = Array.from(convert(run))
  const original = Array.from(run)
  return whole.length === original.length ? whole : original.map(convert)
}

type Convert = (text: string) => string

let converters: readonly Convert[] | undefined

function convert(text: string): string {
  converters ??= ['tw', 'hk'].map((from) => Converter({ from, to: 'cn' }) as Convert)
  return converters.reduce((result, converter) => converter(result), text)
}

function unshift(shifts: readonly Shift[], offset: number): number {
  const next = firstIndex(shifts, ({ folded }) => folded > offset)
  const source = offset - (next === 0 ? 0 : shifts[next - 1]!.shift)
  return next < shifts.length ? Math.min(source, shifts[next]!.source) : source
}
