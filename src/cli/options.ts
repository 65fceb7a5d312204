import { CommanderError, InvalidArgumentError, Option, type Command } from 'commander'
import { captionChoices, exportIds, failLevels, formats, policies, styles } from './choices.js'
import { sentenceOf, UsageError } from './failure.js'
import { STATUS, type Status } from './status.js'
import { tell } from './terminal.js'

/**
 * Parses the words (without program and script), runs the action chosen and gives the exit status; what
 * goes wrong is told, never thrown.
 */
export async function runProgram(
  programFor: (finish: (status: Status) => void) => Command,
  words: readonly string[],
): Promise<Status> {
  const result: { status: Status } = { status: STATUS.clean }
  const program = programFor((status) => {
    result.status = status
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return result.status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? STATUS.clean : STATUS.usage
    tell(error instanceof UsageError ? error.message : `jiaodui: ${sentenceOf(error)}`)
    return error instanceof UsageError ? STATUS.usage : STATUS.failed
  }
}

/** Makes a program tell mistakes in one voice and leave the exit to runProgram. */
export function quietExit(program: Command): Command {
  return program
    .showHelpAfterError('(--help tells more)')
    .configureOutput({
      outputError: (words, write) => {
        write(words.replace(/^error: /u, 'jiaodui: '))
      },
    })
    .exitOverride()
}

/** The transcripts a command reads and where its outputs go. */
export function overFiles(command: Command, files = '<files...>'): Command {
  return common(
    command
      .argument(files, 'files, folders, patterns such as "calls/**/*.txt", or - for standard input')
      .option('--out <folder>', 'write the outputs into this folder'),
  )
}

/** What everything that reads transcripts takes. */
export function common(command: Command): Command {
  return command
    .option('--force', 'replace outputs that are there already')
    .addOption(choice('--read-as <layout>', 'the layout, where it is told wrongly by content', formats))
    .option('--config <file>', 'the configuration (default: jiaodui.config.json here or above)')
    .option('--quiet', 'no progress and no notes, only failures, on standard error')
    .option('--color', 'colour even where standard output is no terminal')
    .option('--no-color', 'no colour (NO_COLOR is heeded too)')
    .addHelpText('after', STATUSES)
}

/** What everything that runs checks takes besides. */
export function checking(command: Command): Command {
  return command
    .addOption(listOption('--only <checks>', 'run only these checks'))
    .addOption(listOption('--skip <checks>', 'run all but these checks'))
    .addOption(choice('--fail-on <severity>', 'exit with 1 from this severity up', failLevels))
    .addOption(referenceOption())
    .addOption(glossaryOption())
    .addOption(namesOption())
    .option('--decisions <file>', 'the decisions to heed (default: NAME.decisions.jsonl beside each call)')
    .option('--no-decisions', 'heed no decisions')
    .option('--baseline <file>', 'a report or decisions: findings named there are known, and do not fail')
}

export const referenceOption = (): Option =>
  repeatable(
    '--reference <file>',
    'press release or report to hold the figures against (text, HTML, Markdown, DOCX, PDF)',
  )

const glossaryOption = (): Option =>
  repeatable(
    '--glossary <file>',
    'terms and names as the house writes them (default: every jiaodui.glossary.json here and above)',
  )

const namesOption = (): Option => repeatable('--names <file>', 'names that are right, one a line')

/** A file; the option may be given again. */
function repeatable(flags: string, description: string): Option {
  return new Option(flags, `${description}; may be repeated`).argParser(
    (path: string, before: readonly string[] | undefined) => [...(before ?? []), path],
  )
}

/** What everything that writes clean transcripts takes besides. */
export function cleaning(command: Command): Command {
  return command
    .addOption(listOption('--style <styles>', 'which transcripts (default: vendor,bilingual)', styles))
    .addOption(choice('--apply <which>', 'which suggestions to take (default: safe)', policies))
    .addOption(
      listOption(
        '--captions <kinds>',
        'captions made of inputs with times (default: what .srt and .vtt files are)',
        captionChoices,
      ),
    )
}

/** What a command that works through many files takes besides. */
export function batching(command: Command): Command {
  return command
    .addOption(
      new Option('--jobs <number>', 'files worked on at a time (default: one a processor)').argParser(jobsOf),
    )
    .option('--resume', 'go on with a run into --out that was stopped: what is done and unchanged stays')
    .addOption(
      choice('--by <what>', 'let the calls of a company share names and accepted corrections', ['company']),
    )
}

function jobsOf(words: string): number {
  const jobs = Number(words)
  if (!/^\d{1,2}$/u.test(words) || jobs < 1) throw new InvalidArgumentError('Use a number from 1 to 99.')
  return jobs
}

/** What a command that makes other files of calls takes besides. */
export function exporting(command: Command): Command {
  return command
    .addOption(listOption('--to <kinds>', 'what to make', exportIds).makeOptionMandatory())
    .addOption(choice('--apply <which>', 'which suggestions to take (default: safe)', policies))
}

/** What a session of review takes. */
export function reviewing(command: Command): Command {
  return command
    .argument('<calls...>', 'files, folders or patterns such as "calls/**/*.txt"')
    .addOption(new Option('--port <number>', 'the port of the page (default: a free one)').argParser(portOf))
    .option('--open', 'open the page in the browser')
    .option('--as <name>', 'whose name decisions bear (default: the name you are logged in under)')
    .addOption(listOption('--only <checks>', 'run only these checks'))
    .addOption(listOption('--skip <checks>', 'run all but these checks'))
    .addOption(referenceOption())
    .addOption(glossaryOption())
    .addOption(namesOption())
    .addOption(choice('--read-as <layout>', 'the layout, where it is told wrongly by content', formats))
    .option('--config <file>', 'the configuration (default: jiaodui.config.json here or above)')
}

function portOf(words: string): number {
  const port = Number(words)
  if (!/^\d{1,5}$/u.test(words) || port > 65_535)
    throw new InvalidArgumentError('Use a number from 0 to 65535.')
  return port
}

/** An option with a fixed set of values. */
export function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices)
}

/** A list with commas; the option may be given again. */
function listOption(flags: string, description: string, choices?: readonly string[]): Option {
  const option = new Option(flags, `${description}, with commas between them`)
  return (choices ? option.choices(choices) : option).argParser(
    (words: string, before: readonly string[] | undefined) => {
      const names = words.split(',').map((name) => name.trim())
      if (names.some((name) => name === '' || choices?.includes(name) === false))
        throw new InvalidArgumentError(
          choices ? `Allowed choices are ${choices.join(', ')}.` : 'A name is empty.',
        )
      return [...new Set([...(before ?? []), ...names])]
    },
  )
}

/** The end of every help page. */
export const STATUSES = `
Exit status:
  0  nothing at or above --fail-on (check: error, clean: never, unless set)
  1  findings at or above --fail-on
  2  wrong usage or configuration
  3  some file failed; the others were done
`
