import { claimsOf, type Claim } from '../numbers/claims.js'
import { overlaps } from '../text/spans.js'
import type { Aligned, Finding, Span } from '../types.js'
import type { FigureView } from './view.js'

/** The figures of a call in order: what each measures, and whether the other language bears it out. */
export function figuresOfCall(doc: Aligned, findings: readonly Finding[]): FigureView[] {
  const links = doc.beads.flatMap((bead) => bead.links.filter(({ kind }) => kind === 'amount'))
  const doubted = findings.filter(
    ({ category, severity }) => severity !== 'info' && (category === 'number' || category === 'scale'),
  )
  return claimsOf(doc).map(({ figure, metric, period }): FigureView => {
    const aligned = links.flatMap((link) =>
      overlaps(link.mandarin, figure)
        ? [{ ...link.interpretation, factor: link.factor }]
        : overlaps(link.interpretation, figure)
          ? [{ ...link.mandarin, factor: link.factor }]
          : [],
    )
    const contradicted =
      doubted.some((finding) => overlaps(finding, figure)) || aligned.some(({ factor = 1 }) => factor !== 1)
    return {
      start: figure.start,
      end: figure.end,
      text: doc.text.slice(figure.start, figure.end),
      metric: nameOf(metric),
      period: period === undefined ? '' : period.kind === 'named' ? period.name : PERIODS[period.kind],
      origin: figure.origin,
      status: contradicted ? 'contradicted' : aligned.length > 0 ? 'agrees' : 'alone',
      mentions: aligned.map(({ start, end }): Span => ({ start, end })),
    }
  })
}

const PERIODS = {
  current: 'this period',
  'year-ago': 'a year ago',
  previous: 'period before',
  coming: 'guidance',
}

function nameOf(metric: Claim['metric']): string {
  return metric
    ? [metric.adjusted ? 'adjusted' : '', ...metric.words, metric.head ?? ''].filter(Boolean).join(' ')
    : ''
}
