import { visible } from '../render/visible.js'
import { tell } from './terminal.js'

/** Shows how far a run is, on standard error. */
export interface Progress {
  /** Before a file is worked on. */
  readonly begin: (path: string) => void
  /** After it, before anything about it is printed; `milliseconds` is how long it took. */
  readonly finish: (path: string, outcome: 'done' | 'failed', milliseconds: number) => void
}

/** How progress is shown where standard error is no terminal. */
export type OffTerminal = 'nothing' | 'lines'

export function showProgress(total: number, quiet: boolean, offTerminal: OffTerminal): Progress {
  if (quiet) return silent
  if (process.stderr.isTTY) return total > 1 ? redrawn(total) : silent
  return offTerminal === 'lines' ? lines(total) : silent
}

/** `3/120 name.txt  2.1 files/s  55 s left`, cut to the width of the terminal less one. */
export function progressLine(
  { done, total, path, milliseconds }: { done: number; total: number; path: string; milliseconds: number },
  width: number,
): string {
  const speed = (1000 * done) / Math.max(1, milliseconds)
  const left = done === 0 ? '' : `  ${rate(speed)} files/s  ${duration((total - done) / speed)} left`
  const start = `${done + 1}/${total} `
  const room = Math.max(8, width - 1 - start.length - left.length)
  const name = visible(path)
  return start + (name.length > room ? `…${name.slice(1 - room)}` : name) + left
}

const nothing = (): void => undefined
const silent: Progress = { begin: nothing, finish: nothing }

function redrawn(total: number): Progress {
  const start = performance.now()
  let done = 0
  const clear = () => process.stderr.write('\r\x1b[K')
  return {
    begin: (path) => {
      const milliseconds = performance.now() - start
      clear()
      process.stderr.write(progressLine({ done, total, path, milliseconds }, process.stderr.columns || 80))
    },
    finish: () => {
      done++
      clear()
    },
  }
}

function lines(total: number): Progress {
  let done = 0
  return {
    ...silent,
    finish: (path, outcome, milliseconds) => {
      tell(`${++done}/${total} ${visible(path)}  ${outcome}  ${Math.round(milliseconds)} ms`)
    },
  }
}

const rate = (perSecond: number): string => perSecond.toFixed(perSecond < 10 ? 1 : 0)

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}
