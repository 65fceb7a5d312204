import { identifyOrigins } from '../../src/identify/identify.js'
import { defaultLexicon } from '../../src/lexicon/open.js'
import { clean } from '../../src/pipeline.js'
import { readTranscript } from '../../src/read/read.js'
import { segmentTranscript } from '../../src/segment/segment.js'
import { findAmounts } from '../../src/text/amounts/amounts.js'
import type { Format } from '../../src/types.js'

/** Words that are said again and again, up to a length, and what is done with them. */
export interface Trial {
  readonly name: string
  /** The words the `count`-th time. */
  readonly words: (count: number) => string
  /** The greatest length, in characters. */
  readonly length: number
  readonly work: (text: string) => unknown
}

const formats: readonly Format[] = ['earningscall', 'motleyfool', 'seekingalpha', 'colon', 'plain']

const lines: Readonly<Record<string, string>> = {
  words: 'and revenue grew by ten percent in the quarter, ',
  sentences: 'Good day. Thank you. Please go ahead. ',
  'hand-overs': 'I will turn the call over to Sun Wei. Our next question comes from Amy Cole. Thank you. ',
  labels:
    'We grew in every region and in every line. '.repeat(10) +
    'Thank you. Operator: our next question. Amy Cole: thanks. ',
  brackets: '[( <',
  colons: 'A: ',
  capitals: 'Sun Wei ',
  Han: '本季度收入增长很快。'.repeat(20) + '主持人：',
  'white space': ' \t',
  asterisks: '**',
  initials: 'A. ',
}

const clauses: Readonly<Record<string, string>> = {
  words: 'and so we grew the business, thank you ',
  Han: '这个季度我们的收入继续保持增长',
  stops: '. ',
  'dotted letters': 'a.',
  scripts: 'bank 受信报告 ',
}

const figures =
  '1,1,1,;1.;1 1 1 ;(1;1-;12345;一百;一;十;万;百分之;1亿;twenty ;one two ;a hundred ;point ;half a ;' +
  'one hundred and ;star 1 ;RMB 2 ;5% ;five to ;http://1/;  1\n;翻了'

/** What each stage finds hardest: the same words without end on one line. */
export const trials: readonly Trial[] = [
  ...Object.entries(lines).flatMap(([name, words]) =>
    formats.map((format) =>
      trial(`read ${name} as ${format}`, words, 5e6, (text) => readTranscript(text, { format })),
    ),
  ),
  ...Object.entries(clauses).map(([name, words]) =>
    trial(`segment ${name}`, words, 5e6, (text) =>
      segmentTranscript(readTranscript(text, { format: 'plain' })),
    ),
  ),
  ...figures.split(';').map((words) => trial(`figures ${JSON.stringify(words)}`, words, 2e5, findAmounts)),
  trial('origins of titles', 'Mr. X ', 4e5, (text) =>
    identifyOrigins(segmentTranscript(readTranscript(text)), defaultLexicon()),
  ),
  trial(
    'all of contradictions',
    (count) => `Revenue was RMB ${1 + (count % 97)} million, up 5%. `,
    4e5,
    (text) => clean(text),
  ),
]

function trial(
  name: string,
  words: string | ((count: number) => string),
  length: number,
  work: (text: string) => unknown,
): Trial {
  return { name, words: typeof words === 'string' ? () => words : words, length, work }
}

/** Microseconds of processor time for each character, at a hundredth and a tenth of the length and in full. */
export function growthOf({ words, length, work }: Trial): readonly number[] {
  return [length / 100, length / 10, length].map((size) => {
    const text = saidAgain(words, size)
    const started = process.cpuUsage()
    work(text)
    return process.cpuUsage(started).user / text.length
  })
}

function saidAgain(words: (count: number) => string, length: number): string {
  const said: string[] = []
  for (let count = 0, size = 0; size < length; count++) size += said[said.push(words(count)) - 1]!.length
  return said.join('')
}
