/** A JSON value of unknown shape, looked into without a schema: what is missing or odd is left out. */
export type Json = Readonly<Record<string, unknown>>

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The records of a list; none where the value is no list. */
export const recordsOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

export const wordsIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** A finite number, also where it is written as words: "12.34". */
export function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** A speaker's mark: a name, or a number as words. */
export const speakerIn = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : wordsIn(value)
