import { readdirSync, readFileSync } from 'node:fs'
import type { CompiledTables, Wording } from '../../src/lexicon/tables.js'
import { isPinyinSyllable } from '../../src/text/pinyin.js'
import { normalWord } from '../../src/text/tokens.js'
import { lexiconFile, listOf, readSource } from './rows.js'
import { spokenRows } from './spoken.js'
import { compileWording } from './wordings.js'

/**
 * Compiles the tables of corpora/lexicon into tables.json. Throws Error at a row that is out of order, stands
 * twice or is malformed, and where a correction is itself listed as an error.
 */
export function buildTables(): Uint8Array {
  const terms = readTable('terms', ['zh', 'en', 'pinyin', 'literal', 'domain'])
  const rows: CompiledTables['rows'] = {
    terms,
    calques: readTable('calques', ['phrase', 'zh', 'english', 'strength', 'per_million']),
    cues: readTable('cues', ['phrase', 'who', 'tells']),
    hallucinations: readTable('hallucinations', ['phrase', 'language']),
    fillers: readTable('fillers', ['phrase', 'language']),
    titles: readTable('titles', ['en', 'zh', 'role']),
    firms: readTable('firms', ['name', 'aliases', 'zh']),
    surnames: readTable('surnames', ['name', 'romanisation', 'han', 'rank'], 2),
    confusions: readTable('confusions', ['heard', 'said', 'count'], 2),
    phrases: readTable('phrases', ['phrase', 'industries']).map((row) => [...row, normalWord(row[0]!)]),
    places: readTable('places', ['name']),
    slots: readTable('slots', ['said', 'also', 'before', 'after'], 4),
    spoken: spokenRows(terms),
  }
  rows.terms.forEach(assertTerm)
  rows.calques.forEach(assertCalque)
  rows.cues.forEach(([phrase, who, tells]) => {
    assert(
      listOf(who!).every((role) => roles.includes(role)),
      'cues',
      phrase!,
      'name roles that exist',
    )
    assert(cueKinds.includes(tells!), 'cues', phrase!, 'say what it tells by a kind that exists')
  })
  rows.confusions.forEach(assertConfusion)
  rows.slots.forEach(assertSlot)
  rows.titles.forEach(([en, , role]) => {
    assert(roles.includes(role!), 'titles', en!, 'name a role that exists')
  })
  assertCorrectionsAreRight(rows)
  assertFirmsDiffer(rows)
  return new TextEncoder().encode(toJson({ version: 1, rows, boilerplate: readWordings() }))
}

const roles = ['operator', 'ir', 'executive', 'interpreter', 'analyst']
const cueKinds = [
  'opens-interpretation',
  'opens-mandarin',
  'opens-english',
  'self-translation',
  'hands-over',
  'introduces-question',
  'introduces-self',
  'greets',
  'thanks',
  'closes',
]

/** The rows of a table whose first `keys` cells are sorted by code units and differ from row to row. */
function readTable(name: string, columns: readonly string[], keys = 1): readonly (readonly string[])[] {
  const source = readSource(`${name}.tsv`)
  if (source.columns.join() !== columns.join())
    throw new Error(`${name}.tsv: head its columns ${columns.join(', ')}.`)
  let before = ''
  for (const row of source.rows) {
    const key = row.slice(0, keys).join('\t')
    assert(key > before, name, key, key === before ? 'list it once' : 'put it in order')
    for (const cell of row) {
      const list = listOf(cell)
      assert(new Set(list).size === list.length, name, key, 'name nothing twice in a cell')
    }
    before = key
  }
  return source.rows
}

function assert(holds: boolean, table: string, row: string, demand: string): asserts holds {
  if (!holds) throw new Error(`${table}, "${row}": ${demand}.`)
}

function assertTerm([zh, en, pinyin, literal]: readonly string[]): void {
  const demand = (holds: boolean, what: string): void => {
    assert(holds, 'terms', zh!, what)
  }
  demand(
    /^[\p{Script=Han}A-Za-z]+$/u.test(zh!) && /\p{Script=Han}|To[BCG]/u.test(zh!),
    'write it in Han, with Latin letters if need be',
  )
  demand(en !== '', 'give a rendering')
  demand(pinyinFits(zh!, pinyin!), 'give a pinyin syllable for each character')
  const renderings = new Set(listOf(en!.toLowerCase()))
  demand(
    !listOf(literal!.toLowerCase()).some((words) => renderings.has(words.replace(/^!/, ''))),
    'do not list a rendering as a literal',
  )
}

/** A syllable for each Han character; Latin letters stand as they are, in lower case. */
function pinyinFits(zh: string, pinyin: string): boolean {
  const units = zh.match(/\p{Script=Han}|[A-Za-z]+/gu) ?? []
  const syllables = pinyin.split(' ')
  return (
    units.length === syllables.length &&
    units.every((unit, index) =>
      /^[A-Za-z]/.test(unit) ? syllables[index] === unit.toLowerCase() : isPinyinSyllable(syllables[index]!),
    )
  )
}

function assertCalque([phrase, zh, english, strength, perMillion]: readonly string[]): void {
  const demand = (holds: boolean, what: string): void => {
    assert(holds, 'calques', phrase!, what)
  }
  demand(phrase === phrase!.toLowerCase(), 'write it in lower case')
  demand(/\p{Script=Han}/u.test(zh!), 'give the Mandarin behind it')
  demand(english !== '', 'say how calls put it')
  demand(/^[123]$/.test(strength!), 'give a strength of 1, 2 or 3')
  demand(strength !== '3' || Number(perMillion) <= 0.3, 'lower the strength: English calls say it')
}

function assertConfusion([heard, said, count]: readonly string[]): void {
  const demand = (holds: boolean, what: string): void => {
    assert(holds, 'confusions', heard!, what)
  }
  demand(heard === normalWord(heard!), 'write it as the language model cuts words')
  demand(heard !== normalWord(said!), 'do not list a spelling as a confusion')
  demand(Number(count) >= 1, 'count how often it was heard')
}

function assertSlot([said, also, before, after]: readonly string[]): void {
  const right = listOf(said!.toLowerCase())
  assert(said !== '', 'slots', `${before!} … ${after!}`, 'say what is said')
  assert(before !== '' || after !== '', 'slots', said!, 'give a word before or after')
  assert(
    !listOf(also!).some((words) => right.includes(words)),
    'slots',
    said!,
    'list nothing as said and also',
  )
}

/** What the tables call wrong wherever it stands must not be what they propose. */
function assertCorrectionsAreRight({ terms, calques }: CompiledTables['rows']): void {
  const proposed = new Set(
    [...terms.flatMap(([, en]) => listOf(en!)), ...calques.flatMap(([, , english]) => listOf(english!))].map(
      (words) => words.toLowerCase(),
    ),
  )
  for (const [zh, , , literal] of terms) {
    for (const words of listOf(literal!)) {
      assert(
        !words.startsWith('!') || !proposed.has(words.slice(1).toLowerCase()),
        'terms',
        zh!,
        `"${words}" is proposed elsewhere`,
      )
    }
  }
  for (const [phrase, , , strength] of calques) {
    assert(strength === '1' || !proposed.has(phrase!), 'calques', phrase!, 'it is proposed elsewhere')
  }
}

function assertFirmsDiffer({ firms }: CompiledTables['rows']): void {
  const seen = new Set<string>()
  for (const [name, aliases] of firms) {
    for (const form of [name!, ...listOf(aliases!)]) {
      assert(!seen.has(form.toLowerCase()), 'firms', name!, `"${form}" names another firm too`)
      seen.add(form.toLowerCase())
    }
  }
}

function readWordings(): Wording[] {
  const files = readdirSync(lexiconFile('boilerplate/')).sort()
  return files.flatMap((file) => {
    const topic = file.replace(/\.txt$/, '')
    const lines = readFileSync(lexiconFile(`boilerplate/${file}`), 'utf8')
      .trimEnd()
      .split('\n')
    const sentences = lines.filter((line) => !line.startsWith('#'))
    assert(new Set(sentences).size === sentences.length, 'boilerplate', topic, 'list each sentence once')
    return sentences.map((sentence) => compileWording(topic, sentence))
  })
}

/** A row a line, so that a change shows as the rows it touches. */
function toJson({ version, rows, boilerplate }: CompiledTables): string {
  const list = (items: readonly unknown[]): string =>
    `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`
  const tables = Object.entries(rows).map(([name, table]) => `"${name}":${list(table)}`)
  return `{"version":${version},"rows":{${tables.join(',\n')}},\n"boilerplate":${list(boilerplate)}}\n`
}
