import type { Person, RosterEvidence } from '../speakers/roster.js'
import { lineIndex } from '../text/lines.js'
import { visible } from './visible.js'

/** Who speaks on a call, for people: name, part, what tells of him, and his turns. `text` is the transcript's. */
export function renderRosterText(people: readonly Person[], text: string): string {
  const lines = lineIndex(text)
  const proof = ({ kind, start, end }: RosterEvidence) =>
    `    ${notes[kind]}, line ${lines.position(start).line}: ${visible(text.slice(start, end))}\n`
  const blocks = people.map((person) => {
    const part = [person.role, person.title, person.firm].filter((one) => one && one !== 'unknown')
    const who = [person.name, ...new Set(part)].join(', ')
    return `  ${visible(who)}: ${turnsOf(person)}\n${person.evidence.map(proof).join('')}`
  })
  return people.length === 0 ? 'Nobody is named.\n' : `Speakers\n${blocks.join('')}`
}

const notes: Readonly<Record<RosterEvidence['kind'], string>> = {
  listed: 'in the list of participants',
  label: 'first as a speaker',
  called: 'called up',
  handed: 'given the floor',
  self: 'gives his or her name',
}

/** "3 turns, english and mandarin". */
function turnsOf({ turns, letters }: Person): string {
  if (turns.length === 0) return 'no turn'
  const spoken = (['english', 'mandarin', 'interpretation'] as const).filter((origin) => letters[origin] > 0)
  const number = `${turns.length} ${turns.length === 1 ? 'turn' : 'turns'}`
  return spoken.length === 0 ? number : `${number}, ${spoken.join(' and ')}`
}
