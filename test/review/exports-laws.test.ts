import { test } from '@fast-check/vitest'
import { strFromU8, unzipSync } from 'fflate'
import type { Log } from 'sarif'
import { describe, expect } from 'vitest'
import { parseCsv } from '../../src/render/csv.js'
import type { ExportId } from '../../src/render/exports.js'
import { afresh, base, call, play, someMoves, text } from './editor.js'

/** What Word takes out with the changes rejected, and what the transcript has in another form. */
const ADDED = /<w:ins .*?<\/w:ins>/gsu
const HEADINGS = /<w:p>(?:(?!<\/w:p>).)*<w:keepNext.*?<\/w:p>/gsu
const ORIGINS = /<w:i\/>.*?<\/w:r>/gsu

describe('the exports of any review', () => {
  test.prop([someMoves], { numRuns: 40 })('have the same words', async (moves) => {
    afresh()
    play(moves)
    const vendor = await wordsOf('vendor')
    for (const id of ['md', 'html', 'docx'] as const) expect([id, await wordsOf(id)]).toEqual([id, vendor])
    const bilingual = await wordsOf('bilingual-html')
    expect(await wordsOf('bilingual-docx')).toEqual(bilingual)
    const tracked = await documentOf('tracked-docx')
    const accepted = tracked.replace(/<w:del .*?<\/w:del>/gsu, '')
    expect(wordsIn(accepted, 'tracked-docx')).toEqual(await wordsOf('verbatim'))
  })

  test.prop([someMoves], { numRuns: 40 })(
    'give back what was heard when Word rejects every change',
    async (moves) => {
      afresh()
      play(moves)
      const rejected = [ADDED, HEADINGS, ORIGINS].reduce(
        (document, gone) => document.replace(gone, ''),
        await documentOf('tracked-docx'),
      )
      const heard = base.turns.reduceRight(
        (words, { header }) => `${words.slice(0, header.start)} ${words.slice(header.end)}`,
        text,
      )
      expect(wordsIn(rejected, 'tracked-docx')).toEqual(wordsIn(heard, 'verbatim'))
    },
  )

  test.prop([someMoves], { numRuns: 40 })('tell of the same passages and verdicts', async (moves) => {
    afresh()
    play(moves)
    const matches = async (id: ExportId, words: RegExp) =>
      Array.from((await documentOf(id)).matchAll(words), ([, one]) => one)
    const sources = await matches('xliff', /<(?:source|target)>(.*?)<\//gu)
    expect(await matches('tmx', /<seg>(.*?)<\/seg>/gu)).toEqual(sources)
    const { findings, decisions } = call.view()
    const verdicts = findings.map(({ id }) => decisions.settled[id]?.verdict ?? '')
    const [, ...rows] = parseCsv(await documentOf('csv'))
    expect(rows.map((row) => row[2])).toEqual(verdicts)
    const settled = verdicts.filter((verdict) => verdict !== '').length
    const { runs } = JSON.parse(await documentOf('sarif')) as Log
    expect(runs[0]!.results!.filter(({ suppressions }) => suppressions)).toHaveLength(settled)
    const open = findings.filter(({ id, severity }) => severity !== 'info' && !decisions.settled[id])
    expect(await matches('github', /^(::)/gmu)).toHaveLength(open.length)
    expect((await documentOf('junit')).match(/<failure/gu) ?? []).toHaveLength(open.length)
  })
})

/** The words of a file of the call as it stands, of Word's its document's. */
async function wordsOf(id: ExportId): Promise<readonly string[]> {
  return wordsIn(await documentOf(id), id)
}

async function documentOf(id: ExportId): Promise<string> {
  const { content } = (await call.exported(id))!
  return typeof content === 'string' ? content : strFromU8(unzipSync(content)['word/document.xml']!)
}

function wordsIn(document: string, id: ExportId): string[] {
  const plain = /html|docx/u.test(id)
    ? document
        .replace(/<(style|title)>.*?<\/\1>/gsu, '')
        .replace(/<\/?(?:w:p|p|td|th|h\d|div|br)\b[^>]*>/gu, ' ')
        .replace(/<[^>]*>/gu, '')
        .replace(/&[a-z#0-9]+;/gu, ' ')
    : document
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
