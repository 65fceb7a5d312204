import { readPinyin } from '../../lexicon/dictionary.js'
import type { Lexicon } from '../../lexicon/lexicon.js'
import { foldHan } from '../../text/fold.js'
import { overlaps } from '../../text/spans.js'
import type { Aligned, Evidence, Found, GlossaryEntry, Span } from '../../types.js'
import { isOrdinary } from '../names/alike.js'
import type { Speech } from '../names/capitalised.js'
import { quoteOf } from './listed.js'

/**
 * Entries by their Chinese: other characters of the same sound that are no word, and their pinyin left over in
 * machine English.
 */
export function chineseForms(
  doc: Aligned,
  speech: Speech,
  glossary: readonly GlossaryEntry[],
  lexicon: Lexicon,
): Found[] {
  const bySound = new Map<string, GlossaryEntry & { readonly zh: string }>()
  for (const entry of glossary) {
    const { zh } = entry
    if (zh === undefined || !/^\p{Script=Han}{2,8}$/u.test(zh)) continue
    const sound = soundOf(zh, lexicon)
    if (sound !== undefined && !bySound.has(sound)) bySound.set(sound, { ...entry, zh })
  }
  if (bySound.size === 0) return []
  return [...homophones(doc, bySound, lexicon), ...leftOver(doc, speech, bySound, lexicon)]
}

type BySound = ReadonlyMap<string, GlossaryEntry & { readonly zh: string }>

function homophones({ text, turns }: Aligned, bySound: BySound, lexicon: Lexicon): Found[] {
  const sizes = [...new Set([...bySound.values()].map(({ zh }) => zh.length))].toSorted((a, b) => b - a)
  const right = new Set([...bySound.values()].flatMap(({ zh, not }) => [zh, ...not]))
  const runs = turns.flatMap(({ body }) => body.flatMap((span) => hanRuns(text, span)))
  return runs.flatMap(({ start, end }) => {
    const folded = foldHan(text.slice(start, end)).text
    if (folded.length !== end - start) return []
    const found: Found[] = []
    for (let at = 0; at < folded.length; at++) {
      const size = sizes.find((length) => {
        const words = folded.slice(at, at + length)
        if (words.length < length || right.has(words)) return false
        return lexicon.dictionary.idOf(words) < 0 && bySound.has(soundOf(words, lexicon) ?? '')
      })
      if (size === undefined) continue
      const words = folded.slice(at, at + size)
      const pinyin = soundOf(words, lexicon)!
      const entry = bySound.get(pinyin)!
      const note = `"${words}" and "${entry.zh}" sound alike`
      found.push(
        foundBySound(
          { start: start + at, end: start + at + size },
          words,
          entry,
          entry.zh,
          pinyin,
          note,
          0.85,
        ),
      )
      at += size - 1
    }
    return found
  })
}

/** The pinyin in one word or several, capitalised, inside Mandarin. */
function leftOver(doc: Aligned, speech: Speech, bySound: BySound, lexicon: Lexicon): Found[] {
  const mandarin = doc.origins.filter(({ origin }) => origin === 'mandarin')
  const byLetters = new Map(
    [...bySound].map(([sound, entry]) => [sound.replaceAll(' ', ''), { sound, entry }]),
  )
  return speech.flatMap(({ words }) => {
    const found: Found[] = []
    for (let from = 0; from < words.length; from++) {
      if (!words[from]!.capital) continue
      for (let to = from + 1; to <= Math.min(words.length, from + 4); to++) {
        if (to > from + 1 && !words[to - 1]!.glued) break
        const letters = words.slice(from, to).map(({ lower }) => lower)
        const hit = byLetters.get(letters.join('').replaceAll(/[^a-z]/gu, ''))
        const span = { start: words[from]!.start, end: words[to - 1]!.end }
        if (!hit || isOrdinary(letters.join(' '), lexicon.languageModel) || !inside(mandarin, span)) continue
        const heard = doc.text.slice(span.start, span.end)
        if (heard === hit.entry.term) continue
        const note = `${hit.entry.zh} in pinyin`
        found.push(foundBySound(span, heard, hit.entry, hit.entry.term, hit.sound, note, 0.85))
      }
    }
    return found
  })
}

function inside(passages: readonly Span[], span: Span): boolean {
  return passages.some((passage) => overlaps(passage, span))
}

function foundBySound(
  span: Span,
  heard: string,
  entry: GlossaryEntry,
  said: string,
  pinyin: string,
  note: string,
  confidence: number,
): Found {
  const evidence: Evidence[] = [
    { kind: 'reference', document: 'the glossary', quote: quoteOf(entry) },
    { kind: 'pinyin', pinyin, note },
  ]
  return {
    ...span,
    message: `"${heard}" sounds in Chinese like ${entry.zh!}, in the glossary ${entry.term}.`,
    confidence,
    category: entry.kind === 'name' ? 'entity' : 'term',
    evidence,
    suggestions: [{ text: said, confidence, safe: false }],
  }
}

/** Syllables joined by spaces; undefined where a character has no reading. */
function soundOf(han: string, { dictionary }: Lexicon): string | undefined {
  const syllables = readPinyin(dictionary, han)
  return syllables.length === han.length ? syllables.join(' ') : undefined
}

const hanRuns = (text: string, { start, end }: Span): Span[] =>
  Array.from(text.slice(start, end).matchAll(/\p{Script=Han}+/gu), ({ 0: run, index }) => {
    return { start: start + index, end: start + index + run.length }
  })
