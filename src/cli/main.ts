#!/usr/bin/env node
import { compileLater } from './engine.js'
import { runProgram } from './options.js'
import { jiaodui } from './program.js'
import { ignoreClosedPipes } from './terminal.js'

compileLater()
ignoreClosedPipes()
process.exitCode = await runProgram(jiaodui, process.argv.slice(2))
