import type { Transcript } from '../types.js'
import { speakerNamed } from './label.js'
import type { Reader } from './layout.js'
import { beforeBlank } from './lines.js'
import { scan, type Opening, type Place } from './scan.js'
import { isTitleLine, splitTitle } from './titles.js'

/** Blocks as EarningsCall delivers them: a line "speaker", the name, a line with the title, a blank line, words. */
export const earningscall: Reader = {
  recognise(text: string): number {
    const openings = text.match(/^[ \t]*speaker[ \t]*\r?\n[ \t]*\S/gim)?.length ?? 0
    return openings > 1 ? 1 : openings * 0.9
  },

  read: (text: string): Transcript => scan(text, 'earningscall', openingAt),
}

function openingAt({ text, lines, index, line }: Place): Opening | undefined {
  if (!isOpener(text.slice(line.start, Math.min(line.end, line.start + 8)))) return undefined
  const name = lines[index + 1]
  if (!name || name.afterBlank || name.end - name.start > LONGEST_NAME) {
    const mark = {
      header: { start: line.start, end: line.end },
      speaker: speakerNamed(text, { start: line.end, end: line.end }, {}),
    }
    return { marks: [mark], lines: 1 }
  }
  const title = lines[index + 2]
  const isTitled =
    title !== undefined &&
    !title.afterBlank &&
    beforeBlank(lines, index + 2) &&
    isTitleLine(text.slice(title.start, Math.min(title.end, title.start + 141)))
  const end = isTitled ? title.end : name.end
  const affiliation = isTitled ? splitTitle(text.slice(title.start, title.end)) : {}
  const speaker = speakerNamed(text, { start: name.start, end: name.end }, affiliation)
  return { marks: [{ header: { start: line.start, end }, speaker }], lines: isTitled ? 3 : 2 }
}

/** UTF-16 code units; a longer line after "speaker" is somebody's words. */
const LONGEST_NAME = 80

const isOpener = (words: string): boolean => /^speaker$/i.test(words)
