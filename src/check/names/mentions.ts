import type { Lexicon } from '../../lexicon/lexicon.js'
import type { Title } from '../../lexicon/tables.js'
import { isStopWord } from '../../text/stop-words.js'
import type { Aligned, Span, Turn } from '../../types.js'
import { capitalRuns, type Speech } from './capitalised.js'

/** How a person comes to be named. */
export type MentionKind =
  /** In the list of participants. */
  | 'listed'
  /** As the speaker of a turn. */
  | 'label'
  /** "I am …" */
  | 'self'
  /** "Our next question comes from …" */
  | 'called'
  /** "Mr. …", "Dr. …", "President …" */
  | 'titled'
  /** Capitalised words like a full name of the call. */
  | 'plain'

/** A person's name, or part of it, where it stands. */
export interface Mention extends Span {
  readonly kind: MentionKind
  readonly words: readonly NamePart[]
  /** Index into `turns`; −1 outside. */
  readonly turn: number
}

export interface NamePart extends Span {
  readonly form: string
}

/** Every place where the transcript says that somebody bears a name, in the order of the text within a kind. */
export function mentionsOf(doc: Aligned, speech: Speech, { tables }: Lexicon): Mention[] {
  const { text, turns, participants } = doc
  const office = officeWords(tables.titles)
  const mention = (kind: MentionKind, span: Span, turn: number): Mention[] => {
    const words = namePartsOf(text, span, office)
    const last = words.at(-1)
    // After "Mr." a name stands, whatever it looks like.
    const courteous =
      kind === 'titled' &&
      /\b(?:Mr|Ms|Mrs|Dr)\.[ \t]+$/u.test(text.slice(Math.max(0, span.start - 6), span.start))
    const grammar =
      kind !== 'label' &&
      kind !== 'called' &&
      !courteous &&
      words.some(({ form }, at) => (kind !== 'self' || at === 0) && isStopWord(form.toLowerCase()))
    const fit =
      last && words.length <= 4 && !words.some(({ form }) => office.has(form.toLowerCase())) && !grammar
    return fit ? [{ kind, start: words[0]!.start, end: last.end, words, turn }] : []
  }
  const named = [
    ...participants.flatMap(({ span }) => mention('listed', span, -1)),
    ...turns.flatMap(({ speaker }, turn) => (isPerson(speaker) ? mention('label', speaker.span, turn) : [])),
    ...turns.flatMap(({ body }, turn) =>
      body.flatMap((paragraph) =>
        spoken(text, paragraph).flatMap(({ kind, ...span }) => mention(kind, span, turn)),
      ),
    ),
  ]
  return [...named, ...plainMentions(named, speech, (span, turn) => mention('plain', span, turn))]
}

/** Runs of capitalised words that have a word in common with a full name, elsewhere than in a mention. */
function plainMentions(
  named: readonly Mention[],
  speech: Speech,
  mention: (span: Span, turn: number) => Mention[],
): Mention[] {
  const full = named.filter(({ words }) => words.length > 1)
  const known = new Set(full.flatMap(({ words }) => words.map(({ form }) => form.toLowerCase())))
  const initials = new Set(full.map(({ words }) => words[0]!.form[0]!.toLowerCase()))
  const taken = new Set(named.flatMap(({ words }) => words.map(({ start }) => start)))
  return speech.flatMap(({ words, turn }) =>
    capitalRuns(words).flatMap(({ from, to }) => {
      const run = words.slice(from, to)
      if (run.length < 2 || run.length > 4 || run.some(({ start }) => taken.has(start))) return []
      const akin =
        run.some(({ lower }) => known.has(lower)) || (run.length === 3 && initials.has(run[0]!.lower[0]!))
      return akin ? mention({ start: run[0]!.start, end: run.at(-1)!.end }, turn) : []
    }),
  )
}

const isPerson = ({ label, span }: Turn['speaker']): boolean =>
  span.end > span.start &&
  /^\p{Lu}\p{L}/u.test(label) &&
  !/\d|\b(?:operator|moderator|coordinator|speaker|analyst|unidentified|unknown|interpreter|translator|representative|participant|executive|company)\b/iu.test(
    label,
  )

/** Words of titles, which are no names; "Chairman Fan" is a title and a name. */
function officeWords(titles: readonly Title[]): Set<string> {
  const words = titles.flatMap(({ en }) => en.match(/\p{L}*\p{Ll}\p{L}*/gu) ?? [])
  return new Set([
    ...words.map((word) => word.toLowerCase()),
    ...'operator group company inc ltd limited holdings quarter earnings conference call section form act mr ms mrs dr just thank thanks hello hi good'.split(
      ' ',
    ),
  ])
}

const PART = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*`
const NAME = String.raw`${PART}(?:[ \t]+${PART}){0,3}`
const patterns: readonly { readonly kind: MentionKind; readonly pattern: RegExp }[] = [
  {
    kind: 'self',
    pattern: new RegExp(String.raw`\b(?:I am|I['’]m|[Tt]his is|[Mm]y name is)[ \t]+(${NAME})`, 'gu'),
  },
  {
    kind: 'called',
    pattern: new RegExp(
      String.raw`\b(?:line of|question (?:today )?(?:is|comes|will come|coming)(?: up)? from|[Nn]ext question,|follow[- ]up from)[ \t]+(?:the line of[ \t]+)?(?:(?:Mr|Ms|Mrs|Dr)\.[ \t]*)?(${NAME})(?=[ \t]+(?:from|of|with|at)\b|[,.])`,
      'gu',
    ),
  },
  {
    kind: 'titled',
    pattern: new RegExp(
      String.raw`\b(?:Mr|Ms|Mrs|Miss|Mister|Dr|Prof|President|Chairman|Chairwoman|Director)\b\.?[ \t]+(${NAME})`,
      'gu',
    ),
  },
]

function spoken(text: string, { start, end }: Span): (Span & { readonly kind: MentionKind })[] {
  const words = text.slice(start, end)
  return patterns.flatMap(({ kind, pattern }) =>
    [...words.matchAll(pattern)].map((match) => {
      const name = match[1]!
      const at = start + match.index + match[0].lastIndexOf(name)
      return { kind, start: at, end: at + name.length }
    }),
  )
}

/** The words of a name, without an office before it ("CFO Tian Meng"), a suffix or a possessive ending. */
function namePartsOf(text: string, { start, end }: Span, office: ReadonlySet<string>): NamePart[] {
  const parts = [...text.slice(start, end).matchAll(partPattern)].map(({ 0: word, index }) => {
    const form = word.replace(/['’]s$/u, '')
    return { form, start: start + index, end: start + index + form.length }
  })
  const first = parts.findIndex(({ form }) => !/^\p{Lu}{2,}$/u.test(form) && !office.has(form.toLowerCase()))
  const head = first > 0 && parts.length - first > 1 ? parts.slice(first) : parts
  return head.filter(({ form }, at) => !/^(?:Jr|Sr|II|III)$/u.test(form) && !(form === 'I' && at > 0))
}

const partPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu
