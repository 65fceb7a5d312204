import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSource } from '../../scripts/lexicon/rows.js'
import { buildTables } from '../../scripts/lexicon/tables.js'
import { compileWording } from '../../scripts/lexicon/wordings.js'
import { openTables, type Wording } from '../../src/lexicon/tables.js'

const shipped = readFileSync(new URL('../../src/lexicon/data/tables.json', import.meta.url))
const tables = openTables(shipped)

describe('the compiled tables', () => {
  test('are in step with corpora/lexicon', () => {
    expect(new TextDecoder().decode(buildTables()) === shipped.toString('utf8')).toBe(true)
  })

  test('hold every row of the sources', () => {
    for (const name of ['terms', 'calques', 'cues', 'fillers', 'titles', 'firms', 'surnames'] as const) {
      expect(tables[name].length).toBe(readSource(`${name}.tsv`).rows.length)
    }
  })

  test('are refused when of another version', () => {
    expect(() => openTables(new TextEncoder().encode('{"version":2}'))).toThrow('another version')
  })

  test('are made once', () => {
    expect(tables.terms).toBe(tables.terms)
  })
})

describe('terms', () => {
  const term = (zh: string) => tables.terms.find((row) => row.zh === zh)!

  test('give renderings, pinyin and what a machine writes', () => {
    expect(term('毛利率').en[0]).toBe('gross margin')
    expect(term('毛利率').pinyin).toBe('mao li lv')
    expect(term('推理').literal).toContain('reasoning')
    expect(term('收入').literal).toContain('income')
  })

  test('tell what is wrong anywhere from what needs the partner', () => {
    expect(term('收入').always).toEqual([])
    expect(term('内卷').always).toContain('inner volume')
    expect(term('内卷').literal).toContain('inner volume')
    for (const { literal, always } of tables.terms) {
      expect(literal).toEqual(expect.arrayContaining([...always]))
      expect(literal.some((words) => words.includes('!'))).toBe(false)
    }
  })

  test('cover every field', () => {
    for (const domain of new Set(tables.terms.map((row) => row.domain))) {
      expect(tables.terms.filter((row) => row.domain === domain).length).toBeGreaterThan(80)
    }
    expect(tables.terms.length).toBeGreaterThan(1500)
  })
})

describe('calques', () => {
  test('of the highest strength are practically absent from edited calls', () => {
    for (const { strength, perMillion } of tables.calques)
      if (strength === 3) expect(perMillion).toBeLessThanOrEqual(0.3)
  })

  test('propose something other than themselves', () => {
    for (const { phrase, idiomatic } of tables.calques)
      expect(idiomatic.map((words) => words.toLowerCase())).not.toContain(phrase)
  })
})

describe('fixed wordings', () => {
  const wording = compileWording('test', 'we (will|would (now|) like to) begin (, please|), the U.S. call')

  test('are lattices whose paths are just the variants', () => {
    expect(pathsOf(wording)).toEqual([
      'we will begin please the U.S. call',
      'we will begin the U.S. call',
      'we would now like to begin please the U.S. call',
      'we would now like to begin the U.S. call',
      'we would like to begin please the U.S. call',
      'we would like to begin the U.S. call',
    ])
  })

  test('show the first variant with its punctuation', () => {
    expect(wording.text).toBe('we will begin, please, the U.S. call')
  })

  test('with a bracket that has no partner are refused', () => {
    expect(() => compileWording('test', 'we (will begin')).toThrow('close the bracket')
    expect(() => compileWording('test', 'we will) begin')).toThrow('take a bracket')
  })

  test('step forward only and end', () => {
    for (const { words, starts, next, ends, text } of tables.boilerplate) {
      expect(starts.length * ends.length, text).toBeGreaterThan(0)
      expect(next.length).toBe(words.length)
      next.forEach((states, from) => {
        expect(
          states.every((to) => to > from && to < words.length),
          text,
        ).toBe(true)
        expect(states.length > 0 || ends.includes(from), text).toBe(true)
      })
      expect(
        words.every((word) => /^(?:<(?:name|firm|n)>|[\p{L}\p{N}][\p{L}\p{N}.'&/-]*)$/u.test(word)),
        text,
      ).toBe(true)
    }
  })

  test('come from every topic', () => {
    expect(new Set(tables.boilerplate.map(({ topic }) => topic))).toEqual(
      new Set([
        'closing',
        'currency',
        'hand-over',
        'interpretation',
        'non-gaap',
        'opening',
        'operator',
        'safe-harbor',
      ]),
    )
    expect(tables.boilerplate.length).toBeGreaterThan(160)
  })
})

describe('the smaller tables', () => {
  test('speak of roles, languages and surnames', () => {
    expect(tables.titles.find(({ en }) => en === 'Head of Investor Relations')!.role).toBe('ir')
    expect(
      tables.hallucinations.some(({ phrase, language }) => phrase === '谢谢观看' && language === 'zh'),
    ).toBe(true)
    expect(tables.fillers.some(({ phrase }) => phrase === 'uh')).toBe(true)
    expect(tables.firms.some(({ aliases }) => aliases.includes('CICC'))).toBe(true)
    expect(tables.surnames.find(({ name }) => name === 'Cheung')).toMatchObject({
      romanisation: 'cantonese',
      han: ['张'],
    })
  })

  test('say of every cue who and what', () => {
    for (const { who, tells } of tables.cues) expect(who.length > 0 && tells.length > 0).toBe(true)
  })
})

/** Every sentence the wording allows. */
function pathsOf({ words, starts, next, ends }: Wording): string[] {
  const from = (state: number): string[] => [
    ...next[state]!.flatMap((to) => from(to).map((rest) => `${words[state]!} ${rest}`)),
    ...(ends.includes(state) ? [words[state]!] : []),
  ]
  return starts.flatMap(from)
}
