import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The longest n-gram counted. */
export const longest = 4

/** Counts of one body of text: `ngrams[n - 1]` maps the words of an n-gram, a space between, to its count. */
export interface Counts {
  readonly name: string
  /** Words of the text, also those whose count was too small to be kept. */
  readonly tokens: number
  /** `least[n - 1]`: n-grams seen less often than this were left out. */
  readonly least: readonly number[]
  readonly ngrams: readonly ReadonlyMap<string, number>[]
}

/** Reads `NAME.1gram.tsv.gz` to `NAME.4gram.tsv.gz` of a folder. */
export function readCounts(folder: string, name: string): Counts {
  const files = Array.from({ length: longest }, (_, index) => {
    const path = join(folder, `${name}.${index + 1}gram.tsv.gz`)
    return readFile(path, gunzipSync(readFileSync(path)).toString('latin1'))
  })
  return {
    name,
    tokens: files[0]!.tokens,
    least: files.map((file) => file.least),
    ngrams: files.map((file) => file.ngrams),
  }
}

function readFile(path: string, text: string) {
  const lines = text.split('\n')
  const head = /^# .*: (\d+) tokens; count >= (\d+)$/.exec(lines[0]!)
  if (!head) throw new Error(`${path}: begin it with a line "# name: 123 tokens; count >= 2".`)
  const ngrams = new Map<string, number>()
  for (const line of lines.slice(1)) {
    const tab = line.indexOf('\t')
    if (tab > 0) ngrams.set(line.slice(0, tab), Number(line.slice(tab + 1)))
  }
  return { tokens: Number(head[1]), least: Number(head[2]), ngrams }
}

/** The counts as they would be had these sentences not been part of the text. */
export function withoutSentences(counts: Counts, sentences: readonly (readonly string[])[]): Counts {
  const ngrams = counts.ngrams.map((order) => new Map(order))
  let tokens = counts.tokens
  for (const words of sentences) {
    tokens -= words.length
    for (let end = 1; end <= words.length; end++) {
      for (let length = 1; length <= Math.min(longest, end); length++) {
        const key = words.slice(end - length, end).join(' ')
        const count = ngrams[length - 1]!.get(key)
        if (count !== undefined) ngrams[length - 1]!.set(key, count - 1)
      }
    }
  }
  ngrams.forEach((order, index) => {
    for (const [key, count] of order) if (count < counts.least[index]!) order.delete(key)
  })
  return { ...counts, tokens, ngrams }
}
