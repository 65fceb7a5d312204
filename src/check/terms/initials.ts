import type { Tables } from '../../lexicon/tables.js'
import type { NgramWord } from '../../text/tokens.js'
import { memo } from '../../text/memo.js'

/** Initials that words spell, and how many words. */
export interface Spelled {
  readonly length: number
  /** As they are written. */
  readonly initials: string
}

/** Words that spell initials, at most. */
const longest = 5
/** Letters that words have to spell, & one of them, where some of the words only sound like letters. */
const fewLetters = 3

/** Words whose letters are remembered, at most. */
const mostWords = 50_000

/** What words are the names of, or sound like: letters, & for "and". */
const letters: ReadonlyMap<string, readonly string[]> = new Map(
  `ay=a be=b bee=b see=c sea=c seas=cs dee=d the=d gee=g high=i hi=i eye=i eyes=is jay=j kay=k am=m em=m n=& in=&/n
  an=&/n en=&/n and=&/n oh=o pee=p pea=p peas=ps queue=q cue=q are=r our=r as=s tea=t tee=t teas=ts you=u use=us we=v
  ex=x why=y`
    .split(/\s+/u)
    .map((pair) => pair.split('='))
    .map(([word, spelled]) => [word!, spelled!.split('/')]),
)

const none: readonly never[] = []

const lettersOf = memo((word: string): readonly string[] => {
  const named = letters.get(word) ?? none
  return isCluster(word) ? [word, ...named] : named
}, mostWords)

/** Whether it can be read by its letters only. */
const isCluster = (word: string): boolean => /^(?:[a-z]|[b-df-hj-np-tv-xz]{2,4})$/u.test(word)

/** Finds the initials of the tables, or their plurals, that the words from one on spell. */
export function initialsAmong({ spoken, terms, phrases }: Tables) {
  const written = new Map<string, string>()
  const beginnings = new Set<string>()
  const add = (initials: string): void => {
    const key = initials.toLowerCase()
    if (written.has(key)) return
    written.set(key, initials)
    for (let end = 1; end <= key.length; end++) beginnings.add(key.slice(0, end))
  }
  const addAll = (words: string): void => {
    if (!/[A-Z]&?[A-Z]/u.test(words)) return
    for (const [initials] of words.matchAll(/(?<![\w&-])[A-Z](?:&?[A-Z])+(?![\w&-])/gu)) {
      add(initials)
      add(`${initials}s`)
    }
  }
  for (const { words } of spoken) addAll(words)
  for (const { en } of terms) en.forEach(addAll)
  for (const { phrase } of phrases) addAll(phrase)
  return (words: readonly NgramWord[], from: number): readonly Spelled[] => {
    if (from + 1 >= words.length) return none
    if (lettersOf(words[from]!.word).length === 0 || lettersOf(words[from + 1]!.word).length === 0)
      return none
    const found: Spelled[] = []
    const visit = (at: number, read: string, byName: boolean): void => {
      const length = at - from
      const initials = length > 1 && (byName || read.length >= fewLetters) ? written.get(read) : undefined
      if (initials !== undefined) found.push({ length, initials })
      if (length === longest || at === words.length) return
      const { word } = words[at]!
      for (const spelled of lettersOf(word))
        if (beginnings.has(read + spelled)) visit(at + 1, read + spelled, byName && isCluster(word))
    }
    visit(from, '', true)
    return found
  }
}

/** Whether words spell initials, given in lower case, by name: not at all, by what they sound like, or by their letters. */
export function spells(heard: readonly string[], initials: string): 'not' | 'bySound' | 'byName' {
  const reaches = (at: number, read: number): boolean =>
    at === heard.length
      ? read === initials.length
      : lettersOf(heard[at]!).some(
          (spelled) => initials.startsWith(spelled, read) && reaches(at + 1, read + spelled.length),
        )
  if (heard.length < 2 || !reaches(0, 0)) return 'not'
  return heard.every(isCluster) ? 'byName' : 'bySound'
}
