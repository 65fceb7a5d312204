import { styleText } from 'node:util'
import type { Paint, Tone } from '../render/report-text.js'

/**
 * Whether standard output gets colour: as the flag says, else only on a terminal that knows colours,
 * unless NO_COLOR is set.
 */
export function wantsColour(flag: boolean | undefined): boolean {
  if (flag !== undefined) return flag
  return process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'
}

/** Gives words the look of a tone, or leaves them as they are. */
export function paintFor(colour: boolean): Paint {
  if (!colour) return (_, words) => words
  return (tone, words) => styleText([...LOOKS[tone]], words, { validateStream: false })
}

const LOOKS = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  info: ['cyan', 'bold'],
  place: ['bold'],
  caret: ['red'],
  suggestion: ['green'],
  quiet: ['dim'],
} as const satisfies Record<Tone, readonly string[]>
