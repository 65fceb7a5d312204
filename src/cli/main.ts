#!/usr/bin/env node
import { runProgram } from './options.js'
import { jiaodui } from './program.js'
import { ignoreClosedPipes } from './terminal.js'

ignoreClosedPipes()
process.exitCode = await runProgram(jiaodui, process.argv.slice(2))
