import { setFlagsFromString } from 'node:v8'

/**
 * Lets the engine compile a function twice as late as it would. Most functions run for a second or two, and what
 * compiling them all costs is not earned back: a cold `check` takes a quarter less processor time. Measured on, and
 * kept to, Node 20.
 */
export function compileLater(): void {
  if (/^v20\./u.test(process.version)) setFlagsFromString('--interrupt-budget=270000')
}
