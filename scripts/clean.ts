/**
 * Cleans a folder of transcripts: `npx tsx scripts/clean.ts DIR OUT`. Each gets its vendor and bilingual
 * transcript and its report under OUT, the folders kept; summary.md and summary.csv there tell of all.
 * Exits as `jiaodui clean` does.
 */
import { join } from 'node:path'
import { Command } from 'commander'
import { cleanTask } from '../src/cli/clean-task.js'
import type { CleanCommandFlags } from '../src/cli/commands/clean.js'
import { checking, cleaning, common, quietExit, runProgram } from '../src/cli/options.js'
import { runTask } from '../src/cli/run.js'
import { settingsOf } from '../src/cli/settings.js'
import { statusOf, type Status } from '../src/cli/status.js'
import { summaryCsv, summaryMarkdown } from '../src/cli/summary.js'
import { ignoreClosedPipes } from '../src/cli/terminal.js'
import { writeFiles } from '../src/cli/write.js'

function cleanScript(finish: (status: Status) => void): Command {
  return cleaning(checking(common(quietExit(new Command('clean')))))
    .description('Clean a folder of transcripts and sum up the run in a table.')
    .argument('<folder>', 'the transcripts, in folders below as well')
    .argument('<out>', 'the folder for the outputs')
    .action(async (folder: string, out: string, flags: CleanCommandFlags) => {
      finish(await cleanFolder(folder, { ...flags, out }))
    })
}

async function cleanFolder(folder: string, flags: CleanCommandFlags & { out: string }): Promise<Status> {
  const settings = await settingsOf(flags, { writesFiles: true })
  const task = cleanTask(settings, { report: 'json', tell: 'nothing' })
  const outcomes = await runTask([folder], task, { ...settings, offTerminal: 'lines' })
  const tables = [
    { path: join(flags.out, 'summary.md'), content: summaryMarkdown(outcomes) },
    { path: join(flags.out, 'summary.csv'), content: summaryCsv(outcomes) },
  ]
  await writeFiles(tables, settings)
  return statusOf(outcomes, settings.failOn, ({ left }) => left)
}

ignoreClosedPipes()
process.exitCode = await runProgram(cleanScript, process.argv.slice(2))
