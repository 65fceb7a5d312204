import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What one recogniser made of a call. */
export interface Recognised {
  /** The call's number. */
  readonly call: string
  readonly recogniser: string
  readonly text: string
  /** What a person wrote down, without speaker marks and remarks. */
  readonly reference: string
}

/** The calls of a folder by number: `CALL.ref.txt` is the reference, `CALL.NAME.txt` what a recogniser made of it. */
export function loadRecognised(folder: string): Recognised[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => /^(\d+)\.(?!ref\.)(\w+)\.txt$/u.exec(name))
    .filter((match) => match !== null)
    .map(([name, call, recogniser]) => ({
      call: call!,
      recogniser: recogniser!,
      text: readFileSync(join(folder, name), 'utf8'),
      reference: referenceOf(folder, call!),
    }))
}

/** The human transcript of a call, without speaker marks and remarks. */
export const referenceOf = (folder: string, call: string): string =>
  readFileSync(join(folder, `${call}.ref.txt`), 'utf8').replace(/\[spk\w+\]|<[^<>]*>/gu, ' ')

/** Every third call, by number, takes no part in learning: it is what is reported on. */
export function isKeptOut(call: string, calls: readonly string[]): boolean {
  return [...new Set(calls)].sort().indexOf(call) % 3 === 2
}
