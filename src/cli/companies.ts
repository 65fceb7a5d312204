import { existsSync, readFileSync } from 'node:fs'
import { nameDistance } from '../check/names/alike.js'
import { surnameRanks } from '../check/names/people.js'
import { defaultLexicon } from '../lexicon/open.js'
import { readTranscript } from '../read/read.js'
import { decisionsPath } from '../review/decisions-path.js'
import { labelKind } from '../speakers/labels.js'
import { splitPinyin } from '../text/pinyin.js'
import type { GlossaryEntry, Transcript } from '../types.js'
import { visible } from '../render/visible.js'
import { companyNameOf, type CompanyName } from './company-name.js'
import { STANDARD_INPUT, type Input } from './files.js'
import { correctionsIn, lessonOf, type Lesson } from './lessons.js'
import { loadInput } from './load.js'
import type { Settings } from './settings.js'

/** What the calls of a company share. */
export interface Company {
  readonly name: string
  /** How many of the inputs are its calls. */
  readonly calls: number
  /** What its calls know of each other; the same whatever their order. */
  readonly known: readonly GlossaryEntry[]
  /** Names that one call alone writes otherwise than several others. */
  readonly variants: readonly Variant[]
}

export interface Variant {
  readonly heard: string
  readonly said: string
  /** The call that has it. */
  readonly path: string
}

/**
 * Reads every call once, without checking it, and gives each the company it is of, with the people whom at least
 * two of its calls list or label alike, its name as at least two titles have it, and what the corrections in the
 * decisions beside its calls teach. What cannot be read is left as it is: the run tells.
 */
export async function byCompany(
  inputs: readonly Input[],
  { readAs, decisions }: Pick<Settings, 'readAs' | 'decisions'>,
): Promise<Input[]> {
  const drafts = new Map<string, Call[]>()
  const keys = new Map<Input, string>()
  for (const input of inputs) {
    const transcript = await transcriptOf(input, readAs)
    const company = transcript && companyNameOf(transcript, input)
    if (!company) continue
    const call = { input, company, names: namesIn(transcript) }
    drafts.set(company.key, [...(drafts.get(company.key) ?? []), call])
    keys.set(input, company.key)
  }
  const companies = new Map([...drafts].map(([key, calls]) => [key, united(calls, decisions === undefined)]))
  return inputs.map((input) => {
    const company = companies.get(keys.get(input) ?? '')
    return company ? { ...input, company } : input
  })
}

/** The companies of several calls, each once, in the order of their first. */
export function companiesOf(items: readonly { readonly company?: Company }[]): Company[] {
  const companies = new Set(items.flatMap(({ company }) => company ?? []))
  return [...companies].filter(({ calls }) => calls > 1)
}

/** What a company's calls share, in a line. */
export function sharedLine({ name, calls, known, variants }: Company): string {
  const names = known.filter(({ seenIn }) => seenIn !== undefined).length
  const taught = known.length - names
  const otherwise = variants.map(({ heard, said }) => `${heard} (${said})`)
  return [
    `${visible(name)}: ${calls} calls share ${counted(names, 'name')} and ${counted(taught, 'correction')}`,
    ...(otherwise.length > 0 ? [`one call alone has ${visible(otherwise.join(', '))}`] : []),
  ].join('; ')
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

interface Call {
  readonly input: Input
  readonly company: CompanyName
  /** Of people, as they are written. */
  readonly names: ReadonlySet<string>
}

async function transcriptOf(input: Input, format: Settings['readAs']): Promise<Transcript | undefined> {
  if (input.path === STANDARD_INPUT) return undefined
  try {
    const { text } = await loadInput(input)
    return readTranscript(text, format && { format })
  } catch {
    return undefined
  }
}

/** Full names of the list of participants and of the labels. */
function namesIn({ participants, turns }: Transcript): Set<string> {
  const names = [...participants.map(({ name }) => name), ...turns.map(({ speaker }) => speaker.label)]
  return new Set(names.filter((name) => FULL_NAME.test(name) && labelKind(name) === 'name'))
}

const FULL_NAME = /^\p{Lu}[\p{L}\p{M}'’.-]+(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,3}$/u

function united(calls: readonly Call[], heedsDecisions: boolean): Company {
  const name = commonest(calls.map(({ company }) => company))
  const inSeveral = severalOf(calls.map(({ names }) => names))
  const titles = calls.flatMap(({ company }) => (company.isTitled ? [company.name] : []))
  const title = titles.filter((one) => one === name).length >= 2 && /^\p{Lu}\p{Ll}/u.test(name) ? [name] : []
  const variants = calls.flatMap(({ names, input }) =>
    [...names].flatMap((heard): Variant[] => {
      const said = inSeveral.has(heard) ? undefined : misspelled(heard, inSeveral)
      return said === undefined ? [] : [{ heard, said, path: input.path }]
    }),
  )
  const seenIn = `calls of ${name}`
  const seen = [...title, ...inSeveral].toSorted().map((term): GlossaryEntry => {
    const soundsLike = variants.filter(({ said }) => said === term).map(({ heard }) => heard)
    return { term, kind: 'name', soundsLike: soundsLike.toSorted(), not: [], seenIn }
  })
  const known = [...(heedsDecisions ? taughtBy(calls) : []), ...seen]
  return { name, calls: calls.length, known, variants: variants.toSorted(byVariant) }
}

const byVariant = (a: Variant, b: Variant): number =>
  compare(a.said, b.said) || compare(a.heard, b.heard) || compare(a.path, b.path)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The name in the form that most calls have, a title's before a file's. */
function commonest(names: readonly CompanyName[]): string {
  const counts = new Map<string, number>()
  for (const { name, isTitled } of names)
    counts.set(name, (counts.get(name) ?? 0) + (isTitled ? names.length + 1 : 1))
  return [...counts].toSorted(([a, one], [b, two]) => two - one || compare(a, b))[0]![0]
}

function severalOf(sets: readonly ReadonlySet<string>[]): Set<string> {
  const counts = new Map<string, number>()
  for (const name of sets.flatMap((set) => [...set])) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Set([...counts].flatMap(([name, count]) => (count >= 2 ? [name] : [])))
}

/** The one name that a form can only misspell: what differs is no Chinese name and no English word. */
function misspelled(heard: string, names: ReadonlySet<string>): string | undefined {
  const words = heard.split(' ')
  const near = [...names].filter((name) => {
    const parts = name.split(' ')
    const apart = words.flatMap((word, index) => (word === parts[index] ? [] : [[word, parts[index]!]]))
    if (parts.length !== words.length || apart.length === words.length) return false
    return apart.every(
      ([one, other]) => isNoName(one!) && nameDistance(one!, other!, defaultLexicon()) <= NEAR,
    )
  })
  return near.length === 1 ? near[0] : undefined
}

/** Sound distance. */
const NEAR = 0.33

/** Syllables that no part of a Chinese name has. */
const LONG = 3

function isNoName(word: string): boolean {
  const { pronunciations, tables } = defaultLexicon()
  const lower = word.toLowerCase()
  return (
    (splitPinyin(lower)?.length ?? LONG) >= LONG &&
    pronunciations.phones(lower) === undefined &&
    !surnameRanks(tables.surnames).has(lower)
  )
}

/** What people put right in the company's calls, without forms that stand for two things. */
function taughtBy(calls: readonly Call[]): GlossaryEntry[] {
  const lessons = calls
    .map(({ input }) => decisionsPath(input.path))
    .filter((path) => existsSync(path))
    .flatMap((path) => correctionsIn(readFileSync(path, 'utf8')).corrections)
    .map((correction) => lessonOf(correction, defaultLexicon()))
    .filter((lesson): lesson is Lesson => lesson !== undefined && !('reason' in lesson))
  const meanings = new Map<string, Set<string>>()
  const entries = new Map<string, { kind: Lesson['kind']; heard: Set<string> }>()
  for (const { kind, term, heard } of lessons) {
    const entry = entries.get(term) ?? { kind, heard: new Set() }
    if (kind === 'name') entry.kind = kind
    if (heard !== undefined) {
      entry.heard.add(heard)
      meanings.set(heard, (meanings.get(heard) ?? new Set()).add(term))
    }
    entries.set(term, entry)
  }
  return [...entries]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([term, { kind, heard }]) => {
      const soundsLike = [...heard].filter((form) => meanings.get(form)!.size === 1 && !entries.has(form))
      return { term, kind, soundsLike: soundsLike.toSorted(), not: [] }
    })
}
