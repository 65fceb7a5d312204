import { alignPassages } from '../../src/align/align.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import type { Aligned, Bead } from '../../src/types.js'
import type { AnnotatedCall } from '../annotated.js'
import { linkF1 } from '../measures.js'
import type { CallAlignment } from './alignment.js'
import { alignByLength } from './gale-church.js'

/** Ways to align a call whose origins are known. */
const aligners: Readonly<Record<string, (doc: Aligned) => readonly Bead[]>> = {
  jiaodui: (doc) => alignPassages(doc, defaultLexicon()).beads,
  'lengths, a passage at a time': (doc) => alignByLength(doc, 'passage'),
  'lengths, the whole call': (doc) => alignByLength(doc, 'call'),
}

/** Link F1 and time of each aligner over the calls, the mean and the median call. */
export function alignerTable(
  calls: readonly AnnotatedCall[],
  aligned: readonly CallAlignment[],
  runs = 3,
): string {
  const rows = Object.entries(aligners).map(([name, align]) => {
    const results = calls.map(({ text, gold }, index) => {
      const { doc } = aligned[index]!
      let beads: readonly Bead[] = []
      const times = Array.from({ length: runs }, () => {
        const start = performance.now()
        beads = align(doc)
        return performance.now() - start
      })
      const { f1 } = linkF1(text, gold, { origins: doc.origins, alignment: beads, findings: [] })
      return { f1, milliseconds: median(times) }
    })
    const scores = results.map(({ f1 }) => f1)
    const mean = scores.reduce((sum, f1) => sum + f1, 0) / scores.length
    const figures = [mean, Math.min(...scores), Math.max(...scores)].map((f1) => f1.toFixed(3).padStart(9))
    const time = median(results.map(({ milliseconds }) => milliseconds))
    return `${name.padEnd(34)}${figures.join('')}${time.toFixed(1).padStart(12)}`
  })
  return [`${'aligner, origins given'.padEnd(34)}  link F1   lowest  highest   ms a call`, ...rows].join('\n')
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
