import { existsSync, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { defaultLexicon } from '../../lexicon/open.js'
import { decodeText } from '../../read/decode.js'
import { visible } from '../../render/visible.js'
import { FileError, sentenceOf } from '../failure.js'
import { taught, type Added } from '../glossary-edit.js'
import { GLOSSARY_NAME, parseGlossary } from '../glossary.js'
import { correctionsIn, lessonOf, type Correction, type LeftOut } from '../lessons.js'
import { findUpward, readSettings } from '../settings-file.js'
import { STATUS, type Status } from '../status.js'
import { print, tellProblem } from '../terminal.js'
import { writeFiles } from '../write.js'

export interface LearnCommandFlags {
  readonly glossary?: string
  readonly dryRun?: boolean
}

/** `jiaodui learn FILES…`: adds what accepted corrections teach to a glossary. */
export async function learnCommand(
  paths: readonly string[],
  { glossary, dryRun = false }: LearnCommandFlags,
): Promise<Status> {
  const path = resolve(glossary ?? findUpward(GLOSSARY_NAME, process.cwd()) ?? GLOSSARY_NAME)
  const before = existsSync(path) ? readSettings(path) : undefined
  const shown = relative(process.cwd(), path) || path
  await parseGlossary(before ?? '{}', shown)
  const read = await Promise.all(paths.map(correctionsOf))
  const corrections = read.flatMap(({ corrections: own }) => own)
  const { text, added, leftOut } = await learn(before ?? '{}\n', corrections, shown)
  if (added.length > 0 && !dryRun) {
    if (before !== undefined && readSettings(path) !== before)
      throw new FileError(`${shown} was changed meanwhile; run the command again`)
    const target = before === undefined ? path : realpathSync(path)
    await writeFiles([{ path: target, content: text }], () => before !== undefined)
  }
  const count = added.length === 0 ? 'nothing new' : `${added.length} added${dryRun ? ' (not written)' : ''}`
  await print(
    [...added.map(addedLine), ...leftOut.map(leftOutLine), `${visible(shown)}: ${count}`, ''].join('\n'),
  )
  return read.some(({ failed }) => failed) ? STATUS.failed : STATUS.clean
}

async function correctionsOf(path: string): Promise<{ corrections: Correction[]; failed: boolean }> {
  try {
    const { corrections, unreadable } = correctionsIn(decodeText(await readFile(path)).text)
    if (unreadable > 0) {
      const lines = unreadable === 1 ? 'one line is' : `${unreadable} lines are`
      tellProblem(path, `${lines} neither a decision nor a report; the others were read`)
    }
    return { corrections, failed: unreadable > 0 }
  } catch (error) {
    tellProblem(path, sentenceOf(error, path))
    return { corrections: [], failed: true }
  }
}

/** The glossary's text with all that the corrections teach, each thing once. */
async function learn(text: string, corrections: readonly Correction[], path: string) {
  const added: Added[] = []
  const leftOut = new Map<string, LeftOut>()
  for (const correction of corrections) {
    const lesson = lessonOf(correction, defaultLexicon())
    if (lesson === undefined) continue
    if ('reason' in lesson) {
      leftOut.set(`${lesson.heard} → ${lesson.said}`, lesson)
      continue
    }
    const next = taught(text, await parseGlossary(text, path), lesson)
    text = next.text
    if (next.added) added.push(next.added)
  }
  return { text, added, leftOut: [...leftOut.values()] }
}

const addedLine = ({ term, kind, fresh, heard }: Added): string =>
  `${fresh ? '+' : ' '} ${visible(term)} (${kind})${heard === undefined ? '' : `, sounds like "${visible(heard)}"`}`

const leftOutLine = ({ heard, said, reason }: LeftOut): string =>
  `- "${visible(heard)}" → "${visible(said)}" left out: ${reason}`
