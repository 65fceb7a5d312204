import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../src', import.meta.url))

/** Rooms from the ground up; a room imports from itself and from the floors below. */
const floors: readonly (readonly string[])[] = [
  ['types'],
  ['text', 'lexicon'],
  ['similarity'],
  ['read', 'segment', 'identify', 'align', 'numbers', 'speakers', 'check', 'correct', 'render'],
  ['pipeline'],
  ['index', 'batch', 'review', 'lsp'],
  ['cli'],
]

/** Rooms that may import from one on their own floor. */
const neighbours: Readonly<Record<string, readonly string[]>> = {
  text: ['lexicon'],
  check: ['numbers', 'speakers'],
  render: ['speakers'],
}

/** What may read files, print and use the network. */
const edges = /^(?:cli|batch|review|lsp)\/|^lexicon\/disk\.ts$/u

interface Import {
  readonly from: string
  /** A path from src, or a package. */
  readonly to: string
  /** Needed before the file's own code runs: no type, no import on demand. */
  readonly atStart: boolean
}

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .toSorted()
const imports = files.flatMap(importsOf)
const inside = imports.filter(({ to }) => files.includes(to))

it('every room has a floor', () => {
  const known = floors.flat()
  expect([...new Set(files.map(roomOf))].filter((room) => !known.includes(room))).toEqual([])
})

it('imports point down', () => {
  const wrong = inside.filter(({ from, to }) => {
    const [above, below] = [roomOf(from), roomOf(to)]
    return above !== below && floorOf(below) >= floorOf(above) && !neighbours[above]?.includes(below)
  })
  expect(wrong.map(shown)).toEqual([])
})

it('files and the system are used at the edges only', () => {
  const wrong = imports.filter(({ from, to }) => to.startsWith('node:') && !edges.test(from))
  expect(wrong.map(shown)).toEqual([])
})

it('every import within src names a file', () => {
  const wrong = imports.filter(({ to }) => to.endsWith('.ts') && !files.includes(to))
  expect(wrong.map(shown)).toEqual([])
})

it('no file needs itself', () => {
  const needs = new Map(files.map((file): [string, string[]] => [file, []]))
  for (const { from, to, atStart } of inside) if (atStart) needs.get(from)!.push(to)
  expect(circlesIn(needs)).toEqual([])
})

function importsOf(from: string): Import[] {
  const source = ts.createSourceFile(from, readFileSync(join(root, from), 'utf8'), ts.ScriptTarget.Latest)
  const found: Import[] = []
  const add = (specifier: ts.Expression | undefined, atStart: boolean): void => {
    if (specifier && ts.isStringLiteral(specifier))
      found.push({ from, to: targetOf(from, specifier.text), atStart })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, !node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function targetOf(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  const path = relative(root, join(root, dirname(from), specifier)).replaceAll('\\', '/')
  return path.replace(/\.js$/u, '.ts')
}

function roomOf(file: string): string {
  return file.split('/')[0]!.replace(/\.ts$/u, '')
}

function floorOf(room: string): number {
  return floors.findIndex((rooms) => rooms.includes(room))
}

function shown({ from, to }: Import): string {
  return `${from} imports ${to}`
}

/** Paths that lead back to their beginning, found by a walk in depth. */
function circlesIn(needs: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) circles.push([...path.slice(at), file].join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const next of needs.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
  for (const file of needs.keys()) walk(file, [])
  return circles
}
