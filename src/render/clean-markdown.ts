import { escapeMarkdown } from './markdown.js'
import { blocksOf } from './pages.js'
import type { ReviewedCall } from './reviewed.js'

/** The clean transcript as vendors deliver it, as Markdown. */
export function renderMarkdown(call: ReviewedCall): string {
  const blocks = blocksOf(call, 'vendor').flatMap((block): string[] => {
    switch (block.kind) {
      case 'notice':
        return [block.lines.map(({ text }) => escapeMarkdown(text)).join('\\\n')]
      case 'heading':
        return [
          `**${escapeMarkdown(block.name)}**${block.title === '' ? '' : ` — *${escapeMarkdown(block.title)}*`}`,
        ]
      case 'paragraph':
        return [
          [block.tag, block.text]
            .filter((words) => words !== '')
            .map(escapeMarkdown)
            .join(' '),
        ]
      case 'table':
        return []
    }
  })
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : ''
}
