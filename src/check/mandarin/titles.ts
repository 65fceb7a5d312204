import type { Tables } from '../../lexicon/tables.js'
import type { Aligned, Span } from '../../types.js'

/** A surname followed by a Mandarin title in pinyin ("Li Zong"). */
export interface TitleReading extends Span {
  readonly zh: string
  readonly pinyin: string
  readonly said: string
  /** Where the call addresses the person so; none where it never does. */
  readonly mention?: Span
}

const titles: Readonly<Record<string, { readonly zh: string; readonly said: string }>> = {
  Zong: { zh: '总', said: 'Mr.' },
  Dong: { zh: '董', said: 'Chairman' },
}

/** Titles left in pinyin in Mandarin passages, after a surname of somebody who is named on the call. */
export function titlesInPinyin(
  { text, origins, turns, participants }: Aligned,
  tables: Tables,
): TitleReading[] {
  const people = [...turns.map(({ speaker }) => speaker.label), ...participants.map(({ name }) => name)]
  const named = new Set(people.flatMap((name) => name.split(/\s+/u)))
  const known = new Set(
    tables.surnames.filter(({ romanisation }) => romanisation === 'mandarin').map(({ name }) => name),
  )
  return origins
    .filter(({ origin }) => origin === 'mandarin')
    .flatMap((span) =>
      [...text.slice(span.start, span.end).matchAll(/\b(\p{Lu}\p{Ll}{1,5}) (Zong|Dong)\b/gu)].flatMap(
        ({ 0: whole, 1: surname, 2: title, index }): TitleReading[] => {
          const { zh, said } = titles[title!]!
          const mention = addressOf(text, surname!)
          const isPerson = mention !== undefined || (named.has(surname!) && known.has(surname!))
          if (!isPerson || people.some((name) => name.includes(whole))) return []
          const start = span.start + index
          return [
            {
              start,
              end: start + whole.length,
              zh: surname! + zh,
              pinyin: whole.toLowerCase(),
              said: mention && zh === '总' ? text.slice(mention.start, mention.end) : `${said} ${surname!}`,
              ...(mention && { mention }),
            },
          ]
        },
      ),
    )
}

/** Where somebody is first called by the surname with an English title. */
function addressOf(text: string, surname: string): Span | undefined {
  const match = new RegExp(String.raw`\b(?:Mr|Ms|Mrs|Dr)\.? ${surname}\b`, 'u').exec(text)
  return match ? { start: match.index, end: match.index + match[0].length } : undefined
}
