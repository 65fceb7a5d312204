import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseConfig } from '../../src/cli/config.js'
import { configSchema } from '../../src/cli/config-schema.js'
import { jiaodui } from '../../src/cli/program.js'

const page = (name: string): string => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8')

test('the page of the command line names every command and option', () => {
  const commands = jiaodui(() => undefined).commands
  const words = commands.flatMap((command) => [command.name(), ...command.options.map(({ long }) => long!)])
  expect(words.filter((word) => !page('cli').includes(`\`${word}`))).toEqual([])
})

test('the page of the configuration names every setting, and its example is right', async () => {
  const settings = Object.keys(configSchema.shape)
  expect(settings.filter((setting) => !page('configuration').includes(`| \`${setting}\` `))).toEqual([])
  const [, example] = /```jsonc\n(.*?)```/su.exec(page('configuration'))!
  await expect(parseConfig(example!, 'example')).resolves.toHaveProperty('out', 'clean')
})
