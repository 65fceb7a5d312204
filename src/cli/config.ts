import { dirname, relative, resolve } from 'node:path'
import type { Config } from './config-schema.js'
import { findUpward, parseChecked, readSettings } from './settings-file.js'

export type { Config }

export const CONFIG_NAME = 'jiaodui.config.json'

/**
 * The configuration in the file named, else in the nearest jiaodui.config.json from the folder upward,
 * else an empty one; its `out` is made absolute. Throws UsageError that shows each mistake with its line.
 */
export async function loadConfig(named: string | undefined, folder = process.cwd()): Promise<Config> {
  const path = named ?? findUpward(CONFIG_NAME, folder)
  if (path === undefined) return {}
  const config = await parseConfig(readSettings(path), relative(process.cwd(), path) || path)
  return config.out === undefined ? config : { ...config, out: resolve(dirname(path), config.out) }
}

/** Checks a configuration's text. Throws UsageError that shows each mistake with its line and a caret. */
export async function parseConfig(text: string, path: string): Promise<Config> {
  return parseChecked(text, path, async () => {
    const { configSchema } = await import('./config-schema.js')
    return {
      schema: configSchema,
      whole: 'the configuration',
      empty: 'write an object with settings, {} at least',
      unknown: 'is not a setting',
      keysAt: () => Object.keys(configSchema.shape),
    }
  })
}
