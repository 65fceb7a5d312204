import { paragraphsOf, type CleanNotice, type CleanTurn, type Passage } from './clean.js'
import { textBlocks } from './text-blocks.js'
import { isForeignRemark, isInterpretedRemark } from './remarks.js'

/**
 * As transcript vendors deliver it: Mandarin stands as `[Foreign language]`, its interpretation is
 * marked `[Interpreted]` where it begins, Mandarin that nobody interpreted is kept and marked
 * `[Not interpreted]`. Plain text: a speaker's `Name - Title`, then his paragraphs.
 */
export function renderVendor(parts: readonly (CleanTurn | CleanNotice)[]): string {
  return textBlocks(parts, ({ passages }) =>
    passages.flatMap((passage, index) => vendorParagraphs(passage, passages[index - 1], passages[index + 1])),
  )
}

function vendorParagraphs(
  passage: Passage,
  before: Passage | undefined,
  after: Passage | undefined,
): string[] {
  const [first = '', ...rest] = paragraphsOf(passage)
  switch (passage.origin) {
    case 'english':
      return [first, ...rest]
    case 'mandarin':
      return passage.uninterpreted ? [`[Not interpreted] ${first}`, ...rest] : ['[Foreign language]']
    case 'interpretation':
      return [`[Interpreted] ${first}`, ...rest]
    case 'notice': {
      const replaced = [before, after].some((other) => other?.origin === 'mandarin' && !other.uninterpreted)
      const repeated = (words: string) =>
        (isInterpretedRemark(words) && after?.origin === 'interpretation') ||
        (isForeignRemark(words) && replaced)
      return paragraphsOf({ ...passage, pieces: passage.pieces.filter(({ text }) => !repeated(text)) })
    }
  }
}
