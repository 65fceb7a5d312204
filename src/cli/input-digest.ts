import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { decisionsPath } from '../review/decisions-path.js'
import { STANDARD_INPUT, type Input } from './files.js'

/** Of what the outputs of an input are made from: its bytes, the decisions beside it, what its company's calls share. */
export function digestOfInput({ path, company }: Input, sha256: string): string {
  const decisions = decisionsPath(path)
  const isDecided = path !== STANDARD_INPUT && existsSync(decisions)
  const own = isDecided ? digestOf(sha256 + digestOf(readFileSync(decisions))) : sha256
  return company ? digestOf(own + JSON.stringify(company.known)) : own
}

/** SHA-256 in hexadecimal. */
export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')
