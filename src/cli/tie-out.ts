import { countFigures, type TiedFigure } from '../check/numbers/report/tie-out.js'
import { FIGURE_COLUMNS, figureRows } from '../render/figures-table.js'
import type { Paint } from '../render/report-text.js'
import { csvCell, markdownCell } from '../render/table.js'
import { displayWidth, visible } from '../render/visible.js'

/** A call's figures and where they are from. */
export interface TieOut {
  readonly path: string
  readonly text: string
  readonly figures: readonly TiedFigure[]
}

/** A line a figure for people, then the counts. */
export function tieOutText(tied: TieOut, paint: Paint): string {
  const rows = figureRows(tied.text, tied.figures).map((cells) => cells.map(visible))
  const widths = FIGURE_COLUMNS.map((name, column) =>
    Math.min(WIDEST, Math.max(name.length, ...rows.map((cells) => displayWidth(cells[column]!)))),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, widths[column]! - displayWidth(cell))))
      .join('  ')
      .trimEnd()
  const body = rows.map((cells, index) => {
    const { outcome } = tied.figures[index]!
    return outcome === 'contradicted' ? paint('error', line(cells)) : line(cells)
  })
  const head = paint('quiet', line(FIGURE_COLUMNS))
  return `${[...(rows.length > 0 ? [head] : []), ...body, `${paint('place', visible(tied.path))}: ${countsLine(tied)}`].join('\n')}\n`
}

/** Longer cells break the columns, not the line. */
const WIDEST = 36

/** The table in Markdown, then the counts. */
export function tieOutMarkdown(tied: TieOut): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(' | ')} |`
  const table = [
    row(FIGURE_COLUMNS),
    `|${FIGURE_COLUMNS.map(() => ' --- |').join('')}`,
    ...figureRows(tied.text, tied.figures).map(row),
  ]
  return `# ${markdownCell(tied.path)}\n\n${table.join('\n')}\n\n${countsLine(tied)}\n`
}

/** Comma-separated values with the file's name before each row; no cell is taken for a formula. */
export function tieOutCsv(tied: TieOut, withHeader: boolean): string {
  const rows = figureRows(tied.text, tied.figures).map((cells) => [tied.path, ...cells])
  return [...(withHeader ? [['file', ...FIGURE_COLUMNS]] : []), ...rows]
    .map((cells) => `${cells.map(csvCell).join(',')}\n`)
    .join('')
}

/** Figures as the library gives them, with their counts. */
export function tieOutJson({ path, figures }: TieOut, indented: boolean): string {
  const object = {
    version: 1,
    path,
    summary: countFigures(figures),
    figures: figures.map((figure) => ({
      ...figure,
      value: Number.isFinite(figure.value) ? figure.value : null,
    })),
  }
  return `${JSON.stringify(object, undefined, indented ? 2 : 0)}\n`
}

function countsLine({ figures }: TieOut): string {
  const { total, checked, contradicted } = countFigures(figures)
  return `figures: ${total}, checked: ${checked}, contradicted: ${contradicted}`
}
