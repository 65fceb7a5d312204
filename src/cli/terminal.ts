import { visible } from '../render/visible.js'

/** Prints to standard output; false when nobody reads it any more (`jiaodui check … | head`). */
export function print(text: string | Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    process.stdout.write(text, (error) => {
      resolve(!error)
    })
  })
}

/** Tells a person something on standard error, a line. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** `jiaodui: PATH: what is wrong`; signs in a name that could steer the terminal are written out. */
export function tellProblem(path: string, message: string): void {
  const lines = message.split('\n').map(visible).join('\n')
  tell(`jiaodui: ${visible(path)}: ${lines}`)
}

/** Lets output to a closed pipe come to nothing instead of ending the process with a stack. */
export function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
}

/** Columns of the terminal on standard output, at most 120; 100 where there is none. */
export function terminalWidth(): number {
  return Math.min(120, (process.stdout.isTTY && process.stdout.columns) || 100)
}
