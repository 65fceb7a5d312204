import { paragraphsOf, type CleanNotice, type CleanTurn, type Passage } from './clean.js'
import { plainText, type Paragraph } from './paragraphs.js'
import { isForeignRemark, isInterpretedRemark } from './remarks.js'

/**
 * As transcript vendors deliver it: Mandarin stands as `[Foreign language]`, its interpretation is
 * marked `[Interpreted]` where it begins, Mandarin that nobody interpreted is kept and marked
 * `[Not interpreted]`. Plain text: a speaker's `Name - Title`, then his paragraphs.
 */
export function renderVendor(parts: readonly (CleanTurn | CleanNotice)[]): string {
  return plainText(parts, vendorParagraphs)
}

/** The paragraphs of a turn as vendors deliver them. */
export function vendorParagraphs({ passages }: CleanTurn): Paragraph[] {
  return passages.flatMap((passage, index) =>
    paragraphsOfPassage(passage, passages[index - 1], passages[index + 1]),
  )
}

function paragraphsOfPassage(
  passage: Passage,
  before: Passage | undefined,
  after: Passage | undefined,
): Paragraph[] {
  switch (passage.origin) {
    case 'english':
      return tagged(passage, '')
    case 'mandarin':
      return passage.uninterpreted
        ? tagged(passage, '[Not interpreted]')
        : [{ tag: '[Foreign language]', pieces: [] }]
    case 'interpretation':
      return tagged(passage, '[Interpreted]')
    case 'notice': {
      const replaced = [before, after].some((other) => other?.origin === 'mandarin' && !other.uninterpreted)
      const repeated = (words: string) =>
        (isInterpretedRemark(words) && after?.origin === 'interpretation') ||
        (isForeignRemark(words) && replaced)
      return tagged({ ...passage, pieces: passage.pieces.filter(({ text }) => !repeated(text)) }, '')
    }
  }
}

/** The tag stands before the first paragraph. */
function tagged(passage: Passage, tag: string): Paragraph[] {
  return paragraphsOf(passage).map((pieces, index) => ({ tag: index === 0 ? tag : '', pieces }))
}
