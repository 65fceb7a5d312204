import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import type { core } from 'zod'
import { decodeText } from '../read/decode.js'
import { lineIndex } from '../text/lines.js'
import type { Span } from '../types.js'
import { sentenceOf, UsageError } from './failure.js'
import { meant } from './nearest.js'
import type { Config } from './config-schema.js'

export type { Config }

export const CONFIG_NAME = 'jiaodui.config.json'

/**
 * The configuration in the file named, else in the nearest jiaodui.config.json from the folder upward,
 * else an empty one; its `out` is made absolute. Throws UsageError that shows each mistake with its line.
 */
export async function loadConfig(named: string | undefined, folder = process.cwd()): Promise<Config> {
  const path = named ?? findUpward(folder)
  if (path === undefined) return {}
  const config = await parseConfig(readConfig(path), relative(process.cwd(), path) || path)
  return config.out === undefined ? config : { ...config, out: resolve(dirname(path), config.out) }
}

/** Checks a configuration's text. Throws UsageError that shows each mistake with its line and a caret. */
export async function parseConfig(text: string, path: string): Promise<Config> {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  if (errors.length > 0 || !root) {
    const mistakes = errors.map(({ error, offset, length }) => {
      return { start: offset, end: offset + length, message: syntaxMessage(printParseErrorCode(error)) }
    })
    const empty = { start: 0, end: 0, message: 'write an object with settings, {} at least' }
    throw new UsageError(shown(text, path, mistakes.slice(0, 1).concat(errors.length > 0 ? [] : empty)))
  }
  const [{ configSchema }, { getNodeValue }] = await Promise.all([
    import('./config-schema.js'),
    import('jsonc-parser'),
  ])
  const result = configSchema.safeParse(getNodeValue(root))
  if (result.success) return result.data
  const mistakes = result.error.issues.flatMap((issue) =>
    mistakesOf(issue, root, Object.keys(configSchema.shape)),
  )
  throw new UsageError(shown(text, path, mistakes))
}

interface Mistake extends Span {
  readonly message: string
}

function findUpward(folder: string): string | undefined {
  const path = join(folder, CONFIG_NAME)
  if (existsSync(path)) return path
  const parent = dirname(folder)
  return parent === folder ? undefined : findUpward(parent)
}

function readConfig(path: string): string {
  try {
    return decodeText(readFileSync(path)).text
  } catch (error) {
    throw new UsageError(`jiaodui: ${path}: ${sentenceOf(error, path)}`)
  }
}

/** `InvalidSymbol` → "invalid symbol: this is not JSON (comments are allowed)". */
function syntaxMessage(code: string): string {
  const words = code.replace(/(?!^)[A-Z]/gu, (letter) => ` ${letter}`).toLowerCase()
  return `${words}: this is not JSON with comments`
}

function mistakesOf(issue: core.$ZodIssue, root: Node, settings: readonly string[]): Mistake[] {
  const path = issue.path as (string | number)[]
  const node = findNodeAtLocation(root, path) ?? root
  const name = JSON.stringify(path[0] ?? '')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const own = node.children?.find((property) => property.children?.[0]?.value === key)?.children?.[0]
        return mistake(own ?? node, `"${key}" is not a setting; ${meant(key, settings)}`)
      })
    case 'invalid_value': {
      const given: unknown = node.value
      const known = issue.values.map(String)
      const next = typeof given === 'string' ? meant(given, known) : `use one of ${known.join(', ')}`
      return [mistake(node, `${JSON.stringify(given ?? null)} is not a value of ${name}; ${next}`)]
    }
    case 'invalid_type':
      return [
        mistake(node, `${path.length > 0 ? name : 'the configuration'} must be ${kind(issue.expected)}`),
      ]
    default:
      return [mistake(node, issue.message)]
  }
}

const mistake = ({ offset, length }: Node, message: string): Mistake => {
  return { start: offset, end: offset + length, message }
}

function kind(expected: string): string {
  return expected === 'array'
    ? 'a list, in [ ]'
    : expected === 'object'
      ? 'an object, in { }'
      : `a ${expected}`
}

/** Each mistake with its place, its line and a caret under the words. */
function shown(text: string, path: string, mistakes: readonly Mistake[]): string {
  const lines = lineIndex(text)
  return mistakes
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, message }) => {
      const { line, column } = lines.position(start)
      const words = /^.*/u.exec(text.slice(start - column + 1))![0].replaceAll('\t', ' ')
      const width = Math.max(1, Math.min(end - start, words.length - column + 1))
      const margin = ' '.repeat(String(line).length)
      return `${path}:${line}:${column}: ${message}
  ${line} | ${words}
  ${margin} | ${' '.repeat(column - 1)}${'^'.repeat(width)}`
    })
    .join('\n')
}
