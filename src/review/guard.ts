import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

/** What the server answers to, and nothing else. */
export interface Gate {
  /** Stands in the path of every address. */
  readonly token: string
  /** Host headers that are its own: 127.0.0.1 and localhost with the port. */
  readonly hosts: readonly string[]
}

/**
 * Lets a request in when it names the server's own host, comes from the server's own page (or from no
 * page at all, for reading) and bears the token; answers 403 or 404 else. Puts on every answer what keeps
 * transcript text from running, from being framed and from being sent elsewhere.
 */
export function guard({ token, hosts }: Gate): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context
    const refusal = refusalOf(req.method, req.path, (name) => req.header(name), { token, hosts })
    if (refusal) context.res = context.json({ message: refusal.message }, refusal.status)
    else await next()
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value)
    return undefined
  }
}

interface Refused {
  readonly status: 403 | 404
  readonly message: string
}

function refusalOf(
  method: string,
  path: string,
  header: (name: string) => string | undefined,
  { token, hosts }: Gate,
): Refused | undefined {
  const host = header('host')
  if (host === undefined || !hosts.includes(host))
    return { status: 403, message: 'this server answers only to its own address' }
  const origin = header('origin')
  const own = origin === undefined ? method === 'GET' || method === 'HEAD' : origin === `http://${host}`
  const site = header('sec-fetch-site')
  if (!own || (site !== undefined && site !== 'same-origin' && site !== 'none'))
    return { status: 403, message: 'only the review page itself may ask this' }
  if (!sameSecret(path.split('/')[1] ?? '', token))
    return { status: 404, message: 'open the whole address that jiaodui review printed' }
  return undefined
}

function sameSecret(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}
