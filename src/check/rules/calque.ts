import { textOf } from '../../text/spans.js'
import type { Evidence, Found } from '../../types.js'
import type { Check } from '../check.js'
import { alignedNames, type AlignedName } from '../mandarin/aligned-names.js'
import { tenthsIn, type TenthsReading } from '../mandarin/tenths.js'
import { calqueCandidates, type CalqueReading } from '../mandarin/calques.js'
import { isOddRow, judgeCalques, kindOf } from '../mandarin/judge.js'
import { percentsIn, type PercentReading } from '../mandarin/percents.js'
import { metricNames, type MetricReading } from '../mandarin/metric-names.js'
import { judgeSwaps, type JudgedSwap } from '../mandarin/swap-judge.js'
import { swapCandidates } from '../mandarin/swaps.js'

export const calque: Check = {
  id: 'calque',
  summary: 'Chinese terms and phrases rendered word by word in machine English.',
  explanation: `
A recogniser made to write English renders Mandarin character by character: 季度 becomes "season", 毛利率 "hair
rate", 推理 "reasoning".
Words of a Mandarin passage are looked at where they are such a rendering of a term: listed with it
(corpora/lexicon/terms.tsv, calques.tsv), or put together, when calls do not join such words, from the meanings of its
characters, in any order (CC-CEDICT and corpora/lexicon/characters.tsv: 毛 hair, 率 rate; 入 entry, 金 gold). Other words
of the dictionary are found so where the interpretation has the translation ("light quantity", 轻量, beside
"lightweight").

How likely it is that the words are wrong is reckoned as annotated calls have taught:

- the interpretation of the same passage, or of the one before or after, has what calls say for the term, and more often
  than the Mandarin side: its words are proposed, in the number of the words heard; or the interpretation of the same
  words elsewhere in the call has it;
- what it says goes better with the words around;
- calls never join the words heard, and the interpretation of the passage has none of them;
- the English of the call does not have them either.

Where the interpretation does not have the term, a part of it counts ("computing" for computing power), and words that
sound like it, for the recogniser mishears the interpreter, too ("rigged endoscopy").

Words that are no such rendering are reported where the interpretation has others in their place: words that both sides
have stand before and after, neither is found anywhere on the other side or both render one Chinese word ("issue",
"distribution", 发行), and calls do not speak so. A name must sound
like what the words mean ("Lotus Bridge", 荷桥, where the interpreter says Heqiao). What he says is proposed where it
is likely to be right as it stands.

A name is reported where only the interpretation has one that sounds like it ("Lin Shu", Lingshu).

A profit is reported where the interpretation has the same figure under the name of another, or of its margin.

Tenths (成, "seven into") and small money (块, 毛: "31 pieces", "two hair") are reported where the interpretation has that
value. So are figures without a percent sign that it has as percentages ("an increase of 11").

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
      text: `Chen Lu (CEO): <m><1>The {opening=>utilization|calque|D} rate of the production lines is about {seven into=>70%|calque|B} now.</m>
<i><1>Capacity utilization is now about 70%.</i>`,
      why: 'Tenths: 七成.',
    },
    {
      text: `Chen Lu (CEO): <m><1>This quarter the sales of the {Lin Shan=>Linshan|entity|B} chip reached 125 million yuan.</m>
<i><1>Sales of the Linshan chip reached RMB 125 million in the quarter.</i>`,
      why: 'A name in one word.',
    },
    {
      text: `Chen Lu (CEO): <m><1>The sales of the new product grew by {11=>11%|number|B} in this quarter.</m>
<i><1>Sales of the new product grew by 11% in the quarter.</i>`,
      why: 'A percent sign left out.',
    },
    {
      text: `Chen Lu (CEO): <m><1>The gross profit of the {hard mirror=>rigid endoscope;;rigid endoscopy|calque|B} business has improved
this year.</m>
<i><1>Gross margin of our rigged endoscopes improved this year.</i>`,
      why: 'The interpreter, too, was misheard.',
    },
    {
      text: `Chen Lu (CEO): <m><1>This quarter the {net=>operating|term|B} profit reached 125 million yuan.</m>
<i><1>Our operating profit for the quarter reached RMB 125 million.</i>`,
      why: 'The same figure under another name.',
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
  run: (doc, lexicon) => {
    const calques = judgeCalques(doc.text, calqueCandidates(doc, lexicon))
    const tenths = tenthsIn(doc)
    const percents = percentsIn(doc)
    const names = alignedNames(doc, lexicon)
    const metrics = metricNames(doc)
    const settled = [...calques.map(({ reading }) => reading), ...tenths, ...percents, ...metrics, ...names]
    const swaps = swapCandidates(
      doc,
      lexicon,
      settled.flatMap(({ start, end, partner }) => [{ start, end }, ...(partner ? [partner] : [])]),
    )
    return [
      ...calques.map(({ reading, confidence }) => findingOf(doc.text, reading, confidence)),
      ...tenths.map((reading) => tenthsFinding(doc.text, reading)),
      ...names.map((name) => nameFinding(doc.text, name)),
      ...percents.map((reading) => percentFinding(doc.text, reading)),
      ...metrics.map((reading) => metricFinding(doc.text, reading)),
      ...judgeSwaps(doc.text, swaps).map((judged) => swapFinding(doc.text, judged)),
    ]
  },
}

/** Probability from which on what the interpretation says is proposed. */
const leastRight = 0.2

function swapFinding(text: string, { swap, wrong, right }: JudgedSwap): Found {
  const { start, end, said, partner, zh, together } = swap
  const heard = textOf(text, { start, end })
  const evidence: Evidence[] = [
    { kind: 'aligned', ...partner, note: `the interpretation says "${said}" in its place` },
  ]
  if (together > 1)
    evidence.push({
      kind: 'structure',
      note: `so it does in ${together} of the passages that have these words`,
    })
  if (zh) evidence.push({ kind: 'pinyin', pinyin: zh, note: `${zh} may be heard as these words` })
  return {
    start,
    end,
    message: `The interpretation does not have "${heard}": it says "${said}" in its place.`,
    confidence: wrong,
    evidence,
    suggestions: right >= leastRight ? [{ text: said, confidence: wrong * right, safe: false }] : [],
  }
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
    ...(!isOddRow(reading) && confidence < leastWarned[kindOf(reading)] && { severity: 'info' }),
    evidence,
    suggestions: [{ text: words, confidence, safe: false }],
  }
}

/** Probability below which a rendering is only noted: more than half of those are what was said. */
const leastWarned = { table: 0.65, composed: 0.75, dictionary: 0.65 } as const

function metricFinding(text: string, { start, end, said, partner }: MetricReading): Found {
  const heard = textOf(text, { start, end })
  return {
    start,
    end,
    category: 'term',
    message: `The interpretation has this figure under another name: "${said}", not "${heard}".`,
    confidence: 0.8,
    evidence: [{ kind: 'aligned', ...partner, note: `the interpretation says "${textOf(text, partner)}"` }],
    suggestions: [{ text: said, confidence: 0.8, safe: false }],
  }
}

function nameFinding(text: string, { start, end, said, partner, distance }: AlignedName): Found {
  const heard = textOf(text, { start, end })
  const confidence = distance < 0.05 ? 0.85 : 0.75
  return {
    start,
    end,
    category: 'entity',
    message: `"${heard}" sounds like ${said}, as the interpretation has the name.`,
    confidence,
    evidence: [
      { kind: 'aligned', ...partner, note: `the interpretation says "${said}"` },
      { kind: 'sound', heard, said, distance: Number(distance.toFixed(2)) },
    ],
    suggestions: [{ text: said, confidence, safe: false }],
  }
}

function percentFinding(text: string, { start, end, said, partner }: PercentReading): Found {
  return {
    start,
    end,
    category: 'number',
    message: `The interpretation has "${textOf(text, { start, end })}" as a percentage: ${said}.`,
    confidence: 0.85,
    evidence: [{ kind: 'aligned', ...partner, note: `the interpretation says "${textOf(text, partner)}"` }],
    suggestions: [{ text: said, confidence: 0.85, safe: false }],
  }
}

function tenthsFinding(text: string, { start, end, said, partner, counts }: TenthsReading): Found {
  const heard = textOf(text, { start, end })
  return {
    start,
    end,
    ...(counts === 'money' && { category: 'currency' }),
    message: `"${heard}" counts ${counts === 'tenths' ? 'tenths (成)' : 'yuan or parts of it (块, 毛, 分)'}: ${said}.`,
    confidence: 0.85,
    evidence: [{ kind: 'aligned', ...partner, note: `the interpretation says "${textOf(text, partner)}"` }],
    suggestions: [{ text: said, confidence: 0.85, safe: false }],
  }
}
