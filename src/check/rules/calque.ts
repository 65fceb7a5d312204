import { textOf } from '../../text/spans.js'
import type { Evidence, Found } from '../../types.js'
import type { Check } from '../check.js'
import { tenthsIn, type TenthsReading } from '../mandarin/tenths.js'
import { calquesOf, oddly, type CalqueReading } from '../mandarin/calques.js'

export const calque: Check = {
  id: 'calque',
  summary: 'Chinese terms and phrases rendered word by word in machine English.',
  explanation: `
A recogniser made to write English renders Mandarin character by character: 季度 becomes "season", 毛利率 "hair
rate", 推理 "reasoning". Words of a Mandarin passage are looked at where they are such a rendering of a term: listed
with it (corpora/lexicon/terms.tsv, calques.tsv), or put together from the dictionary meanings of its characters
in their order (CC-CEDICT: 毛 hair, 率 rate), when calls do not join such words. They are reported where

- the interpretation of the same passage has what calls say for the term, and has it more often than the Mandarin
  side: its words are proposed, in the number of the words heard;
- the interpretation of the passage before or after has it, or of the same words elsewhere in the call, and it goes
  better with the words around;
- words that calls never join are rendered so anywhere in the call;
- or the table says that no speaker of English would use the words.

Tenths (成, "seven into") are reported where the interpretation has the percentage.

Only the words that differ are reported ("income" of "total income"). Good English that an interpreter put in other
words is left alone, and so are turns of speech without a term in them ("we also hope that").
`,
  category: 'calque',
  severity: 'warning',
  examples: [
    {
      text: `Chen Lu (CEO): <m><1>The total {income=>revenue|calque|B} of the third {season=>quarter|calque|B} was 20.1
billion yuan.</m>
<i><1>Total revenue of the third quarter was RMB 2.01 billion.</i>`,
      why: 'The interpretation of the same words has the terms.',
    },
    {
      text: `Chen Lu (CEO): <m><1>In the third quarter, the gross {interest rate=>margin|calque|B} has improved a
lot.</m>
<i><1>In the third quarter, gross margin improved a lot.</i>`,
      why: 'A metric that is no metric.',
    },
    {
      text: `Chen Lu (CEO): <m>We will pay more attention to the {sinking=>lower-tier|calque|B} markets next year.</m>`,
      why: 'Nobody says so in English; without interpretation.',
    },
    {
      text: `Chen Lu (CEO): <m><1>The opening rate of the production lines is about {seven into=>70%|calque|B} now.</m>
<i><1>Capacity utilization is now about 70%.</i>`,
      why: 'Tenths: 七成.',
    },
    {
      text: `Ann Price (CFO): Interest income of the season was RMB 20 million. Our margin, as the reasoning goes, follows.`,
      why: 'Spoken in English.',
    },
    {
      text: `Chen Lu (CEO): <m><1>Interest income was 20 million yuan and the revenue increased in the summer season.</m>
<i><1>Interest income was RMB 20 million, and revenue increased in the summer season.</i>`,
      why: 'The interpretation says the same.',
    },
  ],
  run: (doc, lexicon) => [
    ...calquesOf(doc, lexicon).flatMap((reading) => {
      const confidence = confidenceOf(reading)
      return confidence < 0.5 ? [] : [findingOf(doc.text, reading, confidence)]
    }),
    ...tenthsIn(doc).map((reading) => tenthsFinding(doc.text, reading)),
  ],
}

/** Probability that the words are a calque; below one half nothing is said. */
function confidenceOf(reading: CalqueReading): number {
  const { literal, partner, where, elsewhere, score, association, gain } = reading
  const { kind, strength, missing } = literal
  const odd = association < oddly
  if (kind === 'composed' && (!odd || !partner || gain < (missing ? 2 : -1))) return 0
  if (kind === 'always') return partner && where === 'here' ? 0.9 : 0.75
  if (association > 0.5 && gain < 1) return 0
  if (partner && where === 'here' && gain > -1) return score < 0.5 ? 0.6 : strength > 1 ? 0.88 : 0.8
  if (partner && where === 'beside' && (odd || gain > 0.5)) return 0.7
  if (elsewhere > 0 && gain > 0) return 0.65 + 0.02 * Math.min(5, elsewhere)
  return partner && odd && gain > -1 ? 0.62 : strength > 2 ? 0.55 : 0
}

function findingOf(text: string, reading: CalqueReading, confidence: number): Found {
  const { start, end, literal, said, partner } = reading
  const heard = textOf(text, { start, end })
  const capital =
    /^\p{Lu}/u.test(heard) &&
    /^\p{Ll}/u.test(said) &&
    /(?:^|[.?!]\s+|\n)$/u.test(text.slice(Math.max(0, start - 3), start))
  const words = capital ? said[0]!.toUpperCase() + said.slice(1) : said
  const evidence: Evidence[] = partner
    ? [{ kind: 'aligned', ...partner, note: `the interpretation says "${textOf(text, partner)}"` }]
    : [{ kind: 'wording', expected: said, source: `${literal.zh}, rendered word by word` }]
  return {
    start,
    end,
    message: `"${heard}" is ${literal.zh} word by word: calls say "${words}".`,
    confidence,
    evidence,
    suggestions: [{ text: words, confidence, safe: false }],
  }
}

function tenthsFinding(text: string, { start, end, said, partner }: TenthsReading): Found {
  const heard = textOf(text, { start, end })
  return {
    start,
    end,
    message: `"${heard}" counts tenths (成): ${said}.`,
    confidence: 0.85,
    evidence: [{ kind: 'aligned', ...partner, note: `the interpretation says "${textOf(text, partner)}"` }],
    suggestions: [{ text: said, confidence: 0.85, safe: false }],
  }
}
