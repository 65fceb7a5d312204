import { readFileSync } from 'node:fs'

/** A table of corpora/lexicon as written: leading comment lines, a header row, rows of cells. */
export interface Source {
  readonly comments: readonly string[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Where corpora/lexicon keeps the file. */
export const lexiconFile = (name: string): URL => new URL(`../../corpora/lexicon/${name}`, import.meta.url)

/** Reads a table. Throws Error at a row that lacks a cell or has white space at the edge of one. */
export function readSource(name: string): Source {
  const lines = readFileSync(lexiconFile(name), 'utf8').trimEnd().split('\n')
  const comments = lines.filter((line) => line.startsWith('#'))
  const [columns, ...rows] = lines.slice(comments.length).map((line) => line.split('\t'))
  for (const row of rows) {
    if (row.length !== columns!.length || row.some((cell) => cell !== cell.trim())) {
      throw new Error(
        `${name}: give "${row.join(' | ')}" ${columns!.length} cells without white space at their edges.`,
      )
    }
  }
  return { comments, columns: columns!, rows }
}

/** The file's text. */
export const writeSource = ({ comments, columns, rows }: Source): string =>
  [...comments, columns.join('\t'), ...rows.map((row) => row.join('\t')), ''].join('\n')

export const listOf = (cell: string): string[] => (cell === '' ? [] : cell.split(' / '))
