import type { Candidate } from '../terms/candidates.js'
import { callWords } from '../terms/call-words.js'
import { candidatesFor } from '../terms/candidates.js'
import { judge, type Judged } from '../terms/judge.js'
import { readingsOf } from '../terms/readings.js'
import { englishRuns, isRendered, type Run } from '../terms/runs.js'
import { hull, textOf } from '../../text/spans.js'
import type { Evidence, Found, Span } from '../../types.js'
import type { Check } from '../check.js'

export const term: Check = {
  id: 'term',
  summary: 'Real words that were never said: what was misheard in English speech and in interpretation.',
  explanation: `
A recogniser writes good English words that nobody said ("growth margin", "accounts deceivable"); no dictionary and
no grammar sees them. Where earnings calls would hardly say a stretch of up to three words between its neighbours
(the language model), the check asks which words and phrases sound like it, across word borders, or have been
written for it by recognisers before. It reports a stretch when a candidate is likely as a whole: how near it sounds,
how many times as often calls say it there, how well it fits the words on the left and those on the right, whether it
makes a term with them, whether the call says it elsewhere, and whether it goes with what the call speaks of there.

The confidence is a probability learnt from what five recognisers made of calls of which there is a human transcript.
A call with many clear errors has more of the unclear ones as well, and a well-edited one hardly any: the check takes
the call's own share of clear errors into account. In a call whose Mandarin is a machine's rendering, which nobody has
edited, it looks further: for words that calls say between the neighbours though they sound less alike, for rarer ones
that sound all but the same, for initials spelled by words ("D N A", "are and the": D&A, R&D), and for other forms of the
words heard; what it makes of them is learnt from annotated calls.

Left alone: names, Chinese places in letters, figures in words, other forms and spellings of the same word, words of grammar
that come or go, a change told with its figure ("turnover rose 5%"), what a call says often and elsewhere makes sense
of, machine English from Mandarin, and whatever could as well have been said.
`,
  category: 'term',
  severity: 'error',
  examples: [
    {
      text: `Ann Price (CFO): Our {growth=>gross|term|A} margin was 31%, up from 28% a year ago.`,
      why: 'A word for another.',
    },
    {
      text: `Ann Price (CFO): Accounts {deceivable=>receivable|term|A} were RMB 1.2 billion, and intangible
{acids=>assets|term|A} were RMB 0.4 billion. Capital {expend itchers=>expenditures|term|A} fell.`,
      why: 'Words that make a term with their neighbour.',
    },
    {
      text: `Ann Price (CFO): Thank you, Tim. I will now go through our financial results for the third quarter. Total
{rev news=>revenues|term|A} increased by 12% year-over-year to RMB 2.4 billion.`,
      why: 'Two words for one.',
    },
    {
      text: `Ann Price (CEO): We have planned for growth in every region, and the margin of safety is ample. Depression screening
is now offered in all of our clinics. The sharpest decline was in Europe.`,
      why: 'The same words where they were said.',
    },
    {
      text: `Ann Price (CEO): Our partner Marge Inn opened twelve hotels, and Mr. Groves joined as an adviser. In his words, "the
river finds its own bed".`,
      why: 'Names, and words that nothing else is likelier than.',
    },
  ],
  run: (doc, lexicon) => {
    const { languageModel, wordVectors } = lexicon
    const runs = englishRuns(doc, languageModel)
    const isRaw = isRendered(doc)
    const call = callWords(runs, lexicon, isRaw)
    const candidates = candidatesFor(lexicon, call)
    const readings = runs.flatMap((run) => readingsOf(run, languageModel, candidates, call, isRaw))
    const mentions = mentionsIn(runs)
    const speech = { runs, call, model: languageModel, variants: candidates, vectors: wordVectors, isRaw }
    return judge(readings, speech)
      .filter((judged) => judged.probability >= worthALook && isWhole(doc.text, judged))
      .map((judged) => findingOf(doc.text, judged, mentions, isRaw))
  },
}

/** Probability from which on a reading is shown; below which an editor of a call that is not raw is not warned. */
const worthALook = 0.5
const worthAWarning = 0.65

/** Whether no letters or figures are joined to the words, and no comma divides them. */
function isWhole(text: string, { reading: { run, from, to } }: Judged): boolean {
  const { start, end } = hull(run.words.slice(from, to).map(({ span }) => span))
  if (/[,;:]/u.test(text.slice(start, end))) return false
  return !/[\p{L}\p{N}]/u.test(text.slice(start - 1, start) + text.slice(end, end + 1))
}

function findingOf(
  text: string,
  { reading, probability }: Judged,
  mentionsOf: Mentions,
  isRaw: boolean,
): Found {
  const { run, from, to, distance, odds } = reading
  const whole = hull(run.words.slice(from, to).map(({ span }) => span))
  const said = asWrittenThere(reading.said, run, from, to)
  const { span, words } = withoutCommon(text, whole, said)
  const heard = textOf(text, whole)
  const times = roundedTimes(odds)
  const sound: Evidence = { kind: 'sound', heard, said, distance: rounded(distance), odds: times }
  return {
    ...span,
    message: `"${heard}" sounds like "${said}", which calls say here ${times} times as often.`,
    confidence: probability,
    ...(!isRaw && probability < worthAWarning && { severity: 'info' }),
    evidence: [sound, ...mentionEvidence(mentionsOf(reading.said.key), whole)],
    suggestions: [{ text: words, confidence: probability, safe: false }],
  }
}

/** With a capital at the beginning of a sentence and among words with capitals. */
function asWrittenThere({ words }: Candidate, { capitals }: Run, from: number, to: number): string {
  const begins = from === 0 || capitals[from - 1] || capitals[to]
  return capitals[from] && begins ? words[0]!.toUpperCase() + words.slice(1) : words
}

/** The smallest span that mends the text: words at either end that stay are left out. */
function withoutCommon(text: string, { start, end }: Span, said: string): { span: Span; words: string } {
  const heardWords = textOf(text, { start, end }).split(' ')
  const saidWords = said.split(' ')
  const same = (a: string | undefined, b: string | undefined) => a?.toLowerCase() === b?.toLowerCase()
  let words = said
  while (heardWords.length > 1 && saidWords.length > 1 && same(heardWords[0], saidWords[0])) {
    start += heardWords.shift()!.length + 1
    words = words.slice(saidWords.shift()!.length + 1)
  }
  while (heardWords.length > 1 && saidWords.length > 1 && same(heardWords.at(-1), saidWords.at(-1))) {
    end -= heardWords.pop()!.length + 1
    words = words.slice(0, -(saidWords.pop()!.length + 1))
  }
  return { span: { start, end }, words }
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** To two digits. */
const roundedTimes = (odds: number): number => Number((10 ** Math.min(9, odds)).toPrecision(2))

/** Where a call says words, as the language model cuts them. */
type Mentions = (key: string) => readonly Span[]

function mentionsIn(runs: readonly Run[]): Mentions {
  const byFirst = new Map<string, { readonly run: Run; readonly at: number }[]>()
  for (const run of runs) {
    run.words.forEach(({ word }, at) => {
      const known = byFirst.get(word)
      if (known) known.push({ run, at })
      else byFirst.set(word, [{ run, at }])
    })
  }
  return (key) => {
    const words = key.split(' ')
    return (byFirst.get(words[0]!) ?? [])
      .filter(({ run, at }) => words.every((word, index) => run.words[at + index]?.word === word))
      .map(({ run, at }) => hull(run.words.slice(at, at + words.length).map(({ span }) => span)))
  }
}

/** The nearest place where the call says the words, and how often it does. */
function mentionEvidence(mentions: readonly Span[], { start }: Span): Evidence[] {
  const distance = (span: Span) => Math.abs(span.start - start)
  const [nearest] = mentions.toSorted((a, b) => distance(a) - distance(b))
  if (!nearest) return []
  const note = mentions.length === 1 ? 'said once in this call' : `said ${mentions.length} times in this call`
  return [{ kind: 'mention', ...nearest, note }]
}
