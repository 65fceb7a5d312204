import { rolesOf, type Role } from '../text/roles.js'
import type { Identified, Origin, Span } from '../types.js'
import { cuesOf, type Cue } from './cues.js'
import { labelKind, nameKey, wordsOf } from './labels.js'

/** Where the transcript says that somebody takes part. */
export interface RosterEvidence extends Span {
  readonly kind: Cue['kind'] | 'listed' | 'label'
}

/** Somebody who speaks on the call, or is listed. */
export interface Person {
  readonly name: string
  readonly role: Role
  readonly title?: string
  readonly firm?: string
  /** Indices into `turns` of those under his name. */
  readonly turns: readonly number[]
  /** Letters under his name by origin. */
  readonly letters: Readonly<Record<Origin, number>>
  /** In the order listed, label, then as the call goes; of labels the first only. */
  readonly evidence: readonly RosterEvidence[]
}

/** Who speaks on a call, from its own script. */
export interface Roster {
  readonly people: readonly Person[]
  readonly cues: readonly Cue[]
  /** Whom each cue tells of, where he is of the call. */
  readonly told: ReadonlyMap<Cue, Person>
}

/** The people of the list, of the labels and of the announcements, each once, with what tells of them. */
export function rosterOf(doc: Identified): Roster {
  const cues = cuesOf(doc)
  const drafts: Drafts = { byKey: new Map(), byWord: new Map() }
  const draftOf = (name: string) => draft(drafts, name)
  for (const { name, span, title, firm } of doc.participants)
    note(draftOf(name), 'listed', span, { title, firm })
  const roles = rolesOf(doc)
  const letters = lettersByTurn(doc)
  doc.turns.forEach(({ speaker }, turn) => {
    if (speaker.label === '') return
    const person = draftOf(speaker.label)
    if (person.turns.length === 0) note(person, 'label', speaker.span, speaker)
    person.turns.push(turn)
    if (person.role === 'unknown') person.role = roles[turn]!
    for (const [origin, count] of letters[turn]!) person.letters[origin] += count
  })
  const told = new Map<Cue, Person>()
  for (const cue of cues) {
    if (cue.kind !== 'called' && !isNamed(drafts, cue)) continue
    const person = draftOf(fullNameOf(drafts, cue.name))
    told.set(cue, person)
    note(person, cue.kind, cue, cue.kind === 'handed' ? {} : { firm: cue.firm })
    if (cue.kind === 'called' && person.role === 'unknown') person.role = 'analyst'
  }
  return { people: [...drafts.byKey.values()], cues, told }
}

interface Draft {
  readonly name: string
  role: Role
  title?: string
  firm?: string
  readonly turns: number[]
  readonly letters: Record<Origin, number>
  readonly evidence: RosterEvidence[]
}

interface Drafts {
  readonly byKey: Map<string, Draft>
  /** People who bear a word, at most two: more are as ambiguous. */
  readonly byWord: Map<string, Draft[]>
}

function draft({ byKey, byWord }: Drafts, name: string): Draft {
  const key = nameKey(name) || name
  let known = byKey.get(key)
  if (!known) {
    const letters = { english: 0, mandarin: 0, interpretation: 0, notice: 0 }
    known = { name, role: 'unknown', turns: [], letters, evidence: [] }
    byKey.set(key, known)
    if (labelKind(name) !== 'name') return known
    for (const word of new Set(wordsOf(name))) {
      const bearers = byWord.get(word)
      if (!bearers) byWord.set(word, [known])
      else if (bearers.length < 2) bearers.push(known)
    }
  }
  return known
}

function note(
  person: Draft,
  kind: RosterEvidence['kind'],
  { start, end }: Span,
  { title, firm }: { readonly title?: string | undefined; readonly firm?: string | undefined },
): void {
  if (end > start) person.evidence.push({ kind, start, end })
  if (title && person.title === undefined) person.title = title
  if (firm && person.firm === undefined) person.firm = firm
}

/** Hand-overs and introductions tell of people of labels, lists and announcements only. */
const isNamed = (drafts: Drafts, { name }: Cue): boolean =>
  drafts.byKey.has(nameKey(fullNameOf(drafts, name)))

/** The one person of the call who bears the words of the name; else the name itself. */
function fullNameOf({ byKey, byWord }: Drafts, name: string): string {
  if (byKey.has(nameKey(name))) return name
  const [first, ...rest] = wordsOf(name)
  const [bearer, other] = byWord.get(first ?? '') ?? []
  if (!bearer || other) return name
  const own = wordsOf(bearer.name)
  return rest.every((word) => own.includes(word)) ? bearer.name : name
}

function lettersByTurn({ turns, origins }: Identified): Map<Origin, number>[] {
  const counts = turns.map(() => new Map<Origin, number>())
  for (const { turn, origin, start, end } of origins) {
    const own = counts[turn]
    own?.set(origin, (own.get(origin) ?? 0) + end - start)
  }
  return counts
}
