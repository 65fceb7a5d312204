import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Call } from './call.js'
import { guard, type Gate } from './guard.js'
import type { PageFile } from './page-files.js'
import type { ExportKind } from './protocol.js'
import { requestSchema } from './schema.js'
import type { CallSummary, CallView } from './view.js'

/** What is served: the page, and the calls by id. */
export interface Review {
  readonly page: ReadonlyMap<string, PageFile>
  /** Undefined for an id that no call has; rejected where the call cannot be read. */
  readonly call: (id: string) => Promise<Call> | undefined
  /** What can be shown of a call that is still being analysed; undefined of others. */
  readonly draft: (id: string) => Promise<CallView | undefined>
  readonly overview: () => readonly CallSummary[]
  readonly exports: readonly ExportKind[]
}

const LARGEST_BODY = 2 ** 20

/** The review server as a function of requests; every address begins with `/TOKEN/`. */
export function reviewApp(review: Review, gate: Gate): Hono {
  const { page } = review
  const app = new Hono()
  app.use(guard(gate))
  const api = app.basePath('/:token')

  api.get('/api/calls', (context) => context.json({ calls: review.overview() }))
  api.get('/api/exports', (context) => context.json(review.exports))
  api.get('/api/calls/:id/draft', async (context) => {
    const draft = await review.draft(context.req.param('id'))
    return draft ? context.json(draft) : context.body(null, 204)
  })
  api.get('/api/calls/:id', async (context) => {
    const call = await review.call(context.req.param('id'))
    if (!call) return context.json({ message: unknownCall }, 404)
    const tag = `"${call.revision()}"`
    if (context.req.header('if-none-match') === tag) return context.body(null, 304)
    return context.json(call.view(), 200, { etag: tag })
  })
  api.get('/api/calls/:id/revision', async (context) => {
    const call = await review.call(context.req.param('id'))
    return call ? context.json({ revision: call.revision() }) : context.json({ message: unknownCall }, 404)
  })
  api.post(
    '/api/calls/:id',
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (context) => context.json({ message: 'this is more than a step may say' }, 413),
    }),
    async (context) => {
      const call = await review.call(context.req.param('id'))
      if (!call) return context.json({ message: unknownCall }, 404)
      if (context.req.header('content-type')?.split(';')[0] !== 'application/json')
        return context.json({ message: 'send JSON' }, 415)
      const request = requestSchema.safeParse(await context.req.json().catch(() => undefined))
      if (!request.success)
        return context.json({ message: 'this step is not understood; reload the page' }, 400)
      const { revision, step } = request.data
      if (revision !== call.revision()) return context.json({ message: overtaken }, 409)
      const answer = call.take(step)
      return answer ? context.json(answer) : context.json({ message: nothingToDo }, 422)
    },
  )
  api.get('/api/calls/:id/exports/:kind', async (context) => {
    const call = await review.call(context.req.param('id'))
    const file = await call?.exported(context.req.param('kind'))
    if (!file) return context.json({ message: 'there is no such export' }, 404)
    return context.body(bodyOf(file.content), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
  })
  api.get('/*', (context) => {
    const [, token, ...names] = context.req.path.split('/')
    if (names.length === 0) return context.redirect(`/${token}/`)
    const name = names.join('/')
    const file = page.get(name === '' ? 'index.html' : name)
    if (!file) return context.json({ message: 'there is no such page' }, 404)
    return context.body(bodyOf(file.content), 200, { 'content-type': file.type })
  })
  app.onError((error, context) => {
    console.error(error)
    return context.json({ message: 'the step failed; nothing was changed. Reload the page' }, 500)
  })
  return app
}

const unknownCall = 'there is no such call; go back to the list of calls'
const nothingToDo =
  'there is nothing here that this step could change; correct the words of one turn at a time'
const overtaken =
  'Somebody else changed this call meanwhile. What you see is up to date again; do your last step once more if it still fits.'

function bodyOf(content: string | Uint8Array): string | Uint8Array<ArrayBuffer> {
  return typeof content === 'string' ? content : new Uint8Array(content)
}
