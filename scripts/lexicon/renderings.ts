import { renderingSections } from '../../src/lexicon/renderings.js'
import { packSections } from '../../src/lexicon/sections.js'
import { openTables, type Tables } from '../../src/lexicon/tables.js'
import { stem } from '../../src/text/stem.js'
import { isStopWord } from '../../src/text/stop-words.js'
import { buildTables } from './tables.js'

/** What renders what by the tables of corpora/lexicon, compiled into renderings.bin. */
export const buildRenderings = (): Uint8Array => compileRenderings(openTables(buildTables()))

/** Compiles the terms and calques of tables. Throws Error when there are more than 16 bits can number. */
export function compileRenderings({ terms, calques }: Pick<Tables, 'terms' | 'calques'>): Uint8Array {
  const stems = numbering()
  const wordings = numbering()
  const wordingsOf = (texts: readonly string[]): number[] =>
    texts
      .map(contentStems)
      .filter((words) => words.length > 0)
      .map((words) => wordings.of(words.join(' ')))
  const pairs: number[] = []
  const pairAll = (sources: readonly number[], targets: readonly number[]): void => {
    for (const target of targets) for (const source of sources) pairs.push(source, target)
  }
  const rendered = terms.map(({ zh, en, literal, pinyin }) => {
    const targets = wordingsOf(en)
    pairAll(wordingsOf(pinyin.includes(' ') ? [...literal, pinyin.replaceAll(' ', '')] : literal), targets)
    return { zh, targets }
  })
  for (const { phrase, idiomatic } of calques) pairAll(wordingsOf([phrase]), wordingsOf(idiomatic))
  const words = wordings.all.map((wording) => wording.split(' ').map(stems.of))
  if (Math.max(stems.all.length, wordings.all.length) > 0x10000)
    throw new Error('more wordings than 16 bits can number')
  const sections: Record<(typeof renderingSections)[number], Uint8Array | Uint16Array | Uint32Array> = {
    stems: new TextEncoder().encode(stems.all.join(' ')),
    wordingStarts: startsOf(words),
    wordingStems: Uint16Array.from(words.flat()),
    pairs: Uint16Array.from(pairs),
    terms: new TextEncoder().encode(rendered.map(({ zh }) => zh).join(' ')),
    termStarts: startsOf(rendered.map(({ targets }) => targets)),
    termWordings: Uint16Array.from(rendered.flatMap(({ targets }) => targets)),
  }
  return packSections(renderingSections.map((name) => sections[name]))
}

interface Numbering {
  readonly all: readonly string[]
  /** The text's number, a new one at first sight. */
  readonly of: (text: string) => number
}

function numbering(): Numbering {
  const numbers = new Map<string, number>()
  const all: string[] = []
  const of = (text: string): number => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, all.length)
    return all.push(text) - 1
  }
  return { all, of }
}

const contentStems = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}&]+/gu) ?? [])
    .filter((word) => word.length > 1 && !isStopWord(word))
    .map(stem)

function startsOf(lists: readonly (readonly number[])[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1)
  for (const [index, { length }] of lists.entries()) starts[index + 1] = starts[index]! + length
  return starts
}
