import type { Format, Timed, Transcript } from '../types.js'
import { colon } from './colon.js'
import type { Extracted } from './containers/compose.js'
import { extractText } from './containers/extract.js'
import { earningscall } from './earningscall.js'
import { ReadError } from './error.js'
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

export interface ReadOptions {
  /** The layout, where it is not to be chosen by content. */
  readonly format?: Format
  /** The times of the words, where `extractText` made the text already. */
  readonly timed?: readonly Timed[]
}

/**
 * Reads a transcript's turns, participants and notices; the layout is chosen by content unless `format`
 * names one. Any string is read, in time linear in its length. Offsets point into the transcript's `text`:
 * the one given, or the one that `extractText` makes of captions and recognisers' JSON.
 */
export function readTranscript(content: string, options: ReadOptions = {}): Transcript {
  const { text, timed } = options.timed ? { text: content, timed: options.timed } : extracted(content)
  const transcript = READERS[options.format ?? recogniseFormat(text)].read(text)
  return timed.length > 0 ? { ...transcript, timed } : transcript
}

/** The content itself where it is no container, or none that can be read. */
function extracted(content: string): Extracted {
  const asText = { text: content, timed: [] }
  try {
    return extractText(content) ?? asText
  } catch (error) {
    if (error instanceof ReadError) return asText
    throw error
  }
}

/** The layout that fits the text best. */
export function recogniseFormat(text: string): Format {
  const scores = (Object.keys(READERS) as Format[]).map((format) => ({
    format,
    score: READERS[format].recognise(text),
  }))
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).format
}
