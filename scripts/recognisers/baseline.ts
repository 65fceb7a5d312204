import type { Confusion } from '../../src/lexicon/tables.js'
import { ngramWords } from '../../src/text/tokens.js'
import type { Edit } from '../../src/types.js'

/** What a plain list of confusions replaces: each of them wherever its words stand. */
export function plainConfusions(text: string, confusions: readonly Confusion[]): Edit[] {
  const words = ngramWords(text)
  const saidFor = new Map(confusions.map(({ heard, said }) => [heard, said]))
  const edits: Edit[] = []
  for (let from = 0; from < words.length; from++) {
    for (let to = Math.min(words.length, from + longest); to > from; to--) {
      const stretch = words.slice(from, to)
      const said = saidFor.get(stretch.map(({ word }) => word).join(' '))
      if (said === undefined || stretch.slice(1).some(({ cut }) => cut)) continue
      edits.push({ start: stretch[0]!.span.start, end: stretch.at(-1)!.span.end, insert: said })
      from = to - 1
      break
    }
  }
  return edits
}

/** Words of a confusion at most. */
const longest = 4
