import type { Utterance } from './compose.js'

/** Whether a text is WebVTT, or SubRip: a cue's time line within the first lines. */
export const isCaptions = (text: string): boolean =>
  /^\uFEFF?\s{0,20}WEBVTT(?:\s|$)/u.test(text.slice(0, 40)) ||
  /^\s{0,20}\d{1,9}[ \t]{0,8}\r?\n[ \t]{0,8}\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}[ \t]{1,8}-->/u.test(
    text.slice(0, 200),
  )

/**
 * The cues of SubRip or WebVTT: voices (`<v Name>`), or a name and colon or `>>` at a cue's start, open
 * turns; numbers, cue ids, notes, styles, settings and tags are left out. Linear.
 */
export function captionsIn(text: string): readonly Utterance[] {
  const utterances: Utterance[] = []
  let speaker: string | undefined
  let unnamed = 0
  for (const block of text.split(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)\s*/u)) {
    const lines = block.split(/\r\n|\n|\r/u)
    const at = lines.findIndex((line) => line.includes('-->'))
    const times = at < 0 || at > 1 ? null : TIMES.exec(lines[at]!)
    if (!times) continue
    const [from, to] = [secondsOf(times[1]!), secondsOf(times[2]!)]
    for (const { voice, words } of voicesIn(lines.slice(at + 1).join(' '))) {
      const named = /^(?:>>|-\s)?\s?(\p{Lu}[^\s:：][^:：.?!<>]{0,58})[:：]\s/u.exec(words)
      const isOther = words.startsWith('>>')
      if (voice !== undefined) speaker = voice
      else if (named) speaker = named[1]!.trim()
      else if (isOther) speaker = `Speaker ${++unnamed}`
      const spoken = (named ? words.slice(named[0].length) : words).replace(/^>>\s*/u, '')
      utterances.push({ speaker, words: [{ text: spoken, from, to }] })
    }
  }
  return utterances
}

const TIMES = /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3})\s+-->\s+((?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3})/u

const secondsOf = (time: string): number =>
  time
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0)

interface Voice {
  readonly voice?: string
  readonly words: string
}

/** The stretches of a cue by voice, without tags and with entities resolved. */
function voicesIn(cue: string): readonly Voice[] {
  const voices: Voice[] = []
  let voice: string | undefined
  let from = 0
  const add = (to: number): void => {
    const words = plainWords(cue.slice(from, to))
    if (words !== '') voices.push({ ...(voice !== undefined && { voice }), words })
  }
  for (const match of cue.matchAll(/<v(?:\.[^\s<>]{1,60})?\s([^<>]{1,80})>/gu)) {
    add(match.index)
    voice = plainWords(match[1]!)
    from = match.index + match[0].length
  }
  add(cue.length)
  return voices
}

/** Without tags of captions (`<i>`, `<c.yellow>`, `<00:01.000>`, `{\an8}`); other angled words stay. */
const plainWords = (words: string): string =>
  words
    .replaceAll(
      /<\/?(?:[bicuv]|ruby|rt|lang|font)(?:[.\s][^<>]{0,80})?>|<[\d:.]{5,14}>|\{\\[^{}]{1,40}\}/giu,
      '',
    )
    .replaceAll(/&(amp|lt|gt|nbsp|lrm|rlm);/gu, (_, name: string) => ENTITIES[name]!)
    .trim()

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' }
