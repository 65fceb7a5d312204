import { headingOf, type CleanNotice, type CleanTurn } from './clean.js'

/** Plain text: each turn's `Name - Title` and its paragraphs, a blank line between them all. */
export function textBlocks(
  parts: readonly (CleanTurn | CleanNotice)[],
  paragraphs: (turn: CleanTurn) => readonly string[],
): string {
  const named = parts.some((part) => part.kind === 'turn' && part.speaker !== '')
  const blocks = parts.flatMap((part) => {
    if (part.kind === 'notice') return [part.text]
    const own = paragraphs(part)
    const heading =
      headingOf(part, (name, title) => `${name} - ${title}`) || (named ? 'Unidentified speaker' : '')
    return own.length > 0 && heading !== '' ? [heading, ...own] : own
  })
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : ''
}
