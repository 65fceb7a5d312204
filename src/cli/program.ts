import { Argument, Command } from 'commander'
import { reportKinds, shells, type Shell } from './choices.js'
import type { AlignCommandFlags } from './commands/align.js'
import type { NumbersCommandFlags } from './commands/numbers.js'
import type { CheckCommandFlags } from './commands/check.js'
import type { CleanCommandFlags } from './commands/clean.js'
import type { LearnCommandFlags } from './commands/learn.js'
import {
  batching,
  checking,
  choice,
  cleaning,
  common,
  exporting,
  overFiles,
  quietExit,
  referenceOption,
  reviewing,
  STATUSES,
} from './options.js'
import type { ReviewCommandFlags } from './commands/review.js'
import type { DecisionsCommandFlags, ImportFlags } from './commands/decisions.js'
import type { ExportCommandFlags } from './commands/export.js'
import type { CommonFlags } from './settings.js'
import type { Status } from './status.js'
import { packageVersion } from './version.js'

/** The command line `jiaodui`; each command's code is loaded when it runs. */
export function jiaodui(finish: (status: Status) => void): Command {
  const program = quietExit(new Command('jiaodui'))
    .description('Proofread machine transcripts of bilingual (Mandarin–English) earnings calls.')
    .version(packageVersion(), '-v, --version')
    .addHelpText('after', EXAMPLES + STATUSES)

  batching(checking(overFiles(program.command('check'))))
    .description('report what is wrong, with evidence')
    .addOption(choice('--format <format>', 'how the report is written', ['text', 'json']).default('text'))
    .option('--speakers', 'tell who speaks on the call, and what tells so')
    .action(async (paths: string[], flags: CheckCommandFlags) => {
      finish(await (await import('./commands/check.js')).checkCommand(paths, flags))
    })

  batching(cleaning(checking(overFiles(program.command('clean'), '[files...]'))))
    .description('write clean transcripts and a report beside each file')
    .addOption(choice('--report <kind>', 'the report written beside them (default: json)', reportKinds))
    .option('--show', 'print the vendor transcript and a summary as well')
    .option('--summary', 'write summary.md, .csv and .json of all files into --out')
    .option('--ndjson', 'a JSON object a line in and out: {"id", "text"} becomes {"id", "text", "report"}')
    .action(async (paths: string[], flags: CleanCommandFlags) => {
      finish(await (await import('./commands/clean.js')).cleanCommand(paths, flags))
    })

  reviewing(program.command('review'))
    .description('settle findings and hand over a clean transcript, on a local web page')
    .action(async (paths: string[], flags: ReviewCommandFlags) => {
      finish(await (await import('./commands/review.js')).reviewCommand(paths, flags))
    })

  exporting(checking(overFiles(program.command('export'))))
    .description('make Word, HTML, translation memories, tables and more of calls')
    .action(async (paths: string[], flags: ExportCommandFlags) => {
      finish(await (await import('./commands/export.js')).exportCommand(paths, flags))
    })

  const decisions = program.command('decisions').description('list what was decided, or import it')
  checking(overFiles(decisions.command('list', { isDefault: true })))
    .description('list what is open and what was settled')
    .addOption(
      choice('--format <format>', 'how it is written', ['text', 'json', 'csv', 'xlsx']).default('text'),
    )
    .action(async (paths: string[], flags: DecisionsCommandFlags) => {
      finish(await (await import('./commands/decisions.js')).decisionsCommand(paths, flags))
    })
  checking(common(decisions.command('import')))
    .description('keep the verdicts that somebody filled into a table of findings')
    .argument('<table>', 'a .csv or .xlsx file with the columns id, verdict, text, reason, who')
    .argument('<call>', 'the transcript')
    .option('--as <name>', 'whose decisions they are where the table does not say')
    .action(async (table: string, call: string, flags: ImportFlags) => {
      finish(await (await import('./commands/decisions.js')).importCommand(table, call, flags))
    })

  overFiles(program.command('align'))
    .description('show Mandarin beside its interpretation')
    .addOption(choice('--format <format>', 'how it is written', ['text', 'json', 'tsv']).default('text'))
    .action(async (paths: string[], flags: AlignCommandFlags) => {
      finish(await (await import('./commands/align.js')).alignCommand(paths, flags))
    })

  overFiles(program.command('numbers'))
    .description('list every figure with what it was held against')
    .addOption(
      choice('--format <format>', 'how it is written', ['text', 'markdown', 'csv', 'xlsx', 'json']).default(
        'text',
      ),
    )
    .addOption(referenceOption())
    .action(async (paths: string[], flags: NumbersCommandFlags) => {
      finish(await (await import('./commands/numbers.js')).numbersCommand(paths, flags))
    })

  overFiles(program.command('text'))
    .description('print the text that offsets refer to')
    .action(async (paths: string[], flags: CommonFlags) => {
      finish(await (await import('./commands/text.js')).textCommand(paths, flags))
    })

  program
    .command('learn')
    .description('add what accepted corrections teach to the glossary')
    .argument('<files...>', 'decisions (CALL.decisions.jsonl) or JSON reports of reviewed calls')
    .option(
      '--glossary <file>',
      'the glossary (default: jiaodui.glossary.json here or above, else a new one)',
    )
    .option('--dry-run', 'show what would be added, write nothing')
    .action(async (paths: string[], flags: LearnCommandFlags) => {
      finish(await (await import('./commands/learn.js')).learnCommand(paths, flags))
    })

  program
    .command('explain')
    .description('print the page of a check, or the list of checks')
    .argument('[check]', 'its name')
    .action(async (id: string | undefined) => {
      finish(await (await import('./commands/explain.js')).explainCommand(id))
    })

  program
    .command('completion')
    .description('print a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .action(async (shell: Shell) => {
      finish(await (await import('./commands/completion.js')).completionCommand(shell, program))
    })

  return program
}

const EXAMPLES = `
Examples:
  jiaodui clean call.txt                      call.vendor.txt, call.bilingual.md, call.report.json
  jiaodui clean calls --out cleaned           a folder, its structure kept
  jiaodui clean call.txt --apply all --show   take the best suggestion of every error and warning
  jiaodui review call.txt --open              settle what was found, in the browser
  jiaodui export call.txt --to tracked-docx   Word, changes tracked, open findings as comments
  jiaodui check call.txt                      what is wrong, where, why
  jiaodui check calls --format json           one JSON report a line
  jiaodui check - < call.txt                  standard input
  jiaodui align call.txt                      Mandarin beside its interpretation
  jiaodui numbers call.txt --format csv       every figure, what it agrees with, what contradicts it
  jiaodui learn call.decisions.jsonl          what was accepted, into jiaodui.glossary.json
  jiaodui explain scale                       what a check looks for
`
