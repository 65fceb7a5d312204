import type { Span, Transcript } from '../types.js'
import { handOvers } from './hand-overs.js'
import type { Reader } from './layout.js'
import { scan } from './scan.js'

/** Run-together text without speaker marks: turns open where the words themselves say so, else there is one. */
export const plain: Reader = {
  recognise: () => 0.1,

  read: (text: string): Transcript =>
    scan(text, 'plain', ({ line }) => {
      const marks = handOvers(text, line).map(({ at, name, affiliation }) => {
        const header: Span = { start: at, end: at }
        const label = name ? text.slice(name.start, name.end).replace(/\s+/g, ' ') : ''
        return { header, speaker: { label, span: name ?? header, ...affiliation } }
      })
      return marks.length > 0 ? { marks, lines: 1 } : undefined
    }),
}
