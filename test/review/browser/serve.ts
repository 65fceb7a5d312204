/** Serves calls for a browser test: `serve.ts PAGE CALL…`; prints the address. */
import { readFile } from 'node:fs/promises'
import { readPage } from '../../../src/review/page-files.js'
import { serveReview } from '../../../src/review/serve.js'
import { openSession } from '../../../src/review/session.js'

const [page, ...calls] = process.argv.slice(2)
const session = openSession(calls, {
  who: 'Lin',
  checks: {},
  load: async (path) => ({ text: await readFile(path, 'utf8'), sha256: '' }),
  explain: String,
})
const { address } = await serveReview({ ...session, page: readPage(page!) }, { port: 0 })
console.log(JSON.stringify({ address, ids: session.ids }))
