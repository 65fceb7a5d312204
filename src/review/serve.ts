import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Gate } from './guard.js'
import { reviewApp, type Review } from './server.js'

/** A server at work. */
export interface Serving {
  /** The whole address, with the token. */
  readonly address: string
  readonly close: () => Promise<void>
}

/** Serves the review on 127.0.0.1; a free port where `port` is 0. Throws the system's error for a port in use. */
export function serveReview(review: Review, { port }: { readonly port: number }): Promise<Serving> {
  const token = randomBytes(24).toString('base64url')
  const hosts: string[] = []
  const gate: Gate = { token, hosts }
  const app = reviewApp(review, gate)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info: AddressInfo) => {
      hosts.push(`127.0.0.1:${info.port}`, `localhost:${info.port}`)
      resolve({
        address: `http://127.0.0.1:${info.port}/${token}/`,
        close: () =>
          new Promise((closed) => {
            server.close(() => {
              closed()
            })
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.once('error', reject)
  })
}
