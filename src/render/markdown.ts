import { visible } from './visible.js'

/**
 * Words that Markdown shows as they are: markup, table, HTML and formula signs are escaped, white space
 * is folded, signs that nobody sees are written out.
 */
export function escapeMarkdown(words: string): string {
  return visible(words.replace(/\s+/gu, ' ').trim())
    .replace(/[\\`*_[\]<>|~$]|&(?=#|\w+;)/g, '\\$&')
    .replace(/^(?:[#+=-]|:)/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}
