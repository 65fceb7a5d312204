/** One run of the stages in a process that has done nothing before, for bench.ts; prints the times as JSON. */
import { readFileSync } from 'node:fs'
import { decodeText } from '../../src/read/decode.js'
import { runStages } from './stages.js'

console.log(JSON.stringify(runStages(decodeText(readFileSync(process.argv[2]!)).text)))
