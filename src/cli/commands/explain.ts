import { explainCheck } from '../../check/explain.js'
import { checks } from '../../check/rules/index.js'
import { UsageError } from '../failure.js'
import { meant } from '../nearest.js'
import { STATUS, type Status } from '../status.js'
import { print } from '../terminal.js'

/** `jiaodui explain [CHECK]`: a check's page, or the list of checks. */
export async function explainCommand(id: string | undefined): Promise<Status> {
  const found = checks.find((check) => check.id === id)
  if (id !== undefined && !found) {
    const known = checks.map((check) => check.id)
    throw new UsageError(`jiaodui: no check is called "${id}"; ${meant(id, known)}`)
  }
  await print(found ? explainCheck(found) : listOfChecks())
  return STATUS.clean
}

function listOfChecks(): string {
  const width = Math.max(0, ...checks.map(({ id }) => id.length))
  return checks.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}\n`).join('')
}
