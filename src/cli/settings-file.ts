import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import type { core, z } from 'zod'
import { decodeText } from '../read/decode.js'
import { lineIndex } from '../text/lines.js'
import type { Span } from '../types.js'
import { sentenceOf, UsageError } from './failure.js'
import { meant } from './nearest.js'

/** What a file of settings may hold, and how mistakes in it are told. */
export interface Shape<T> {
  readonly schema: z.ZodType<T>
  /** The file as a whole, e.g. "the configuration". */
  readonly whole: string
  /** What to write into an empty file. */
  readonly empty: string
  /** Said of an unknown key. */
  readonly unknown: string
  /** The keys that the object at a path may have. */
  readonly keysAt: (path: readonly (string | number)[]) => readonly string[]
}

/** The nearest file of the name, from the folder upward. */
export function findUpward(name: string, folder: string): string | undefined {
  const path = join(folder, name)
  if (existsSync(path)) return path
  const parent = dirname(folder)
  return parent === folder ? undefined : findUpward(name, parent)
}

/** The text of a file of settings. Throws UsageError naming the file that cannot be read. */
export function readSettings(path: string): string {
  try {
    return decodeText(readFileSync(path)).text
  } catch (error) {
    throw new UsageError(`jiaodui: ${path}: ${sentenceOf(error, path)}`)
  }
}

/**
 * Reads JSON with comments and checks it; the shape is asked for when the JSON is whole. Throws UsageError that shows
 * each mistake with its line and a caret.
 */
export async function parseChecked<T>(
  text: string,
  path: string,
  shapeOf: () => Promise<Shape<T>>,
): Promise<T> {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const shape = await shapeOf()
  if (errors.length > 0 || !root) {
    const mistakes = errors.map(({ error, offset, length }) => {
      return { start: offset, end: offset + length, message: syntaxMessage(printParseErrorCode(error)) }
    })
    const empty = { start: 0, end: 0, message: shape.empty }
    throw new UsageError(shown(text, path, mistakes.slice(0, 1).concat(errors.length > 0 ? [] : empty)))
  }
  const { getNodeValue } = await import('jsonc-parser')
  const result = shape.schema.safeParse(getNodeValue(root))
  if (result.success) return result.data
  const mistakes = result.error.issues.flatMap((issue) => mistakesOf(issue, root, shape))
  throw new UsageError(shown(text, path, mistakes))
}

interface Mistake extends Span {
  readonly message: string
}

/** `InvalidSymbol` → "invalid symbol: this is not JSON (comments are allowed)". */
function syntaxMessage(code: string): string {
  const words = code.replace(/(?!^)[A-Z]/gu, (letter) => ` ${letter}`).toLowerCase()
  return `${words}: this is not JSON with comments`
}

type Path = readonly (string | number)[]

function mistakesOf<T>(issue: core.$ZodIssue, root: Node, shape: Shape<T>, under: Path = []): Mistake[] {
  const path = [...under, ...(issue.path as Path)]
  const own = findNodeAtLocation(root, path)
  const node = own ?? findNodeAtLocation(root, path.slice(0, -1)) ?? root
  const name = JSON.stringify(path.findLast((key) => typeof key === 'string') ?? '')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const own = node.children?.find((property) => property.children?.[0]?.value === key)?.children?.[0]
        return mistake(own ?? node, `"${key}" ${shape.unknown}; ${meant(key, shape.keysAt(path))}`)
      })
    case 'invalid_value': {
      const given: unknown = node.value
      const known = issue.values.map(String)
      const next = typeof given === 'string' ? meant(given, known) : `use one of ${known.join(', ')}`
      return [mistake(node, `${JSON.stringify(given ?? null)} is not a value of ${name}; ${next}`)]
    }
    case 'invalid_type': {
      if (!own && path.length > 0) return [mistake(node, `${name} is missing here`)]
      const what =
        path.length === 0 ? shape.whole : typeof path.at(-1) === 'number' ? `each of ${name}` : name
      return [mistake(node, `${what} must be ${kind(issue.expected)}`)]
    }
    case 'invalid_union': {
      // What is wrong with the kind of value that was given.
      const fitting = issue.errors.find(
        (issues) => !issues.some(({ code, path: inner }) => code === 'invalid_type' && inner.length === 0),
      )
      if (fitting) return fitting.flatMap((inner) => mistakesOf(inner, root, shape, path))
      return [mistake(node, `each of ${name} must be words, in quotation marks, or an object, in { }`)]
    }
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
