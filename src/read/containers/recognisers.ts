import type { Utterance, Word } from './compose.js'
import { isRecord, numberIn, recordsOf, speakerIn, wordsIn, type Json } from './json-value.js'

/** The utterances in a recogniser's JSON; undefined where it is not of this recogniser. */
export type Recogniser = (value: unknown) => readonly Utterance[] | undefined

/** Whisper, faster-whisper, WhisperX and the verbose JSON of OpenAI: `segments` with `start`, `end`, `text`, `words`. */
export const whisper: Recogniser = (value) => {
  if (!isRecord(value) || !Array.isArray(value.segments)) return undefined
  const segments = recordsOf(value.segments)
  if (!segments.every((segment) => typeof segment.text === 'string')) return undefined
  return segments.flatMap((segment) => {
    const speaker = speakerIn(segment.speaker)
    const words = recordsOf(segment.words)
    if (words.length === 0) return [utterance(speaker, [whole(segment)])]
    const isSpaced = words.some(({ word }) => typeof word === 'string' && /^\s/u.test(word))
    return words.map((word, index) => {
      const joined = isSpaced && index > 0 && /^\S/u.test(wordsIn(word.word) ?? '')
      return utterance(speakerIn(word.speaker) ?? speaker, [{ ...wordOf(word, 'word', 1), joined }])
    })
  })
}

/** whisper.cpp: `transcription` with `offsets` in milliseconds. */
export const whisperCpp: Recogniser = (value) => {
  if (!isRecord(value) || !Array.isArray(value.transcription)) return undefined
  return recordsOf(value.transcription).map((segment) => {
    const offsets = isRecord(segment.offsets) ? segment.offsets : {}
    const text = wordsIn(segment.text) ?? ''
    return utterance(speakerIn(segment.speaker), [
      { text, from: seconds(offsets.from, 1000), to: seconds(offsets.to, 1000) },
    ])
  })
}

/** Deepgram: `results.channels[].alternatives[]`, or `results.utterances` where channels are speakers. */
export const deepgram: Recogniser = (value) => {
  const results = isRecord(value) && isRecord(value.results) ? value.results : undefined
  const channels = recordsOf(results?.channels)
  if (channels.length === 0) return undefined
  const spoken = recordsOf(results!.utterances)
  if (channels.length > 1 && spoken.length > 0)
    return spoken.map((one) =>
      utterance(
        speakerIn(one.channel),
        recordsOf(one.words).map((word) => deepgramWord(word)),
      ),
    )
  const best = recordsOf(channels[0]!.alternatives)[0] ?? {}
  const words = recordsOf(best.words)
  if (words.length === 0) return [utterance(undefined, [{ text: wordsIn(best.transcript) ?? '' }])]
  return bySpeaker(words, ({ speaker }) => speakerIn(speaker), deepgramWord)
}

const deepgramWord = (word: Json): Word =>
  wordOf(word, typeof word.punctuated_word === 'string' ? 'punctuated_word' : 'word', 1)

/** AssemblyAI: `utterances` where speakers are told, else `words`; times in milliseconds. */
export const assemblyAi: Recogniser = (value) => {
  if (!isRecord(value) || !Array.isArray(value.words) || Array.isArray(value.segments)) return undefined
  const utterances = recordsOf(value.utterances)
  if (utterances.length === 0)
    return bySpeaker(
      recordsOf(value.words),
      ({ speaker }) => speakerIn(speaker),
      (word) => wordOf(word, 'text', 1000),
    )
  return utterances.map((one) => {
    const words = recordsOf(one.words).map((word) => wordOf(word, 'text', 1000))
    return utterance(speakerIn(one.speaker), words.length > 0 ? words : [whole(one, 1000)])
  })
}

/** AWS Transcribe: `results.items`, with the speaker on each item or in `speaker_labels`. */
export const awsTranscribe: Recogniser = (value) => {
  const results = isRecord(value) && isRecord(value.results) ? value.results : undefined
  if (!results || !Array.isArray(results.items)) return undefined
  const labels = isRecord(results.speaker_labels) ? recordsOf(results.speaker_labels.segments) : []
  const speakers = new Map(
    labels.flatMap((segment) =>
      recordsOf(segment.items).map((item) => [item.start_time, item.speaker_label] as const),
    ),
  )
  let last: string | undefined
  const speakerOf = (item: Json): string | undefined => {
    if (item.type !== 'punctuation')
      last = speakerIn(item.speaker_label ?? speakers.get(item.start_time)) ?? last
    return last
  }
  return bySpeaker(recordsOf(results.items), speakerOf, (item) => {
    const best = recordsOf(item.alternatives)[0] ?? {}
    return {
      text: wordsIn(best.content) ?? '',
      from: numberIn(item.start_time),
      to: numberIn(item.end_time),
      confidence: item.type === 'punctuation' ? undefined : numberIn(best.confidence),
    }
  })
}

/** A list of turns as data services give it: `speaker` or `name`, `title`, and the words in `content`, `text` or `speech`. */
export const turns: Recogniser = (value) => {
  const list = Array.isArray(value) ? value : isRecord(value) ? value.transcript : undefined
  const records = recordsOf(list)
  if (records.length === 0) return undefined
  const utterances = records.flatMap((record) => {
    const words = record.content ?? record.text ?? record.speech
    const paragraphs = Array.isArray(words)
      ? words.filter((one) => typeof one === 'string')
      : [wordsIn(words)]
    const name = speakerIn(record.speaker ?? record.name)
    const title = wordsIn(record.title)?.trim() ?? ''
    const speaker = name === undefined || title === '' || title === name ? name : `${name} (${title})`
    const timing = { from: numberIn(record.start), to: numberIn(record.end) }
    const spoken = paragraphs.filter((text) => text !== undefined)
    return spoken.length > 0
      ? [
          utterance(
            speaker,
            spoken.map((text) => ({ text, ...timing })),
          ),
        ]
      : []
  })
  return utterances.some(({ speaker }) => speaker !== undefined) ? utterances : undefined
}

/** A word under `key`, its times in parts of a second; the sureness under the name that recognisers use. */
function wordOf(word: Json, key: 'word' | 'text' | 'punctuated_word', perSecond: number): Word {
  return {
    text: wordsIn(word[key]) ?? wordsIn(word.text) ?? '',
    from: seconds(word.start, perSecond),
    to: seconds(word.end, perSecond),
    confidence: numberIn(word.confidence ?? word.probability ?? word.score),
  }
}

/** A passage whose words have no times of their own. */
const whole = (segment: Json, perSecond = 1): Word => ({
  text: wordsIn(segment.text) ?? '',
  from: seconds(segment.start, perSecond),
  to: seconds(segment.end, perSecond),
})

const utterance = (speaker: string | undefined, words: readonly Word[]): Utterance => ({ speaker, words })

function seconds(value: unknown, perSecond: number): number | undefined {
  const number = numberIn(value)
  return number === undefined ? undefined : number / perSecond
}

function bySpeaker(
  words: readonly Json[],
  speakerOf: (word: Json) => string | undefined,
  read: (word: Json) => Word,
): readonly Utterance[] {
  return words.map((word) => utterance(speakerOf(word), [read(word)]))
}
