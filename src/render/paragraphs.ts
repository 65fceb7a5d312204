import { headingOf, wordsOf, type CleanNotice, type CleanTurn, type Piece } from './clean.js'

/** Words of a clean turn in a row, with what a reader is told of where they come from. */
export interface Paragraph {
  /** E.g. `[Interpreted]`; empty where there is nothing to tell. */
  readonly tag: string
  /** None where the tag stands for the words. */
  readonly pieces: readonly Piece[]
}

/** The paragraph as plain text. */
export function paragraphText({ tag, pieces }: Paragraph): string {
  return [tag, wordsOf(pieces)].filter((words) => words !== '').join(' ')
}

/** Plain text: each turn's `Name - Title` and its paragraphs, a blank line between them all. */
export function plainText(
  parts: readonly (CleanTurn | CleanNotice)[],
  paragraphsOf: (turn: CleanTurn) => readonly Paragraph[],
): string {
  const named = namesAnybody(parts)
  const blocks = parts.flatMap((part) => {
    if (part.kind === 'notice') return [part.text]
    const own = paragraphsOf(part).map(paragraphText)
    const heading = headingOf(part, (name, title) => `${name} - ${title}`) || (named ? UNNAMED : '')
    return own.length > 0 && heading !== '' ? [heading, ...own] : own
  })
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : ''
}

/** Whether any turn has a speaker's name, so that one without is told to have none. */
export function namesAnybody(parts: readonly (CleanTurn | CleanNotice)[]): boolean {
  return parts.some((part) => part.kind === 'turn' && part.speaker !== '')
}

export const UNNAMED = 'Unidentified speaker'
