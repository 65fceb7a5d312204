import { applyEdits, modify } from 'jsonc-parser'
import type { GlossaryEntry } from '../types.js'
import { entriesOf } from './glossary.js'
import type { GlossaryFile } from './glossary-schema.js'
import type { Lesson } from './lessons.js'

/** What a lesson added to a glossary. */
export interface Added {
  readonly term: string
  readonly kind: GlossaryEntry['kind']
  /** Whether the entry is new. */
  readonly fresh: boolean
  readonly heard?: string
}

/**
 * The glossary's text with a lesson in it: a new entry, or one more form of an entry that is there; comments and
 * everything else stay as they are. No `added` where it knows all that, or holds the form heard to be right.
 */
export function taught(text: string, file: GlossaryFile, lesson: Lesson): { text: string; added?: Added } {
  const { kind, term, heard } = lesson
  const known = entriesOf(file)
  const right = known.some((entry) => heard !== undefined && [entry.term, ...entry.not].some(same(heard)))
  const form = right ? undefined : heard
  const list = kind === 'name' ? 'names' : 'terms'
  const own = known.find((entry) => same(term)(entry.term))
  if (!own) {
    if (right) return { text }
    const entry = form === undefined ? term : { [kind]: term, soundsLike: [form] }
    const added = { term, kind, fresh: true, ...(form === undefined ? {} : { heard: form }) }
    return { text: changed(text, [list, file[list]?.length ?? 0], entry, true), added }
  }
  if (form === undefined || own.soundsLike.some(same(form))) return { text }
  const ownList = own.kind === 'name' ? 'names' : 'terms'
  const index = (file[ownList] ?? []).findIndex((entry) => same(term)(termOf(entry)))
  const entry = file[ownList]![index]!
  const added = { term: own.term, kind: own.kind, fresh: false, heard: form }
  if (typeof entry === 'string')
    return { text: changed(text, [ownList, index], { [own.kind]: own.term, soundsLike: [form] }), added }
  if (entry.soundsLike === undefined)
    return { text: changed(text, [ownList, index, 'soundsLike'], [form]), added }
  return {
    text: changed(text, [ownList, index, 'soundsLike', entry.soundsLike.length], form, true),
    added,
  }
}

const termOf = (entry: NonNullable<GlossaryFile['names'] | GlossaryFile['terms']>[number]): string =>
  typeof entry === 'string' ? entry : 'name' in entry ? entry.name : entry.term

const same =
  (a: string) =>
  (b: string): boolean =>
    a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()

function changed(text: string, path: (string | number)[], value: unknown, isArrayInsertion = false): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const formattingOptions = { insertSpaces: !/^\t/mu.test(text), tabSize: 2, eol }
  return applyEdits(text, modify(text, path, value, { formattingOptions, isArrayInsertion }))
}
