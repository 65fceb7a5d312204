import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { completionFor } from '../../src/cli/completion.js'
import { jiaodui } from '../../src/cli/program.js'
import { commandsOf } from '../../src/cli/words.js'

const commands = commandsOf(jiaodui(() => undefined))

describe('completion in bash', () => {
  const script = completionFor('bash', commands)

  /** What the last of the words may become. */
  const completed = (...words: readonly string[]): string[] => {
    const line = words.map((word) => `'${word}'`).join(' ')
    const ask = `COMP_WORDS=(jiaodui ${line}); COMP_CWORD=${words.length}; _jiaodui; echo "\${COMPREPLY[@]}"`
    return execFileSync('bash', ['-c', `${script}\n${ask}`], { encoding: 'utf8' })
      .trim()
      .split(/\s+/u)
  }

  it('knows the commands', () => {
    expect(completed('ch')).toEqual(['check'])
  })
  it('knows the options of a command', () => {
    expect(completed('clean', 'call.txt', '--app')).toEqual(['--apply'])
    expect(completed('decisions', 'import', '--a')).toEqual(['--as'])
  })
  it('knows the values of an option', () => {
    expect(completed('check', '--format', '')).toEqual(['text', 'json'])
  })
  it('offers files elsewhere', () => {
    expect(completed('check', 'package.j')).toEqual(['package.json'])
    expect(completed('check', '--glossary', 'package.j')).toEqual(['package.json'])
  })
})

describe('completion in zsh and fish', () => {
  it('names every command and option', () => {
    for (const shell of ['zsh', 'fish'] as const) {
      const script = completionFor(shell, commands)
      for (const { path, options } of commands) {
        expect(script).toContain(path.split(' ').at(-1))
        for (const { long } of options) expect(script).toContain(long.slice(2))
      }
    }
  })
})
