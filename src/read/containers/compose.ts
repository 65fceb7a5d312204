import type { Timed } from '../../types.js'

/** A word or a few as a recogniser gives them; times in seconds, confidence 0 to 1, where known. */
export interface Word {
  readonly text: string
  /** Goes on the word before without a space: "-five" after "twenty". */
  readonly joined?: boolean
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly confidence?: number | undefined
}

/** What one speaker says without a break, in the order spoken. */
export interface Utterance {
  /** A name or the recogniser's mark; left out where it tells no speakers. */
  readonly speaker?: string | undefined
  readonly words: readonly Word[]
}

/** A text made of a container, with the times of its words. */
export interface Extracted {
  readonly text: string
  /** In order, not overlapping. */
  readonly timed: readonly Timed[]
}

/**
 * Writes utterances as text: a paragraph each, `Speaker: words` where speakers are told. Neighbours of one
 * speaker are one paragraph; without speakers a paragraph ends at a sentence's end once it is long, or
 * where nobody spoke for a while. Words are parted by a space unless Han stands on both sides.
 */
export function compose(utterances: Iterable<Utterance>): Extracted {
  let text = ''
  const timed: Timed[] = []
  let paragraph = 0
  let speaker: string | undefined
  let until: number | undefined
  for (const utterance of utterances) {
    const label = utterance.speaker === undefined ? undefined : labelOf(utterance.speaker)
    for (const word of utterance.words) {
      const written = cleaned(word.text)
      if (written === '') continue
      const isNew = text === '' || label !== speaker
      const isPause = word.from !== undefined && until !== undefined && word.from - until > LONG_PAUSE
      const isLong = text.length - paragraph > LONG_PARAGRAPH && /[.?!。？！]["”’]?$/u.test(text)
      if (isNew || (label === undefined && (isPause || isLong))) {
        text += text === '' ? '' : '\n\n'
        paragraph = text.length
        if (label !== undefined) text += `${label}: `
      } else if (word.joined !== true && isParted(text, written)) text += ' '
      speaker = label
      const start = text.length
      text += written
      if (word.from === undefined || word.to === undefined || !(word.from >= 0 && word.to >= word.from))
        continue
      timed.push({ start, end: text.length, from: word.from, to: word.to, ...sureness(word.confidence) })
      until = word.to
    }
  }
  return { text: text === '' ? '' : `${text}\n`, timed }
}

/** Seconds of silence that end a paragraph, and UTF-16 code units after which the next sentence's end does. */
const LONG_PAUSE = 4
const LONG_PARAGRAPH = 600

/** A bare number or letter is a speaker's, as Deepgram's 0 and AssemblyAI's A. */
function labelOf(speaker: string): string | undefined {
  const label = cleaned(speaker.replaceAll(/[:：]/gu, ' '))
  if (label === '') return undefined
  return /^(?:\d{1,3}|[A-Z])$/u.test(label) ? `Speaker ${label}` : label
}

/** Control characters and runs of white space are one space. */
// eslint-disable-next-line no-control-regex
const cleaned = (words: string): string => words.replaceAll(/[\s\u0000-\u001f\u007f]+/gu, ' ').trim()

function isParted(before: string, word: string): boolean {
  const [left, right] = [before.at(-1)!, word[0]!]
  if (HAN.test(left) && (HAN.test(right) || /\p{P}/u.test(right))) return false
  return !/^[,.;:!?%)\]}，。；：！？、）】」』”’]+$/u.test(word)
}

const HAN = /[\p{Script=Han}，。；：！？、）】」』]/u

const sureness = (confidence: number | undefined): { readonly confidence?: number } =>
  confidence !== undefined && confidence >= 0 && confidence <= 1 ? { confidence } : {}
