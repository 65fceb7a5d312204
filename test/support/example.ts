import { parseMarked, type GoldError } from '../../scripts/markup.js'
import { alignPassages } from '../../src/align/align.js'
import type { Lexicon } from '../../src/lexicon/lexicon.js'
import { readTranscript } from '../../src/read/read.js'
import { segmentTranscript } from '../../src/segment/segment.js'
import type { Aligned } from '../../src/types.js'
import { originsOf } from './aligned.js'

/** A marked example as a check sees it: every stage run, the origins taken from the marks. */
export function alignedExample(
  marked: string,
  lexicon: Lexicon,
): { doc: Aligned; errors: readonly GoldError[] } {
  const { text, gold } = parseMarked(marked)
  const segmented = segmentTranscript(readTranscript(text))
  const origins = originsOf(gold.origin, segmented.turns)
  return { doc: alignPassages({ ...segmented, origins }, lexicon), errors: gold.errors }
}
