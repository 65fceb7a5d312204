import type { Origin } from '../types.js'
import { paragraphsOf, type CleanNotice, type CleanTurn } from './clean.js'
import { textBlocks } from './text-blocks.js'

/** Every spoken word, corrected; `[Mandarin]`, `[Interpretation]` or `[English]` where the origin changes. */
export function renderVerbatim(parts: readonly (CleanTurn | CleanNotice)[]): string {
  let current: Origin = 'notice'
  return textBlocks(parts, ({ passages }) =>
    passages.flatMap((passage) => {
      const [first = '', ...rest] = paragraphsOf(passage)
      if (passage.origin === 'notice' || passage.origin === current) return [first, ...rest]
      current = passage.origin
      return [`${tags[passage.origin]} ${first}`, ...rest]
    }),
  )
}

const tags = { english: '[English]', mandarin: '[Mandarin]', interpretation: '[Interpretation]' }
