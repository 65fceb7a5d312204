import type { Command, Option } from 'commander'

/** A command with the words that may follow it, as completions and the manual list them. */
export interface CommandWords {
  /** Below the program: "decisions import". */
  readonly path: string
  readonly description: string
  readonly usage: string
  readonly arguments: readonly { readonly name: string; readonly description: string }[]
  readonly options: readonly OptionWords[]
}

export interface OptionWords {
  /** "--format <format>". */
  readonly flags: string
  /** "--format". */
  readonly long: string
  readonly description: string
  readonly takesValue: boolean
  /** Values that it may take, of a list each. */
  readonly choices: readonly string[]
  /** Whether the values are files or folders. */
  readonly takesPath: boolean
}

/** The commands of a program with their subcommands, in the order of its help. */
export function commandsOf(program: Command): readonly CommandWords[] {
  return program.commands.flatMap((command) => [wordsOf(command, ''), ...below(command)])
}

const below = (command: Command): CommandWords[] =>
  command.commands.map((inner) => wordsOf(inner, `${command.name()} `))

const wordsOf = (command: Command, prefix: string): CommandWords => ({
  path: prefix + command.name(),
  description: command.description(),
  usage: command.usage(),
  arguments: command.registeredArguments.map((argument) => {
    return { name: argument.name(), description: argument.description }
  }),
  options: command.options.map(optionOf),
})

function optionOf({ flags, long, description, argChoices, required, optional }: Option): OptionWords {
  return {
    flags,
    long: long ?? flags,
    description,
    takesValue: required || optional,
    choices: argChoices ?? [],
    takesPath: /<(?:file|folder)>/u.test(flags),
  }
}
