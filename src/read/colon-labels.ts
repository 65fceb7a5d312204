import type { Span } from '../types.js'
import { isCertain, parseLabel, speakerOf, type Label } from './label.js'
import type { Mark } from './layout.js'
import type { Line } from './lines.js'
import { isColonLabel, isFullName, isRoleLabel, nameKey } from './names.js'

/** What a line that may open a turn holds: the header with its colon, and the label before it. */
export interface Candidate {
  readonly header: Span
  readonly label: Label
}

/** The label at the start of a line: "Name: …", "Name (Title)： …", "[spk0] …", "Name 00:12" alone. */
export function candidateAt(text: string, line: Span): Candidate | undefined {
  const head = text.slice(line.start, Math.min(line.end, line.start + HEAD))
  const bracketed = BRACKETED.exec(head)
  if (bracketed) {
    const start = line.start + bracketed[0].indexOf(bracketed[1]!)
    const name = { start, end: start + bracketed[1]!.length }
    return {
      header: { start: line.start, end: line.start + bracketed[0].trimEnd().length },
      label: { name, detail: '', timed: false },
    }
  }
  for (const colon of head.matchAll(COLON)) {
    const label = parseLabel(text, { start: line.start, end: line.start + colon.index })
    if (!label) continue
    const after = TRAILER.exec(head.slice(colon.index + 1))?.[0].trimEnd().length ?? 0
    return { header: { start: line.start, end: line.start + colon.index + 1 + after }, label }
  }
  const whole = line.end - line.start <= 80 ? parseLabel(text, line) : undefined
  return whole?.timed ? { header: { start: line.start, end: line.end }, label: whole } : undefined
}

/** The labels of a text that are believed to be speakers', by key. */
export function believedLabels(
  text: string,
  lines: readonly Line[],
  listed: ReadonlySet<string>,
): ReadonlySet<string> {
  const counts = new Map<string, number>()
  const believed = new Set(listed)
  const numbered: string[] = []
  for (const line of lines) {
    const candidate = candidateAt(text, line)
    if (!candidate) continue
    if (candidate.header.start < candidate.label.name.start && text[candidate.label.name.start - 1] === '[') {
      numbered.push(nameKey(text.slice(candidate.label.name.start, candidate.label.name.end)))
      continue
    }
    const name = text.slice(candidate.label.name.start, candidate.label.name.end)
    const key = nameKey(name)
    counts.set(key, (counts.get(key) ?? 0) + 1)
    const spokenFor =
      isCertain(text, candidate.label) || (isFullName(name) && !/^\p{Script=Han}+$/u.test(name.trim()))
    if (spokenFor || counts.get(key) === 2) believed.add(key)
  }
  const parts = [...counts.keys()].filter((key) => isColonLabel(key))
  if (parts.length > 1) for (const key of parts) believed.add(key)
  if (numbered.length > 1) for (const key of numbered) believed.add(key)
  return believed
}

export const isBelieved = (text: string, label: Label, believed: ReadonlySet<string>): boolean =>
  believed.has(nameKey(text.slice(label.name.start, label.name.end)))

/** The turns that open inside a line: a believed label after a sentence's end, "… Thank you. Operator: Our …". */
export function marksWithin(text: string, line: Span, believed: ReadonlySet<string>): readonly Mark[] {
  const words = text.slice(line.start, line.end)
  const marks: Mark[] = []
  for (const match of words.matchAll(INLINE)) {
    const start = line.start + match.index + match[1]!.length
    const header = { start, end: start + match[2]!.length + 1 }
    const label = parseLabel(text, { start, end: header.end - 1 })
    if (!label) continue
    const name = text.slice(label.name.start, label.name.end)
    if (isRoleLabel(name) || (isFullName(name) && isBelieved(text, label, believed))) {
      marks.push({ header, speaker: speakerOf(text, label) })
    }
  }
  return marks
}

/** Labels inside lines that come at least twice, for texts that have no line ends. */
export function labelsWithin(text: string, lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    for (const match of text.slice(line.start, line.end).matchAll(INLINE)) {
      if (isFullName(match[2]!) || isColonLabel(match[2]!))
        counts.set(nameKey(match[2]!), (counts.get(nameKey(match[2]!)) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([key]) => key))
}

/** UTF-16 code units of a line that a label and its colon stand in. */
const HEAD = 170

const BRACKETED = /^\[((?:spk|spkr|speaker|s)?[ _]?\d{1,2})\](?::|\s|$)\s?/iu
/** A colon that ends a label: a time or an address goes on without a space. */
const COLON = /:(?=\s|$|\*|\p{Script=Han})|：/gu
const TRAILER = /^\**(?:\s?[[(]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,3})?[\])])?/u
const INLINE =
  /([.?!…。？！\])”"]\s+|[。？！]\s*)([\p{Lu}\p{Script=Han}][^.:：?!,;。？！，；\r\n]{1,60})[:：]/gu
