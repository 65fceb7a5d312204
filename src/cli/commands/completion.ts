import type { Command } from 'commander'
import type { Shell } from '../choices.js'
import { completionFor } from '../completion.js'
import { STATUS, type Status } from '../status.js'
import { print } from '../terminal.js'
import { commandsOf } from '../words.js'

/** `jiaodui completion SHELL`: the script that completes the program's words. */
export async function completionCommand(shell: Shell, program: Command): Promise<Status> {
  await print(completionFor(shell, commandsOf(program)))
  return STATUS.clean
}
