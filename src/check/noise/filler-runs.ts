import type { Span } from '../../types.js'
import type { Stretch, Unit } from './units.js'

/** Two or more hesitations in a row ("uh, uh"). */
export function fillerRunsOf(units: readonly Unit[]): Stretch[] {
  const runs: Stretch[] = []
  for (let from = 0; from < units.length; from++) {
    let to = from
    while (to < units.length && hesitations.has(units[to]!.form)) to++
    if (to - from >= 2) runs.push({ from, to })
    if (to > from) from = to
  }
  return runs
}

/** The run with the full stop that makes it a sentence of its own, or the comma that parts it off. */
export function fillerSpan(text: string, units: readonly Unit[], { from, to }: Stretch): Span {
  const { start, after } = units[from]!
  const { end } = units[to - 1]!
  const mark = /^\s*([.…。]+|[,，])/u.exec(text.slice(end, end + 8))
  const goes = mark && (/[,，]/u.test(mark[1]!) ? after !== 'space' : after === 'stop')
  return { start, end: goes ? end + mark[0].length : end }
}

export const isHesitation = (word: string): boolean => hesitations.has(word)

/** Sounds without meaning; "yes" sounds (uh-huh, mm-hmm) are not among them. */
const hesitations: ReadonlySet<string> = new Set('uh um uhm umm uhh er erm eh hm hmm mm 呃 嗯'.split(' '))
