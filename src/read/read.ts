import type { Format, Transcript } from '../types.js'
import { colon } from './colon.js'
import { earningscall } from './earningscall.js'
import type { Reader } from './layout.js'
import { motleyfool } from './motleyfool.js'
import { plain } from './plain.js'
import { seekingalpha } from './seekingalpha.js'

/** Every layout that is read, by name. */
export const READERS: Readonly<Record<Format, Reader>> = {
  earningscall,
  motleyfool,
  seekingalpha,
  colon,
  plain,
}

/**
 * Reads a transcript's turns, participants and notices; the layout is chosen by content unless `format`
 * names one. Any string is read, in time linear in its length; offsets point into `text` as it is.
 */
export function readTranscript(text: string, options: { readonly format?: Format } = {}): Transcript {
  return READERS[options.format ?? recogniseFormat(text)].read(text)
}

/** The layout that fits the text best. */
export function recogniseFormat(text: string): Format {
  const scores = (Object.keys(READERS) as Format[]).map((format) => ({
    format,
    score: READERS[format].recognise(text),
  }))
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).format
}
