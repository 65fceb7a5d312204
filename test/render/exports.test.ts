import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import readXlsxFile from 'read-excel-file/node'
import type { Log } from 'sarif'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { plan } from '../../src/correct/plan.js'
import { exportKinds, type ExportId } from '../../src/render/exports.js'
import { parseCsv } from '../../src/render/csv.js'
import { FINDING_COLUMNS } from '../../src/render/findings-table.js'
import type { ReviewedCall, Settled } from '../../src/render/reviewed.js'
import type { Finding } from '../../src/types.js'
import { alignedFrom, spanOf } from '../support/aligned.js'
import { findingOf } from '../support/finding.js'

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0

const schema = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/schemas/${name}`, import.meta.url))

const when = '2026-01-02T03:04:05.000Z'

const doc = alignedFrom(`[Third quarter call]

Operator: Welcome to the growth margin call.

Wong Lin (CEO): <m><1>本季度收入24.8亿元。</m> <i><1>Revenue was RMB 2.48 billion uh in the quarter.</i>

Zhao Min (CFO): Costs rose by 50% from 673.8 to 775.7.`)

const on = (words: string, given: Partial<Finding> = {}): Finding =>
  findingOf({ id: `v1:${words}`, ...spanOf(doc.text, words), text: words, ...given })
const suggestion = (text: string) => [{ text, confidence: 0.9, safe: false }]

const findings = [
  on('growth', { suggestions: suggestion('gross'), check: 'term' }),
  on('Wong', { suggestions: suggestion('Wang'), category: 'entity' }),
  on('uh', { suggestions: [{ text: '', confidence: 0.9, safe: true }], category: 'noise' }),
  on('50%', {
    message: 'Costs rose by 15.1 %.',
    suggestions: suggestion('15%'),
    evidence: [{ kind: 'arithmetic', expression: '775.7 / 673.8 - 1', computed: 0.15123, stated: 0.5 }],
  }),
]

function callOf(given: Partial<ReviewedCall> = {}): ReviewedCall {
  const settled = new Map<string, Settled>([
    ['v1:growth', { verdict: 'accepted', text: 'gross', who: 'Mei', when }],
    ['v1:Wong', { verdict: 'accepted', text: 'Wang', who: 'Mei', when }],
  ])
  const decisions = new Map([...settled.keys()].map((id) => [id, { status: 'accepted' as const }]))
  const source = { path: 'calls/q3.txt', sha256: 'abc' }
  return {
    source,
    doc,
    findings,
    settled,
    corrections: [],
    plan: plan(findings, 'safe', decisions),
    when,
    ...given,
  }
}

const call = callOf()
const made = new Map<ExportId, string | Uint8Array>()
beforeAll(async () => {
  for (const { id, render } of exportKinds) made.set(id, await render(call))
})
const text = (id: ExportId): string => made.get(id) as string
const bytes = (id: ExportId): Buffer => Buffer.from(made.get(id) as Uint8Array)
const part = (id: ExportId, name: string): string => strFromU8(unzipSync(bytes(id))[name]!)

describe('transcripts', () => {
  it.each(['vendor', 'verbatim', 'bilingual', 'md', 'html', 'bilingual-html', 'report'] as const)(
    '%s has the corrected words',
    (id) => {
      expect(text(id)).toContain('Wang')
      expect(text(id).replace(/<[^>]*>|\s+/gu, ' ')).toMatch(/gross\s+margin/u)
    },
  )

  it.each(['docx', 'bilingual-docx'] as const)('%s reads as the plan says', async (id) => {
    const { value } = await mammoth.extractRawText({ buffer: bytes(id) })
    expect(value).toContain('Welcome to the gross margin call.')
    expect(value).toContain('Revenue was RMB 2.48 billion in the quarter.')
    expect(value).toContain('Wang Lin')
    expect(value).not.toContain('growth')
  })

  it('Word sees the same words when all tracked changes are accepted', async () => {
    const { value } = await mammoth.extractRawText({ buffer: bytes('tracked-docx') })
    expect(value).toContain('Welcome to the gross margin call.')
    expect(value).toContain('Revenue was RMB 2.48 billion in the quarter.')
    expect(value).toContain('Costs rose by 50% from 673.8 to 775.7.')
  })

  it('tracks changes with author and date, so that rejecting them gives the original words', () => {
    const xml = part('tracked-docx', 'word/document.xml')
    expect(xml).toMatch(/<w:ins [^>]*w:author="Mei"[^>]*w:date="2026-01-02T03:04:05/u)
    expect(xml).toMatch(/<w:del [^>]*w:author="Mei"/u)
    expect(xml).toMatch(/<w:del [^>]*w:author="jiaodui"/u)
    const rejected = xml
      .replace(/<w:ins .*?<\/w:ins>/gu, '')
      .replace(/<\/w:p>/gu, '\n')
      .replace(/<[^>]*>/gu, '')
    expect(rejected).toContain('Welcome to the growth margin call.')
    expect(rejected).toContain('Revenue was RMB 2.48 billion uh in the quarter.')
  })

  it('tracks the names of speakers that are mended', () => {
    const xml = part('tracked-docx', 'word/document.xml')
    expect(xml).toMatch(/<w:del [^>]*w:author="Mei"[^>]*>(?:(?!<\/w:del>).)*Wong Lin/u)
    expect(xml).toMatch(/<w:ins [^>]*w:author="Mei"[^>]*>(?:(?!<\/w:ins>).)*Interpreter \(for Wang Lin\)/u)
  })

  it('comments on what is open with its evidence, and on nothing else', () => {
    const comments = part('tracked-docx', 'word/comments.xml')
    expect(comments.match(/<w:comment /gu)).toHaveLength(1)
    expect(comments).toContain('775.7 / 673.8 - 1 = 0.1512')
    expect(part('tracked-docx', 'word/document.xml')).toContain('<w:commentReference')
  })

  it('stands side by side in the bilingual page and document', async () => {
    expect(text('bilingual-html')).toMatch(
      /<td lang="zh">本季度收入24\.8亿元。<\/td><td>Revenue was RMB 2\.48 billion in the quarter\.<\/td>/u,
    )
    const { value } = await mammoth.convertToHtml({ buffer: bytes('bilingual-docx') })
    expect(value).toMatch(/<td><p>本季度收入24\.8亿元。<\/p><\/td><td><p>Revenue/u)
  })

  it('the review page links findings and their words, and shows plots', () => {
    const html = text('report')
    const targets = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id)
    expect(targets.length).toBe(6)
    for (const id of targets) expect(html).toContain(`id="${id}"`)
    expect(html.match(/<svg/gu)).toHaveLength(3)
    expect(html).not.toMatch(/<script|\bsrc=|url\(/u)
  })
})

describe('aligned passages', () => {
  it('are units of a translation memory', () => {
    expect(text('tmx')).toContain('<tuv xml:lang="zh"><seg>本季度收入24.8亿元。</seg></tuv>')
    expect(text('tmx')).toContain(
      '<tuv xml:lang="en"><seg>Revenue was RMB 2.48 billion in the quarter.</seg></tuv>',
    )
    expect(text('tmx')).toContain('creationdate="20260102T030405Z"')
    expect(text('xliff')).toContain('<source>本季度收入24.8亿元。</source>')
  })

  it.runIf(hasXmllint)('are TMX 1.4b by its document type', () => {
    expect(lint(text('tmx'), ['--dtdvalid', schema('tmx14.dtd')])).toBe('')
  })

  it.runIf(hasXmllint)('are XLIFF 2.1 by the core of its schema', () => {
    expect(lint(text('xliff'), ['--schema', schema('xliff-core-2.0.xsd')])).toMatch(/validates$/u)
  })

  it.each(['tmx', 'xliff', 'junit'] as const)(
    '%s is well-formed XML, if none is aligned or found too',
    async (id) => {
      const empty = callOf({ doc: { ...doc, beads: [] }, findings: [] })
      const kind = exportKinds.find((one) => one.id === id)!
      for (const xml of [text(id), (await kind.render(empty)) as string]) expect(lint(xml)).toBe('')
    },
  )
})

describe('findings', () => {
  it('are SARIF results with level, place, fingerprint and fix', () => {
    const log = JSON.parse(text('sarif')) as Log
    const results = log.runs[0]!.results!
    expect(log.version).toBe('2.1.0')
    expect(results).toHaveLength(4)
    expect(results[0]!.locations![0]!.physicalLocation!.region).toEqual({
      startLine: 3,
      startColumn: 26,
      endLine: 3,
      endColumn: 32,
    })
    expect(results[0]!.partialFingerprints).toEqual({ 'jiaodui/v1': 'v1:growth' })
    expect(results[0]!.suppressions![0]!.justification).toBe('accepted')
    expect(results[3]!.suppressions).toBeUndefined()
    expect(results[3]!.fixes![0]!.artifactChanges[0]!.replacements[0]!.insertedContent!.text).toBe('15%')
  })

  it('are of the types that the SARIF schema gives, no more and no less', () => {
    const file = fileURLToPath(new URL('log.ts', import.meta.url))
    const source = `import type { Log } from 'sarif'\nexport const log: Log = ${text('sarif')}`
    const options: ts.CompilerOptions = { strict: true, noEmit: true, types: ['sarif'], skipLibCheck: true }
    const host = ts.createCompilerHost(options)
    const program = ts.createProgram([file], options, {
      ...host,
      fileExists: (path) => path === file || host.fileExists(path),
      readFile: (path) => (path === file ? source : host.readFile(path)),
      getSourceFile: (path, language) =>
        path === file ? ts.createSourceFile(path, source, language) : host.getSourceFile(path, language),
    })
    const faults = ts.getPreEmitDiagnostics(program, program.getSourceFile(file))
    expect(faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
  })

  it('are rows of a table, with the verdicts', async () => {
    const [header, first, , , last] = await readXlsxFile(bytes('xlsx')).then((sheets) => sheets[0]!.data)
    expect(header).toEqual([...FINDING_COLUMNS])
    expect(first!.slice(0, 6)).toEqual(['v1:growth', 'accepted', 'accepted', 'gross', null, 'Mei'])
    expect(last!.slice(0, 3)).toEqual(['v1:50%', 'open', null])
    expect(text('csv')).toContain('v1:growth,accepted,accepted,gross,,Mei,')
  })

  it('fail where they are open: in annotations and tests', () => {
    expect(text('github').trim().split('\n')).toHaveLength(2)
    expect(text('github')).toContain(
      '::error file=calls/q3.txt,line=7,col=31,title=test::50%25: Costs rose by 15.1 %25.',
    )
    expect(text('junit')).toContain('tests="2" failures="2"')
  })

  it('of a baseline are marked, and fail no more', async () => {
    const known = callOf({ known: new Set(['v1:50%', 'v1:uh']) })
    const make = async (id: ExportId) =>
      (await exportKinds.find((one) => one.id === id)!.render(known)) as string
    expect(await make('github')).toBe('')
    expect(await make('junit')).toContain('tests="1" failures="0"')
    expect(await make('sarif')).toContain('"baselineState": "unchanged"')
    expect(await make('csv')).toContain(',known\r\n')
  })
})

describe('hostile words', () => {
  const evil = `<script>alert(1)</script> =HYPERLINK("x") \u001b[31m \u0000 \u202e \ud800 ]]> javascript:alert(1) " onload="x ::error::y`
  const words = ['@SUM(A1)', '=1+1', evil]
  const hostile = alignedFrom(`Eve: Costs rose.`)
  const long = `${hostile.text} ${words.join(' ')}`
  const turn = hostile.turns[0]!
  const span = { start: turn.body[0]!.start, end: long.length }
  const evilDoc = {
    ...hostile,
    text: long,
    turns: [{ ...turn, speaker: { ...turn.speaker, title: evil }, body: [span] }],
    origins: [{ ...span, origin: 'mandarin' as const, confidence: 1, turn: 0 }],
    beads: [
      {
        mandarin: [{ ...span, end: span.end - 60 }],
        interpretation: [{ ...span, start: span.end - 60 }],
        score: 1,
        links: [],
      },
    ],
  }
  const evilFindings = words.map((own, index) =>
    findingOf({
      id: `v1:${index}`,
      ...spanOf(long, own),
      text: own,
      message: own,
      check: own,
      suggestions: [{ text: own, confidence: 0.9, safe: index === 0 }],
      evidence: [
        { kind: 'reference', document: own, quote: own },
        { kind: 'structure', note: own },
      ],
    }),
  )
  const settled = new Map<string, Settled>([['v1:1', { verdict: 'rejected', who: evil, reason: evil, when }]])
  const evilCall = callOf({
    source: { path: `${evil}.txt`, sha256: '' },
    doc: evilDoc,
    findings: evilFindings,
    settled,
    plan: plan(evilFindings, 'all'),
  })

  it.each(exportKinds.map((kind) => [kind.id, kind] as const))('do nothing in %s', async (id, { render }) => {
    const made = await render(evilCall)
    const parts =
      typeof made === 'string' ? [made] : Object.values(unzipSync(made)).map((one) => strFromU8(one))
    if (id === 'vendor' || id === 'verbatim') return
    for (const one of parts) expect(one).not.toMatch(FORBIDDEN)
    if (id === 'bilingual' || id === 'md') return
    if (typeof made !== 'string' || /html|report|tmx|xliff|junit/u.test(id))
      for (const one of parts) {
        expect(one).not.toContain('<script')
        expect(one.replace(/>[^<]*/gu, '>')).not.toContain('" onload="')
        expect(one).not.toMatch(/(?:href|src)="?javascript:/u)
      }
    if (id === 'csv') for (const cell of parseCsv(parts[0]!).flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/u)
    if (id === 'github')
      expect(parts[0]!.split('\n').every((line) => line === '' || line.startsWith('::error file='))).toBe(
        true,
      )
    if (id === 'sarif') expect(() => JSON.parse(parts[0]!) as unknown).not.toThrow()
    if (id === 'xlsx') expect(parts.join('')).not.toContain('<f>')
  })

  it('leave Word, XML and Excel files that open', async () => {
    for (const { id, render } of exportKinds) {
      const made = await render(evilCall)
      if (/tmx|xliff|junit/u.test(id)) expect(lint(made as string)).toBe('')
      if (id.endsWith('docx')) {
        const zip = unzipSync(made as Uint8Array)
        for (const name of Object.keys(zip).filter((one) => one.endsWith('.xml')))
          expect([name, lint(strFromU8(zip[name]!))]).toEqual([name, ''])
        await mammoth.extractRawText({ buffer: Buffer.from(made as Uint8Array) })
      }
      if (id === 'xlsx') await readXlsxFile(Buffer.from(made as Uint8Array))
    }
  })

  /** Control characters, lone surrogates and bidirectional controls. */
  const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u
})

describe('an office program', () => {
  const office = spawnSync('soffice', ['--version']).status === 0
  it.runIf(office)('opens the Word files and converts them', { timeout: 600_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiaodui-'))
    try {
      const ids = ['docx', 'tracked-docx', 'bilingual-docx'] as const
      for (const id of ids) writeFileSync(join(folder, `${id}.docx`), bytes(id))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      const files = ids.map((id) => join(folder, `${id}.docx`))
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder, ...files],
        { stdio: 'ignore' },
      )
      for (const id of ids)
        expect(readFileSync(join(folder, `${id}.txt`), 'utf8')).toContain('Welcome to the')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
  it.skipIf(office)('not measured: LibreOffice is not installed', () => undefined)
})

/** What xmllint has to say of the XML; nothing where it is well-formed, or where there is no xmllint. */
function lint(xml: string, options: readonly string[] = []): string {
  const { error, stderr } = spawnSync('xmllint', ['--noout', '--nonet', ...options, '-'], {
    input: xml,
    encoding: 'utf8',
  })
  return error ? '' : stderr.trim()
}
