import { contains, overlaps, textOf } from '../../text/spans.js'
import type { Category, Found, GlossaryEntry, Span } from '../../types.js'
import { indexForms } from './forms.js'
import { firstIndex } from '../../text/bisect.js'

/** What silencing looks at. */
export type Silenceable = Pick<Found, 'start' | 'end' | 'suggestions' | 'evidence'> & {
  readonly category: Category
}

/**
 * The findings without those about words that the glossary knows to be right: its terms and names, and the words it
 * says are not to be taken for them. A finding about more than spelling and wording (a figure, a repetition, who
 * speaks) stays, and so does one that leaves the known words as they are.
 */
export function withoutSilenced<F extends Silenceable>(
  text: string,
  findings: readonly F[],
  glossary: readonly GlossaryEntry[],
): F[] {
  if (glossary.length === 0 || findings.length === 0) return [...findings]
  const confirmed = glossary.filter(({ seenIn }) => seenIn === undefined)
  const forms = confirmed.flatMap(({ term, not }) => [term, ...not])
  const known = indexForms(forms.map((form) => [form, form])).findAll(text, { start: 0, end: text.length })
  const near = nearbyIn(known)
  return findings.filter((finding) => {
    if (!isAboutWords(finding)) return true
    return !near(finding).some((right) => contains(right, finding) || isReplaced(text, right, finding))
  })
}

const ofWords: ReadonlySet<Category> = new Set([
  'entity',
  'term',
  'boilerplate',
  'calque',
  'pinyin',
  'homophone',
  'untranslated',
])

/** A label may be misspelled, which shows by sound, or be another's. */
const isAboutWords = ({ category, evidence }: Silenceable): boolean =>
  ofWords.has(category) || (category === 'speaker' && evidence.some(({ kind }) => kind === 'sound'))

function isReplaced(text: string, right: Span, { suggestions }: Silenceable): boolean {
  const words = textOf(text, right).toLowerCase()
  return suggestions.length > 0 && !suggestions[0]!.text.toLowerCase().includes(words)
}

/** The spans that overlap a given one; the spans are in the order of their start. */
function nearbyIn<S extends Span>(spans: readonly S[]): (span: Span) => S[] {
  const longest = spans.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  return (span) => {
    const first = firstIndex(spans, ({ start }) => start >= span.start - longest)
    const found: S[] = []
    for (let index = first; index < spans.length && spans[index]!.start < span.end; index++)
      if (overlaps(spans[index]!, span)) found.push(spans[index]!)
    return found
  }
}
