import type { Command } from 'commander'
import { STATUSES } from '../../src/cli/options.js'
import { jiaodui } from '../../src/cli/program.js'
import { commandsOf, type CommandWords, type OptionWords } from '../../src/cli/words.js'

/** The manual page jiaodui(1), in the roff of man(7), made from the program's own help. */
export function manualPage(): string {
  const program = jiaodui(() => undefined)
  return [
    '.\\" Written by `npm run docs` from src/cli/program.ts; change it there.',
    `.TH JIAODUI 1 "" "jiaodui ${program.version() ?? ''}" "User commands"`,
    '.SH NAME',
    `jiaodui \\- ${roff(withoutStop(program.description()))}`,
    '.SH SYNOPSIS',
    ...synopsisOf(program),
    '.SH COMMANDS',
    ...commandsOf(program).flatMap(sectionOf),
    '.SH EXIT STATUS',
    '.nf',
    roff(STATUSES.trim().split('\n').slice(1).join('\n')),
    '.fi',
    '.SH FILES',
    ...entry('jiaodui.config.json', 'settings, looked for in the working folder and above it'),
    ...entry('jiaodui.glossary.json', 'terms and names as the house writes them'),
    ...entry('NAME.decisions.jsonl', 'what was decided of a call, beside its transcript'),
    '.SH ENVIRONMENT',
    ...entry('NO_COLOR', 'no colour'),
    ...entry('JIAODUI_DEBUG', 'tell where an unexpected error happened'),
    '',
  ].join('\n')
}

const withoutStop = (words: string): string => words.replace(/\.$/u, '')

const synopsisOf = (program: Command): string[] =>
  program.commands.flatMap((command) => [`.B jiaodui ${command.name()}`, roff(command.usage()), '.br'])

const sectionOf = ({ path, description, options, ...rest }: CommandWords): string[] => [
  `.SS "jiaodui ${path}"`,
  roff(sentence(description)),
  ...rest.arguments.flatMap(({ name, description }) => entry(`<${name}>`, description)),
  ...options.flatMap(optionEntry),
]

const optionEntry = ({ flags, description, choices }: OptionWords): string[] =>
  entry(flags, choices.length > 0 ? `${description}: ${choices.join(', ')}` : description)

const entry = (term: string, words: string): string[] => ['.TP', `.B ${roff(term)}`, roff(words)]

const sentence = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}.`

/** Words that roff prints as they are. */
const roff = (words: string): string =>
  words
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^([.'])/gmu, '\\&$1')
