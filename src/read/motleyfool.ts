import type { Transcript } from '../types.js'
import { parseLabel, speakerOf } from './label.js'
import type { Mark, Reader } from './layout.js'
import { linesOf, type Line } from './lines.js'
import { isFurniture } from './asides.js'
import { scan, type Opening, type Place } from './scan.js'

/** Markdown as of The Motley Fool: `**Name** -- *Title*` on a line of its own, or `**Name:** words`. */
export const motleyfool: Reader = {
  recognise(text: string): number {
    const openings = linesOf(text).filter((line) => markAt(text, line) !== undefined).length
    return openings > 1 ? 0.95 : openings * 0.85
  },

  read: (text: string): Transcript => scan(text, 'motleyfool', openingAt),
}

function openingAt({ text, line }: Place): Opening | undefined {
  const mark = markAt(text, line)
  return mark && { marks: [mark], lines: 1 }
}

/** UTF-16 code units a header takes at most. */
const LONGEST_HEADER = 240

const BOLD = /^(?:\*\*|__)([^*_\r\n]{1,120})(?:\*\*|__)/u
/** What may follow the name: a colon, or the title in italics to the line's end. */
const TITLE = /^\s*(?:--|[-–—]|,|\((?![^()]*:))\s*(.{1,140}?)\)?:?$/u
/** A company's sign at a stock exchange, as its page is headed: "(ABCD)", "(NYSE: ABCD)". */
const TICKER = /^\s*\((?:[A-Za-z]{2,8}\s?:\s?)?(?:[A-Z]{1,6}|\d{4,6})(?:\.[A-Z]{1,3})?\)\s*$/u

function markAt(text: string, line: Line): Mark | undefined {
  const head = text.slice(line.start, Math.min(line.end, line.start + LONGEST_HEADER))
  const bold = BOLD.exec(head)
  if (!bold || isFurniture(bold[0])) return undefined
  const label = parseLabel(text, {
    start: line.start + 2,
    end: line.start + 2 + bold[1]!.replace(/\s*:\s*$/, '').length,
  })
  if (!label) return undefined
  const rest = head.slice(bold[0].length)
  const colon = /:\s*$/.test(bold[1]!) ? '' : /^\s?(?:\([^()]{1,60}\))?:/u.exec(rest)?.[0]
  const start = line.start
  if (colon !== undefined)
    return { header: { start, end: start + bold[0].length + colon.length }, speaker: speakerOf(text, label) }
  if (line.end - line.start > LONGEST_HEADER) return undefined
  const title = TITLE.exec(rest)
  if ((!title && rest.trim() !== '') || TICKER.test(rest)) return undefined
  const detail = [label.detail, title?.[1] ?? ''].filter((part) => part !== '').join(' -- ')
  return { header: { start, end: line.end }, speaker: speakerOf(text, { name: label.name, detail }) }
}
