import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCall, type Call } from '../../src/review/call.js'
import { openDecisions } from '../../src/review/decisions-file.js'
import { reviewApp } from '../../src/review/server.js'
import type { Answer } from '../../src/review/protocol.js'
import type { CallView } from '../../src/review/view.js'

const token = 'the-token'
const host = '127.0.0.1:4321'
const text = `
Operator: Good day, and welcome to the third quarter earnings conference call. <script>alert(1)</script>

Zhao Min, Chief Financial Officer: Thank you. Total revenues were RMB 775.7 million, an increase of 50% from
RMB 673.8 million in the same quarter of last year. Net income excludes sharpest compensation expenses.
`

let folder: string
let call: Call
let app: ReturnType<typeof reviewApp>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiaodui-review-'))
  const decisions = openDecisions(join(folder, 'call.decisions.jsonl'))
  call = openCall({
    id: 'one',
    name: 'call.txt',
    path: 'call.txt',
    text,
    sha256: '',
    checks: {},
    who: 'Lin',
    decisions,
  })
  const page = new Map([
    [
      'index.html',
      { content: new TextEncoder().encode('<!doctype html>page'), type: 'text/html; charset=utf-8' },
    ],
  ])
  app = reviewApp(
    {
      page,
      call: (id) => (id === 'one' ? Promise.resolve(call) : undefined),
      draft: () => Promise.resolve(undefined),
      overview: () => [call.summary()],
      exports: [{ id: 'vendor', label: 'Clean transcript', ending: '.vendor.txt' }],
    },
    { token, hosts: [host] },
  )
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { host, ...headers } })

const post = (body: unknown, headers: Record<string, string> = {}) =>
  app.request(`/${token}/api/calls/one`, {
    method: 'POST',
    headers: { host, origin: `http://${host}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const step = async (one: unknown): Promise<Answer> =>
  (await (await post({ revision: call.revision(), step: one })).json()) as Answer

describe('the gate', () => {
  it('lets the token in and nothing else', async () => {
    expect((await get(`/${token}/`)).status).toBe(200)
    for (const path of ['/', '/other/', '/other/api/calls', `/${token}x/`, '/api/calls', `//${token}/`])
      expect((await get(path)).status, path).toBe(404)
  })

  it('answers only under its own host', async () => {
    for (const other of ['example.com', '127.0.0.1:1', 'localhost', ''])
      expect((await get(`/${token}/`, { host: other })).status, other).toBe(403)
  })

  it('takes steps only from its own page', async () => {
    const body = { revision: call.revision(), step: { type: 'undo' } }
    expect((await post(body, { origin: 'http://example.com' })).status).toBe(403)
    expect((await post(body, { origin: 'null' })).status).toBe(403)
    expect((await post(body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const noOrigin = await app.request(`/${token}/api/calls/one`, {
      method: 'POST',
      headers: { host },
      body: '{}',
    })
    expect(noOrigin.status).toBe(403)
    expect((await get(`/${token}/api/calls`, { origin: 'http://example.com' })).status).toBe(403)
  })

  it('puts a strict policy on every answer, refusals too', async () => {
    for (const path of [`/${token}/`, `/${token}/api/calls/one`, '/nothing']) {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })
})

describe('files', () => {
  it('serves the page and nothing beside it', async () => {
    expect(await (await get(`/${token}/`)).text()).toContain('page')
    for (const path of [
      '../package.json',
      '%2e%2e/package.json',
      '..%2f..%2fetc/passwd',
      'package.json',
      'index.html/..',
    ])
      expect(await (await get(`/${token}/${path}`)).text(), path).not.toContain('jiaodui"')
    expect((await get(`/${token}/package.json`)).status).toBe(404)
  })

  it('shows calls as JSON, so that nothing in a transcript can run', async () => {
    const response = await get(`/${token}/api/calls/one`)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(((await response.json()) as CallView).text).toContain('<script>alert(1)</script>')
  })

  it('hands exports over as downloads', async () => {
    const response = await get(`/${token}/api/calls/one/exports/vendor`)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/u)
    expect(await response.text()).toContain('Zhao Min')
    expect((await get(`/${token}/api/calls/one/exports/../../secret`)).status).toBe(404)
    expect((await get(`/${token}/api/calls/one/exports/nothing`)).status).toBe(404)
  })

  it('answers with 304 while nothing has changed', async () => {
    const tag = (await get(`/${token}/api/calls/one`)).headers.get('etag')!
    expect((await get(`/${token}/api/calls/one`, { 'if-none-match': tag })).status).toBe(304)
  })
})

describe('bodies', () => {
  it('refuses what is too large, no JSON, or no step', async () => {
    expect((await post(`{"x":"${'x'.repeat(2 ** 20)}"}`)).status).toBe(413)
    expect((await post('{"revision":')).status).toBe(400)
    expect((await post({ revision: call.revision(), step: { type: 'settle', ids: 'all' } })).status).toBe(400)
    expect((await post({ revision: call.revision(), step: { type: 'undo', more: 1 } })).status).toBe(400)
    expect(
      (await post({ revision: call.revision(), step: { type: 'undo' } }, { 'content-type': 'text/plain' }))
        .status,
    ).toBe(415)
    expect((await get(`/${token}/api/calls/other`)).status).toBe(404)
  })
})

describe('steps', () => {
  it('settle findings, and are undone and done again', async () => {
    const finding = call.view().findings.find(({ text: words }) => words === '50%')!
    const accepted = await step({ type: 'settle', ids: [finding.id], verdict: 'accepted' })
    expect(accepted.decisions.settled[finding.id]).toMatchObject({
      verdict: 'accepted',
      text: '15%',
      who: 'Lin',
    })
    expect(accepted.decisions.edits).toMatchObject([{ insert: '15%' }])
    expect(await (await get(`/${token}/api/calls/one/exports/vendor`)).text()).toContain(
      'an increase of 15% from',
    )
    const undone = await step({ type: 'undo' })
    expect(undone.decisions.settled).toEqual({})
    expect(undone.decisions.edits).toEqual([])
    expect((await step({ type: 'redo' })).decisions.edits).toMatchObject([{ insert: '15%' }])
    await step({ type: 'undo' })
  })

  it('are refused when somebody else was quicker', async () => {
    const finding = call.view().findings[0]!
    const revision = call.revision()
    await step({ type: 'settle', ids: [finding.id], verdict: 'rejected', reason: 'said so' })
    const late = await post({ revision, step: { type: 'settle', ids: [finding.id], verdict: 'accepted' } })
    expect(late.status).toBe(409)
    expect(((await late.json()) as { message: string }).message).toMatch(/somebody else/iu)
    expect(call.view().decisions.settled[finding.id]).toMatchObject({
      verdict: 'rejected',
      reason: 'said so',
    })
    await step({ type: 'undo' })
  })

  it('rename a speaker everywhere', async () => {
    const { reload } = await step({ type: 'rename', from: 'Zhao Min', name: 'Zhao Ming' })
    expect(reload).toBe(true)
    expect(call.view().speakers.map(({ name }) => name)).toEqual(['Operator', 'Zhao Ming'])
    await step({ type: 'undo' })
    expect(call.view().speakers.map(({ name }) => name)).toEqual(['Operator', 'Zhao Min'])
  })
})
