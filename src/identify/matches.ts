import type { Likelihood } from '../similarity/likelihood.js'

/** How well single units render others, as log likelihood ratios (natural); 0 where nothing is alike. */
export interface Matches {
  /** Of each unit and the best of the units after it. */
  readonly later: Float64Array
  /** Of each unit and the best of the units before it. */
  readonly earlier: Float64Array
  /** Of each unit of an echo and the best on the other side of that echo. */
  readonly own: Float64Array
}

/** Units apart, at most, of which one is looked at as a rendering of the other. */
const farthest = 60

/** Work is linear in the number of units, and in the area of the echoes. */
export function matchesOf(
  unitCount: number,
  echoes: readonly { readonly start: number; readonly border: number; readonly end: number }[],
  likelihood: Likelihood,
): Matches {
  const later = new Float64Array(unitCount)
  const earlier = new Float64Array(unitCount)
  const own = new Float64Array(unitCount)
  for (let row = 0; row < unitCount; row++) {
    for (let column = row + 1; column < Math.min(unitCount - 1, row + farthest); column++) {
      const one = likelihood.score(row, 1, column, column + 1)
      later[row] = Math.max(later[row]!, one, likelihood.score(row, 1, column, column + 2))
      const two = row + 2 <= column ? likelihood.score(row, 2, column, column + 1) : 0
      earlier[column] = Math.max(earlier[column]!, one, two)
    }
  }
  for (const { start, border, end } of echoes) {
    for (let row = start; row < border; row++) {
      for (let column = border; column < end; column++) {
        const one = likelihood.score(row, 1, column, column + 1)
        raise(own, row, 1, column, 1, one)
        if (row + 2 <= border) raise(own, row, 2, column, 1, likelihood.score(row, 2, column, column + 1) / 2)
        if (column + 2 <= end) raise(own, row, 1, column, 2, likelihood.score(row, 1, column, column + 2) / 2)
      }
    }
  }
  return { later, earlier, own }
}

function raise(
  own: Float64Array,
  row: number,
  height: number,
  column: number,
  width: number,
  score: number,
): void {
  for (let unit = row; unit < row + height; unit++) own[unit] = Math.max(own[unit]!, score)
  for (let unit = column; unit < column + width; unit++) own[unit] = Math.max(own[unit]!, score)
}

/** The same with the units thought to be on the right side. */
export interface Guided {
  /** Of each unit and the best of the units after it that may be interpretation. */
  readonly rendered: Float64Array
  /** Of each unit and the best of the units before it that may be Mandarin. */
  readonly renders: Float64Array
}

/** `mandarin` and `interpretation` are the units' probabilities; a match counts by that of its other unit. */
export function guidedMatches(
  likelihood: Likelihood,
  mandarin: Float64Array,
  interpretation: Float64Array,
): Guided {
  const unitCount = mandarin.length
  const rendered = new Float64Array(unitCount)
  const renders = new Float64Array(unitCount)
  for (let row = 0; row < unitCount; row++) {
    for (let column = row + 1; column < Math.min(unitCount - 1, row + farthest); column++) {
      const one = likelihood.score(row, 1, column, column + 1)
      const wide = Math.max(one, likelihood.score(row, 1, column, column + 2))
      if (wide > 0) rendered[row] = Math.max(rendered[row]!, wide * interpretation[column]!)
      const tall = row + 2 <= column ? Math.max(one, likelihood.score(row, 2, column, column + 1)) : one
      if (tall > 0) renders[column] = Math.max(renders[column]!, tall * mandarin[row]!)
    }
  }
  return { rendered, renders }
}
