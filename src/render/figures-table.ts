import { lineIndex } from '../text/lines.js'
import type { Span } from '../types.js'
import { renderXlsx } from './xlsx.js'

/** A figure of the call with what it was held against. */
export interface FigureOfCall extends Span {
  readonly words: string
  /** In units, percentages as stated; NaN where the digits cannot be read. */
  readonly value: number
  readonly metric?: string
  readonly entity?: string
  readonly period?: string
  readonly role: string
  readonly mentions: readonly Span[]
  readonly checks: readonly {
    readonly kind: string
    readonly holds: boolean
    readonly others: readonly Span[]
  }[]
  readonly outcome: string
}

export const FIGURE_COLUMNS = [
  'line',
  'figure',
  'metric',
  'entity',
  'period',
  'role',
  'outcome',
  'told again',
  'checks',
] as const

/** A row a figure, in the order of the text; places are `line:column`, from 1. */
export function figureRows(text: string, figures: readonly FigureOfCall[]): string[][] {
  const lines = lineIndex(text)
  const place = ({ start }: Span): string => {
    const { line, column } = lines.position(start)
    return `${line}:${column}`
  }
  return figures.map((figure) => [
    place(figure),
    figure.words.replaceAll(/\s+/gu, ' '),
    figure.metric ?? '',
    figure.entity ?? '',
    figure.period ?? '',
    figure.role === 'other' ? '' : figure.role,
    figure.outcome,
    figure.mentions.map(place).join(' '),
    figure.checks
      .map(
        ({ kind, holds, others }) =>
          `${kind}${holds ? '' : ' fails'}${others.length > 0 ? ` (${others.map(place).join(' ')})` : ''}`,
      )
      .join('; '),
  ])
}

/** The figures as an XLSX workbook, each with its value as a number. */
export function figuresXlsx(text: string, figures: readonly FigureOfCall[]): Promise<Uint8Array> {
  const rows = figureRows(text, figures).map(([line, words, ...rest], index) => {
    const { value } = figures[index]!
    return [line!, words!, Number.isFinite(value) ? value : '', ...rest]
  })
  const [line, words, ...rest] = FIGURE_COLUMNS
  const columns = [line, words, 'value', ...rest].map((name) => ({ name, wide: name === 'checks' }))
  return renderXlsx({ name: 'Figures', columns, rows })
}
