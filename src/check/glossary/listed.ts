import type { Lexicon } from '../../lexicon/lexicon.js'
import { textOf } from '../../text/spans.js'
import type { Found, GlossaryEntry, Span } from '../../types.js'
import { isOrdinary } from '../names/alike.js'
import { indexForms } from './forms.js'

/** A stretch in which words are looked for: a paragraph, or a speaker's label. */
export interface Place extends Span {
  readonly label: boolean
}

/** What the glossary says recognisers make of its entries, wherever it stands. */
export function listedForms(
  text: string,
  places: readonly Place[],
  glossary: readonly GlossaryEntry[],
  lexicon: Lexicon,
): Found[] {
  const index = indexForms(
    glossary.flatMap((entry) => entry.soundsLike.map((form) => [form, { entry, form }] as const)),
  )
  return places.flatMap((place) =>
    index.find(text, place).flatMap(({ start, end, value: { entry, form } }): Found[] => {
      const heard = textOf(text, { start, end })
      const ordinary = isOrdinaryWord(form, lexicon)
      if (ordinary && isCapital(form) && !isCapital(heard)) return []
      const unproven = ordinary || entry.seenIn !== undefined
      const confidence = ordinary ? 0.8 : entry.seenIn === undefined ? 0.95 : 0.75
      const said = inPlace(text, start, entry)
      return [
        {
          start,
          end,
          message: `${entry.seenIn === undefined ? 'The glossary has' : 'Other calls of the company have'} "${entry.term}" for "${form}".`,
          confidence,
          ...categoryOf(entry, place),
          evidence: [{ kind: 'reference', document: sourceOf(entry), quote: quoteOf(entry) }],
          suggestions: [{ text: said, confidence, safe: !unproven && !/\p{N}/u.test(form + entry.term) }],
        },
      ]
    }),
  )
}

/** In a label it is the speaker's name that is wrong. */
export function categoryOf({ kind }: GlossaryEntry, { label }: Place): Pick<Found, 'category'> {
  return { category: label ? 'speaker' : kind === 'name' ? 'entity' : 'term' }
}

/** Where an entry is from, as evidence names it. */
export const sourceOf = ({ seenIn }: GlossaryEntry): string =>
  seenIn === undefined ? 'the glossary' : `other ${seenIn}`

/** An entry as evidence shows it. */
export const quoteOf = ({ term, zh }: GlossaryEntry): string => (zh === undefined ? term : `${term} ${zh}`)

/** One word that calls use as such, so that it may be meant. */
const isOrdinaryWord = (form: string, { languageModel }: Lexicon): boolean =>
  /^\p{L}+$/u.test(form) && isOrdinary(form, languageModel)

const isCapital = (words: string): boolean => /^\p{Lu}/u.test(words)

/** The term, with a capital where a sentence begins. */
function inPlace(text: string, start: number, { term, kind }: GlossaryEntry): string {
  const opens = /(?:^|[.?!:。？！\n]["“”]?)\s*$/u.test(text.slice(Math.max(0, start - 4), start))
  return kind === 'term' && opens ? term[0]!.toUpperCase() + term.slice(1) : term
}
