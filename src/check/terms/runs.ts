import type { LanguageModel } from '../../lexicon/language-model.js'
import { overlaps, spanLength } from '../../text/spans.js'
import { ngramWords, type NgramWord } from '../../text/tokens.js'
import type { Aligned, Span } from '../../types.js'

/** Words of English that nothing divides, with what the language model makes of them. */
export interface Run {
  readonly words: readonly NgramWord[]
  readonly ids: readonly number[]
  /** Whether each word is written with a capital. */
  readonly capitals: readonly boolean[]
  /** Whether each word is written in capitals, among others that are not, and no shorter than three letters. */
  readonly initials: readonly boolean[]
  /** Log10 of the probability of each word after those before it. */
  readonly probabilities: Float32Array
}

/** What was spoken in English or interpreted, as runs between stops, Mandarin and remarks. */
export function englishRuns({ text, turns, origins, notices }: Aligned, model: LanguageModel): Run[] {
  const others = [...origins.filter(({ origin }) => origin === 'mandarin' || origin === 'notice'), ...notices]
  const closed = others.toSorted((a, b) => a.start - b.start)
  let next = 0
  return turns
    .flatMap(({ body }) => body)
    .flatMap((paragraph) => {
      while (next < closed.length && closed[next]!.end <= paragraph.start) next++
      return runsOf(text, ngramWords(text, paragraph), closed, next, model)
    })
}

/** Share of the letters from which on Mandarin is part of the transcript. */
const someMandarin = 0.02

/** Whether the transcript gives what was said in Mandarin, as machine English or Han: nobody has edited it. */
export function isRendered({ origins }: Aligned): boolean {
  let mandarin = 0
  let all = 0
  for (const span of origins) {
    all += spanLength(span)
    if (span.origin === 'mandarin') mandarin += spanLength(span)
  }
  return mandarin > someMandarin * all
}

function runsOf(
  text: string,
  words: readonly NgramWord[],
  closed: readonly Span[],
  from: number,
  model: LanguageModel,
): Run[] {
  const runs: Run[] = []
  let open: NgramWord[] = []
  let next = from
  const close = (): void => {
    if (open.length > 0) runs.push(runOf(text, open, model))
    open = []
  }
  for (const word of words) {
    while (next < closed.length && closed[next]!.end <= word.span.start) next++
    const isClosed = next < closed.length && overlaps(closed[next]!, word.span)
    if (word.cut || isClosed) close()
    if (!isClosed) open.push(word)
  }
  close()
  return runs
}

function runOf(text: string, words: readonly NgramWord[], model: LanguageModel): Run {
  const ids = words.map(({ word }) => model.id(word))
  const probabilities = new Float32Array(ids.length)
  model.score(ids, probabilities)
  const capitals = words.map(({ span }) => /\p{Lu}/u.test(text[span.start]!))
  const shouted = words.map(({ span }) => isShouted(text.slice(span.start, span.end)))
  const initials = shouted.every(Boolean) ? shouted.map(() => false) : shouted
  return { words, ids, capitals, initials, probabilities }
}

const isShouted = (word: string): boolean => /^\p{Lu}{3,}s?$/u.test(word)
