import { tokenize } from '../../text/tokens.js'
import type { Span, Transcript } from '../../types.js'

/** A word of running speech with what matters for telling names. */
export interface SpokenWord extends Span {
  /** Without a possessive ending. */
  readonly form: string
  readonly lower: string
  readonly capital: boolean
  /** First in its sentence, so that its capital tells nothing. */
  readonly opens: boolean
  /** Nothing but white space parts it from the word before. */
  readonly glued: boolean
  readonly possessive: boolean
}

/** The words of all paragraphs. */
export type Speech = readonly { readonly words: readonly SpokenWord[]; readonly turn: number }[]

export const speechOf = ({ text, turns }: Transcript): Speech =>
  turns.flatMap(({ body }, turn) => body.map((paragraph) => ({ words: spokenWords(text, paragraph), turn })))

/** The words of a paragraph; figures and Han are none. */
function spokenWords(text: string, paragraph: Span): SpokenWord[] {
  const words: SpokenWord[] = []
  let opens = true
  let glued = false
  for (const { start, end, kind } of tokenize(text, paragraph)) {
    const token = text.slice(start, end)
    if (kind === 'word') {
      const form = token.replace(/['’]s$/u, '')
      words.push({
        start,
        end: start + form.length,
        form,
        lower: form.toLowerCase(),
        capital: /^\p{Lu}/u.test(form),
        opens,
        glued,
        possessive: form !== token,
      })
      opens = false
      glued = true
    } else {
      const abbreviated =
        token === '.' && /^(?:Mr|Ms|Mrs|Dr|Prof|Inc|Co|Corp|Ltd|St|vs|No)$/u.test(words.at(-1)?.form ?? '')
      if (/[.?!…:"“”。？！\n]/u.test(token) && !abbreviated) opens = true
      glued = abbreviated
    }
  }
  return words
}

/** Words `from` … `to - 1`: the longest run of capitalised words without a mark between. */
export interface CapitalRun {
  readonly from: number
  readonly to: number
}

export function capitalRuns(words: readonly SpokenWord[]): CapitalRun[] {
  const runs: CapitalRun[] = []
  for (let from = 0; from < words.length; from++) {
    if (!words[from]!.capital) continue
    let to = from + 1
    while (to < words.length && words[to]!.capital && words[to]!.glued && !words[to - 1]!.possessive) to++
    runs.push({ from, to })
    from = to - 1
  }
  return runs
}
