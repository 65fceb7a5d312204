import type { Transcript } from '../types.js'
import { believedLabels, candidateAt, isBelieved, labelsWithin, marksWithin } from './colon-labels.js'
import { speakerNamed, speakerOf } from './label.js'
import type { Mark, Reader } from './layout.js'
import { linesOf } from './lines.js'
import { keysOf, participantsIn, scan, type Opener } from './scan.js'

/** `Name: words`, with all its relations: times, titles in parentheses, `[spk0]`, `SPEAKER_00:`, full-width colons. */
export const colon: Reader = {
  recognise(text: string): number {
    const lines = linesOf(text)
    const opener = openerFor(text)
    let openings = 0
    for (let index = 0; index < lines.length && openings < 2; index++) {
      openings += opener({ text, lines, index, line: lines[index]! })?.marks.length ?? 0
    }
    return openings > 1 ? 0.7 : openings * 0.5
  },

  read: (text: string): Transcript => scan(text, 'colon', openerFor(text)),
}

/** Finds the labels with colons of a text, at the start of lines and inside them. */
export function openerFor(text: string): Opener {
  const lines = linesOf(text)
  const participants = participantsIn(text, lines)
  const listed = keysOf(participants)
  const written = participants.flatMap(({ name, title }) => [name, ...(title ? [title] : [])])
  const believed = new Set([...believedLabels(text, lines, listed), ...labelsWithin(text, lines)])
  return ({ line }) => {
    const marks: Mark[] = []
    const candidate = candidateAt(text, line)
    if (candidate && isBelieved(text, candidate.label, believed)) {
      marks.push({ header: candidate.header, speaker: speakerOf(text, candidate.label) })
    }
    const label =
      marks.length > 0 ? undefined : written.find((words) => text.startsWith(`${words}:`, line.start))
    if (label) {
      const name = { start: line.start, end: line.start + label.length }
      marks.push({ header: { start: name.start, end: name.end + 1 }, speaker: speakerNamed(text, name, {}) })
    }
    const words = { start: marks[0]?.header.end ?? line.start, end: line.end }
    const all = [...marks, ...marksWithin(text, words, believed)]
    return all.length > 0 ? { marks: all, lines: 1 } : undefined
  }
}
