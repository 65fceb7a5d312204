import { constants } from 'node:os'

/**
 * Has something done before the process ends when a person or the system stops it (Ctrl-C); gives what takes
 * that back. What was asked for last is done first.
 */
export function onInterrupt(cleanUp: () => void): () => void {
  if (cleanUps.length === 0) for (const signal of SIGNALS) process.on(signal, stop)
  cleanUps.push(cleanUp)
  return () => {
    const at = cleanUps.indexOf(cleanUp)
    if (at >= 0) cleanUps.splice(at, 1)
    if (cleanUps.length === 0) for (const signal of SIGNALS) process.off(signal, stop)
  }
}

const cleanUps: (() => void)[] = []
const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

function stop(signal: NodeJS.Signals): void {
  for (const cleanUp of cleanUps.splice(0).toReversed()) cleanUp()
  process.exit(128 + constants.signals[signal])
}
