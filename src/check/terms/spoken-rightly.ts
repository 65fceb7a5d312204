import type { LanguageModel } from '../../lexicon/language-model.js'
import { splitPinyin } from '../../text/pinyin.js'
import type { Candidate } from './candidates.js'
import { isFigure } from './figure-words.js'
import type { Run } from './runs.js'

/** Log10 of the probability below which a word with a capital may be a name. */
const rareWord = -5.5

/** Whether a word is a Chinese name in letters, of a place or a person: pinyin or Wade–Giles of two syllables or more. */
export function isRomanised(
  { words, ids, capitals }: Run,
  from: number,
  to: number,
  model: LanguageModel,
): boolean {
  if (to - from > 1 || from === 0 || !capitals[from] || model.unigram(ids[from]!) > rareWord) return false
  const { word } = words[from]!
  const likePinyin = word
    .replaceAll('hs', 'x')
    .replace(/t[sz]|sz(?=u)/gu, 'z')
    .replaceAll('ung', 'ong')
    .replace(/(?<=[iu])eh/gu, 'e')
    .replaceAll('ien', 'ian')
  return [word, likePinyin, likePinyin.replace(/ch(?=i)/gu, 'j')].some(
    (form) => (splitPinyin(form)?.length ?? 0) > 1,
  )
}

/** Whether the words tell a change with its figure ("turnover rose 5%"), and those said would not. */
export function isTellingChange({ words }: Run, to: number, { parts }: Candidate): boolean {
  if (!isChange(words[to - 1]!.word) || isChange(parts.at(-1)!)) return false
  const next = words[to]?.word
  if (next === undefined) return false
  if (isAmount(next)) return true
  const second = words[to + 1]?.word
  return /^(?:by|to|from)$/u.test(next) && second !== undefined && isAmount(second)
}

const isChange = (word: string): boolean =>
  /^(?:rose|grew|fell|climbed|jumped|surged|dropped|slipped|dipped|edged|expanded|narrowed|widened|(?:in|de)creased|declined|improved|rebounded|doubled|halved)$/u.test(
    word,
  )

const isAmount = (word: string): boolean =>
  isFigure(word) || /^(?:rmb|about|around|nearly|roughly|over)$/u.test(word)
