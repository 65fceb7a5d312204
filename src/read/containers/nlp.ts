import { numberIn } from './json-value.js'
import type { Utterance } from './compose.js'

/** Whether a text is a table of tokens as of the Earnings-21 corpus. */
export const isNlp = (text: string): boolean =>
  /^token\|speaker\|[a-zA-Z|_]{2,200}\s*(?:[\r\n]|$)/u.test(text)

/** The tokens of an `.nlp` table with their speaker, times, punctuation and confidence where it has them. */
export function tokensIn(text: string): readonly Utterance[] {
  const [header = '', ...rows] = text.split(/\r\n|\n|\r/u)
  const columns = header.trim().split('|')
  return rows
    .filter((row) => row.includes('|'))
    .map((row) => {
      const cells = row.split('|')
      const cell = (name: string): string => cells[columns.indexOf(name)]?.trim() ?? ''
      const word = `${cell('prepunctuation')}${cell('token')}${cell('punctuation')}`
      return {
        speaker: cell('speaker'),
        words: [
          {
            text: word,
            from: numberIn(cell('ts')),
            to: numberIn(cell('endTs')),
            confidence: numberIn(cell('confidence')),
          },
        ],
      }
    })
}
