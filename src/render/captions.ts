import type { Origin, Span, Timed } from '../types.js'
import { cleanTranscript } from './clean.js'
import { correctedTexts } from './corrected.js'
import { printable } from './escape.js'
import { overlapping } from './ordered.js'
import type { ReviewedCall } from './reviewed.js'
import { displayWidth } from './visible.js'

/** A caption: at most two lines of {@link LINE} columns, times in seconds. */
export interface Cue {
  readonly from: number
  readonly to: number
  /** Told where the speaker changes. */
  readonly speaker?: string
  readonly lines: readonly string[]
}

/** Whose words captions show: the English that was spoken and interpreted, or all that was spoken. */
export type CaptionWords = 'english' | 'all'

/**
 * The corrected words as captions at the times of the recording; none where the call has no times. A cue of
 * the input stays one cue if it is readable, words timed alone are put together; the times of parts are
 * interpolated by letters.
 */
export function cuesOf(call: ReviewedCall, words: CaptionWords = 'english'): Cue[] {
  const atoms = atomsOf(call, words)
  const letters = atoms.reduce((sum, { text }) => sum + text.length, 0)
  const byWord = letters < atoms.length * SHORT
  const cues: Cue[] = []
  let speaker: string | undefined
  for (const atom of byWord ? joined(atoms) : atoms) {
    const isNew = atom.speaker !== speaker && atom.speaker !== ''
    speaker = atom.speaker
    for (const [index, part] of parted(atom, isNew).entries())
      cues.push({ ...part, ...(isNew && index === 0 && { speaker }) })
  }
  return cues
}

/** Captions as SubRip; a new speaker's name and a colon stand before his words. */
export function renderSrt(call: ReviewedCall, words?: CaptionWords): string {
  return cuesOf(call, words)
    .map(({ from, to, speaker, lines }, index) => {
      const [first = '', ...rest] = lines.map(plainLine)
      const said = [speaker === undefined ? first : `${plainLine(speaker)}: ${first}`, ...rest]
      return `${index + 1}\n${clock(from, ',')} --> ${clock(to, ',')}\n${said.join('\n')}\n`
    })
    .join('\n')
}

/** Captions as WebVTT; a new speaker is a voice. */
export function renderVtt(call: ReviewedCall, words?: CaptionWords): string {
  const cues = cuesOf(call, words).map(({ from, to, speaker, lines }) => {
    const voice = speaker === undefined ? '' : `<v ${escaped(speaker)}>`
    return `\n${clock(from, '.')} --> ${clock(to, '.')}\n${voice}${lines.map(escaped).join('\n')}\n`
  })
  return `WEBVTT\n${cues.join('')}`
}

/** Columns of a line, lines of a cue, seconds that words timed alone are shown together, and a pause that parts them. */
const LINE = 42
const LINES = 2
const LONGEST = 6
const PAUSE = 1

/** Letters that timed words have at most on average; cues have more. */
const SHORT = 12

interface Atom {
  readonly from: number
  readonly to: number
  readonly speaker: string
  readonly text: string
}

const spoken: Readonly<Record<CaptionWords, readonly Origin[]>> = {
  english: ['english', 'interpretation'],
  all: ['english', 'interpretation', 'mandarin'],
}

/** The corrected words of each time given, by speaker; what has no time goes with the words before it. */
function atomsOf({ doc, plan }: ReviewedCall, words: CaptionWords): Atom[] {
  const timed = doc.timed ?? []
  const placed = cleanTranscript(doc, { edits: plan.edits })
    .flatMap((part) => (part.kind === 'turn' ? part.passages.flatMap(({ pieces }) => pieces) : []))
    .filter(({ origin }) => spoken[words].includes(origin))
    .flatMap((piece) => timesIn(doc.text, piece, timed).map((span) => ({ ...span, speaker: piece.speaker })))
    .toSorted((a, b) => a.start - b.start)
  const texts = correctedTexts(doc.text, placed, plan.edits)
  return placed
    .map(({ from, to, speaker }, index) => ({ from, to, speaker, text: texts[index]! }))
    .filter(({ text }) => text !== '')
}

/** The piece cut where a time begins, never inside a word. */
function timesIn(
  text: string,
  piece: Span,
  timed: readonly Timed[],
): (Span & { from: number; to: number })[] {
  const parts: { start: number; end: number; from: number; to: number }[] = []
  for (const time of overlapping(timed, piece)) {
    const start = Math.max(time.start, piece.start)
    const at = (offset: number): number =>
      time.from + ((time.to - time.from) * (offset - time.start)) / (time.end - time.start)
    const [from, to] = [at(start), at(Math.min(time.end, piece.end))]
    const last = parts.at(-1)
    if (last && !border.test(text.slice(start - 1, start + 1))) last.to = Math.max(last.to, to)
    else parts.push({ start: last ? start : piece.start, end: piece.end, from, to })
    if (last && parts.at(-1) !== last) last.end = start
  }
  return parts
}

/** Two signs between which a word ends. */
const border = /^\s|^\p{Script=Han}|^.\p{Script=Han}/u

/** Words timed alone, as many as one cue holds, up to a sentence's end, a pause or another speaker. */
function joined(atoms: readonly Atom[]): Atom[] {
  const result: Atom[] = []
  for (const atom of atoms) {
    const last = result.at(-1)
    const text = last && togetherWith(last.text, atom.text)
    const fits =
      last?.speaker === atom.speaker &&
      !/[.?!。？！]["”’)]?$/u.test(last.text) &&
      atom.from - last.to <= PAUSE &&
      atom.to - last.from <= LONGEST &&
      linesOf(text!).length <= LINES
    if (fits) result.splice(-1, 1, { ...last, to: Math.max(last.to, atom.to), text: text! })
    else result.push(atom)
  }
  return result
}

const togetherWith = (a: string, b: string): string =>
  /\p{Script=Han}$/u.test(a) && /^\p{Script=Han}/u.test(b) ? a + b : `${a} ${b}`

/** The words as cues that are short enough, with their share of the time. */
function parted({ from, to, speaker, text }: Atom, named: boolean): Omit<Cue, 'speaker'>[] {
  const lead = named ? displayWidth(speaker) + 2 : 0
  const lines = linesOf(text, lead)
  const cues: Omit<Cue, 'speaker'>[] = []
  const letters = lines.reduce((sum, line) => sum + line.length, 0)
  let before = 0
  for (let index = 0; index < lines.length; index += LINES) {
    const own = lines.slice(index, index + LINES)
    const after = before + own.reduce((sum, line) => sum + line.length, 0)
    const at = (count: number): number => from + ((to - from) * count) / letters
    cues.push({ from: at(before), to: Math.max(at(after), at(before) + 0.001), lines: own })
    before = after
  }
  return cues
}

/** The words in lines; a word that is longer than a line has one of its own. */
function linesOf(text: string, lead = 0): string[] {
  const lines: string[] = []
  let line = ''
  let width = lead
  for (const [unit] of text.matchAll(
    /\p{Script=Han}[^\s\p{Script=Han}\p{L}\p{N}]*\s?|[^\s\p{Script=Han}]+\s?/gu,
  )) {
    const own = displayWidth(unit.trimEnd())
    if (line !== '' && width + own > LINE) {
      lines.push(line.trimEnd())
      line = ''
      width = 0
    }
    line += unit
    width += displayWidth(unit)
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** "01:02:03,400" */
function clock(seconds: number, point: string): string {
  const thousandths = Math.round(seconds * 1000)
  const two = (count: number): string => String(count).padStart(2, '0')
  const whole = Math.floor(thousandths / 1000)
  const time = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map(two).join(':')
  return `${time}${point}${String(thousandths % 1000).padStart(3, '0')}`
}

/** Words that no player takes for a time, a tag or a style. */
const plainLine = (words: string): string =>
  printable(words)
    .replaceAll('-->', '→')
    .replace(/<(?=[/!?\p{L}\d])/gu, '‹')
    .replace(/\{(?=\\)/gu, '(')

const escaped = (words: string): string =>
  printable(words)
    .replace(/[\r\n]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
