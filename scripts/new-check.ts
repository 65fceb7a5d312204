/** Starts a check: `npm run new-check ID` writes src/check/rules/ID.ts for you to fill in. */
import { existsSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const [id] = process.argv.slice(2)
if (id === undefined || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
  refuse('give the check an id in kebab case: npm run new-check percent-change')
const path = fileURLToPath(new URL(`../src/check/rules/${id}.ts`, import.meta.url))
if (existsSync(path)) refuse(`${relative('.', path)} is there already: choose another id`)
writeFileSync(path, scaffold(id))
console.log(`${relative('.', path)}
Fill it in, its examples first: npx vitest run test/check checks each of them.
Then npm run docs takes it into the index and writes its page.`)

function scaffold(id: string): string {
  const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return `import type { Check } from '../check.js'

export const ${name}: Check = {
  id: '${id}',
  summary: 'One sentence: which mistake it looks for.',
  explanation: \`
What it looks for, what proves it, what it leaves alone.
\`,
  category: 'term',
  severity: 'error',
  examples: [
    { text: 'Operator: The {heard=>said} words.', why: 'A mistake it must report.' },
    { text: 'Operator: The said words.', why: 'A passage it must leave alone.' },
  ],
  *run({ text }) {
    for (const { index, 0: heard } of text.matchAll(/\\bheard\\b/gu)) {
      yield {
        start: index,
        end: index + heard.length,
        message: \`What is wrong with "\${heard}", and what was said?\`,
        confidence: 0.95,
        evidence: [],
        suggestions: [{ text: 'said', confidence: 0.95, safe: false }],
      }
    }
  },
}
`
}

function refuse(message: string): never {
  console.error(message)
  process.exit(2)
}
