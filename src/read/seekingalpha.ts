import type { Participant, Transcript } from '../types.js'
import { openerFor } from './colon.js'
import { affiliationEnd, byName, standalone, tail, titleBelow, type Known } from './own-line.js'
import { speakerNamed } from './label.js'
import type { Mark, Reader } from './layout.js'
import { linesOf } from './lines.js'
import { listsIn, participantsIn, scan, type Opener, type Opening, type Place } from './scan.js'
import type { Affiliation } from './titles.js'

/**
 * Names on lines of their own, with lists of participants at the top, as of Seeking Alpha. Also reads
 * what such pages become when copied: a name left at the end of the paragraph before, `Name: words`.
 */
export const seekingalpha: Reader = {
  recognise(text: string): number {
    const lines = linesOf(text)
    const lists = listsIn(text, lines)
    const known = byName(lists.flatMap(({ participants }) => participants))
    let openings = 0
    for (let index = 0, next = 0; index < lines.length && openings < 3; index++) {
      while (lists[next] && lists[next]!.notice.end <= lines[index]!.start) next++
      const isInList = lists[next] !== undefined && lists[next]!.notice.start <= lines[index]!.start
      if (!isInList && nameOpening({ text, lines, index, line: lines[index]! }, known)) openings++
    }
    if (lists.length > 0 && openings > 0) return 0.9
    return openings > 2 ? 0.8 : openings * 0.2
  },

  read(text: string): Transcript {
    const lines = linesOf(text)
    return scan(text, 'seekingalpha', openings(text, participantsIn(text, lines)))
  },
}

function openings(text: string, participants: readonly Participant[]): Opener {
  const known = byName(participants)
  const colons = openerFor(text)
  return (place) => {
    const own = standaloneOpening(place, known)
    if (own) return own
    const labelled = (colons(place)?.marks ?? []).map((mark) => withAffiliation(place, mark, known))
    const last = tailOpening(
      { ...place, line: { ...place.line, start: labelled.at(-1)?.header.end ?? place.line.start } },
      known,
    )
    const marks = [...labelled, ...(last?.marks ?? [])]
    return marks.length > 0 ? { marks, lines: last?.lines ?? 1 } : undefined
  }
}

const nameOpening = (place: Place, known: Known): Opening | undefined =>
  standaloneOpening(place, known) ?? tailOpening(place, known)

function standaloneOpening(place: Place, known: Known): Opening | undefined {
  const { text, line } = place
  const label = standalone(place, known)
  if (!label) return undefined
  const below = titleBelow(place, text.slice(label.name.start, label.name.end), known)
  const affiliation = label.affiliation ?? below?.affiliation ?? {}
  const header = { start: line.start, end: below?.end ?? line.end }
  return { marks: [{ header, speaker: speakerNamed(text, label.name, affiliation) }], lines: below ? 2 : 1 }
}

function tailOpening(place: Place, known: Known): Opening | undefined {
  const { text, line } = place
  const name = tail(place, known)
  if (!name) return undefined
  const below = titleBelow(place, text.slice(name.start, name.end), known)
  const header = { start: name.start, end: below?.end ?? line.end }
  return {
    marks: [{ header, speaker: speakerNamed(text, name, below?.affiliation ?? {}) }],
    lines: below ? 2 : 1,
  }
}

/** Takes a listed title or house that follows "Name:" into the header: "Name: Acme Bank, Research Division …". */
function withAffiliation({ text, line }: Place, mark: Mark, known: Known): Mark {
  const { end, affiliation } = affiliationEnd(text, mark.header.end, line.end, known)
  const own: Affiliation = (mark.speaker.title ?? mark.speaker.firm) ? {} : (affiliation ?? {})
  return { header: { start: mark.header.start, end }, speaker: { ...mark.speaker, ...own } }
}
