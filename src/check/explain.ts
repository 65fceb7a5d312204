import type { Check, Example } from './check.js'

/** The page of a check as plain text: what it looks for, what proves it, worked examples. */
export function explainCheck(check: Check): string {
  const { reported, silent } = examplesOf(check)
  return [
    `${check.id} (${check.category}, at most ${check.severity})`,
    check.summary,
    check.explanation.trim(),
    ...(reported.length > 0 ? ['Reported:', ...reported.map(shown)] : []),
    ...(silent.length > 0 ? ['Left alone:', ...silent.map(shown)] : []),
  ]
    .join('\n\n')
    .concat('\n')
}

/** The examples in which something is wrong, and those in which nothing is. */
export function examplesOf(check: Check): { reported: readonly Example[]; silent: readonly Example[] } {
  return {
    reported: check.examples.filter(({ text }) => errorMark.test(text)),
    silent: check.examples.filter(({ text }) => !errorMark.test(text)),
  }
}

/** An example's words, with `⟨heard → said⟩` for a marked error and the passages named by origin. */
export function exampleText({ text }: Example): string {
  return text
    .trim()
    .replace(mark, (whole, heard: string | undefined, said: string | undefined, tag: string | undefined) => {
      if (heard !== undefined) return said ? `⟨${heard} → ${said.replaceAll(';;', ' or ')}⟩` : `⟨${heard}⟩`
      if (whole === '<<' || whole === '{{') return whole[0]!
      return tag === 'm' ? '[Mandarin] ' : tag === 'i' ? '[Interpretation] ' : ''
    })
}

const errorMark = /(?<!\{)(?:\{\{)*\{(?!\{)[^{}]+=>/u
const mark =
  /<<|\{\{|\{([^{}]+?)=>([^{}|]*)(?:\|[^{}]*)?\}|<([mine](?:\|[mine])*)>|<\/[mine](?:\|[mine])*>|<\d+>/gu

function shown(example: Example): string {
  const words = exampleText(example).replaceAll('\n', '\n    ')
  return `  ${example.why}\n    ${words}`
}
