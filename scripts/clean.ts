/**
 * Cleans a folder of transcripts: `npx tsx scripts/clean.ts DIR OUT`, which is `jiaodui clean DIR --out OUT
 * --summary`. Each gets its vendor and bilingual transcript and its report under OUT, the folders kept;
 * summary.md, summary.csv and summary.json there tell of all. Exits as `jiaodui clean` does.
 */
import { Command } from 'commander'
import { cleanCommand, type CleanCommandFlags } from '../src/cli/commands/clean.js'
import { batching, checking, cleaning, common, quietExit, runProgram } from '../src/cli/options.js'
import type { Status } from '../src/cli/status.js'
import { ignoreClosedPipes } from '../src/cli/terminal.js'

function cleanScript(finish: (status: Status) => void): Command {
  return batching(cleaning(checking(common(quietExit(new Command('clean'))))))
    .description('Clean a folder of transcripts and sum up the run in a table.')
    .argument('<folder>', 'the transcripts, in folders below as well')
    .argument('<out>', 'the folder for the outputs')
    .action(async (folder: string, out: string, flags: CleanCommandFlags) => {
      finish(await cleanCommand([folder], { ...flags, out, summary: true }))
    })
}

ignoreClosedPipes()
process.exitCode = await runProgram(cleanScript, process.argv.slice(2))
