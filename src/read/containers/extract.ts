import { ReadError } from '../error.js'
import { captionsIn, isCaptions } from './captions.js'
import { compose, type Extracted, type Utterance } from './compose.js'
import { isRecord } from './json-value.js'
import { isNlp, tokensIn } from './nlp.js'
import { assemblyAi, awsTranscribe, deepgram, turns, whisper, whisperCpp } from './recognisers.js'

/**
 * The text in captions (SubRip, WebVTT), a recogniser's JSON or a table of tokens, with the times of its
 * words; undefined where the content is none of these and is read as it is. What comes out goes in again
 * unchanged. Throws ReadError for JSON that is broken, of no shape that is known or without words.
 */
export function extractText(content: string): Extracted | undefined {
  if (isCaptions(content)) return withWords(captionsIn(content), 'these captions')
  if (isNlp(content)) return withWords(tokensIn(content), 'this table')
  return isJson(content) ? textInJson(content) : undefined
}

const RECOGNISERS = [whisper, whisperCpp, deepgram, assemblyAi, awsTranscribe, turns]

/** How JSON begins; a transcript that opens with a bracketed remark does not. */
const isJson = (content: string): boolean =>
  /^\s{0,1000}(?:\{\s{0,1000}["}]|\[\s{0,1000}\{\s{0,1000}")/u.test(content)

function textInJson(content: string): Extracted {
  const value = parsed(content)
  for (const read of RECOGNISERS) {
    const utterances = read(value)
    if (utterances) return withWords(utterances, 'this JSON')
  }
  const whole = wholeText(value)
  if (whole !== undefined) return { text: whole, timed: [] }
  throw new ReadError(
    'This JSON is of no recogniser that is known (Whisper, WhisperX, Deepgram, AssemblyAI, AWS Transcribe); export the transcript as text, SRT or VTT.',
  )
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    const rows = content.trim().split('\n', 2)
    if (rows.length > 1 && isWhole(rows[0]!))
      throw new ReadError('This file holds several JSON documents, one a line; give each a file of its own.')
    throw new ReadError('This JSON is broken or cut off; export the transcript again.')
  }
}

function isWhole(row: string): boolean {
  try {
    return isRecord(JSON.parse(row))
  } catch {
    return false
  }
}

/** A transcript that a data service wraps whole: `{ "text": … }`, `{ "content": … }`, alone or in a list of one. */
function wholeText(value: unknown): string | undefined {
  const record: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (!isRecord(record)) return undefined
  const text = [record.text, record.content, record.transcript].find((one) => typeof one === 'string')
  // eslint-disable-next-line no-control-regex
  return text?.replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f]/gu, ' ')
}

function withWords(utterances: readonly Utterance[], what: string): Extracted {
  const extracted = compose(utterances)
  if (extracted.text === '') throw new ReadError(`No words are in ${what}; export the transcript again.`)
  return extracted
}
