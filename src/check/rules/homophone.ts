import { foldHan } from '../../text/fold.js'
import { textOf } from '../../text/spans.js'
import type { Evidence, Found } from '../../types.js'
import type { Check } from '../check.js'
import { homophonesIn, type HomophoneReading } from '../mandarin/homophones.js'

export const homophone: Check = {
  id: 'homophone',
  summary: 'Chinese characters written for others that sound the same.',
  explanation: `
Where Mandarin is kept in characters, a recogniser writes others of the same sound: 受信 for 授信, 存或 for 存货.
Characters are reported where a finance term (corpora/lexicon/terms.tsv), or a dictionary word (CC-CEDICT) for what the
interpretation says, has the same syllables, tones aside, and

- the interpretation of the passage, or of its neighbours, has a rendering of that term, and none of the words written:
  then one syllable may be another that speakers take for it (纯量, 存量), and the characters need not begin and end
  where words do as they stand, but with the term in their place;
- or it has a word of which they are a plain translation, and they share a character with it (沙河, 沙盒: "sandbox");
- or what is written is no word, shares a character with the term, and begins and ends where words do.

Any other word is weighed: how much likelier the passage is with it, by the frequency of words (han-frequencies.tsv);
whether the interpretation speaks for it (CC-CEDICT, corpora/lexicon/glosses.tsv) and not for what is written; whether
it sounds the same or only nearly; which characters it shares with what is written; how often the call has it. So are
the characters that make a word of another (达标绿, 达标率), where the interpretation speaks for them.

Grammatical characters and numerals (的, 在, 一 …) are not doubted on sound alone. What is proposed is written in the
characters of the transcript, simplified or traditional.
`,
  category: 'homophone',
  severity: 'error',
  examples: [
    {
      text: `Chen Lu (CEO): <m><1>本季度{受信=>授信|homophone|B}额度增长了百分之十，我们会继续支持小微企业。</m>

Interpreter: <i><1>Credit lines grew by 10% in the quarter, and we will go on supporting small businesses.</i>`,
      why: 'The interpretation speaks for another word of the same sound.',
    },
    {
      text: `Chen Lu (CEO): <m><1>第三季度的{毛力率=>毛利率|homophone|B}有所提升，主要因为产品结构的变化。</m>

Interpreter: <i><1>It improved in the third quarter, mainly as the product mix changed.</i>`,
      why: 'What is written is no word, and all but a term.',
    },
    {
      text: `Chen Lu (CEO): <m><1>第三季度{營手=>營收|homophone|B}增長了百分之十，毛利率也提升了，我們對第四季度有信心。</m>

Interpreter: <i><1>Revenue grew by 10% in the third quarter, gross margin improved, and we are confident.</i>`,
      why: 'Traditional characters.',
    },
    {
      text: `Chen Lu (CEO): <m><1>我们的公式很简单，先生存，再发展，今年在全国开了三十一家店。</m>

Interpreter: <i><1>Our formula is simple: survive first, then grow. We opened 31 stores this year.</i>`,
      why: 'Words of their own that sound like others (公司, 生成).',
    },
  ],
  run: (doc, lexicon) => {
    const readings = homophonesIn(doc, lexicon)
    const script = readings.length > 0 ? scriptOf(doc.text) : new Map<string, string>()
    return readings.map((reading) => findingOf(doc.text, reading, script))
  },
}

function confidenceOf({ partner, isTerm, isWord, probability }: HomophoneReading): number {
  if (probability !== undefined) return Math.min(0.9, probability)
  if (isWord) return 0.75
  if (partner) return isTerm ? 0.9 : 0.75
  return 0.65
}

/** How the call writes simplified characters, where it writes traditional ones. */
function scriptOf(text: string): ReadonlyMap<string, string> {
  const written = new Map<string, string>()
  for (const { 0: run } of text.matchAll(/\p{Script=Han}+/gu)) {
    const folded = foldHan(run).text
    if (folded === run || folded.length !== run.length) continue
    Array.from(folded, (character, index) => {
      if (character !== run[index]) written.set(character, run[index]!)
    })
  }
  return written
}

function findingOf(text: string, reading: HomophoneReading, script: ReadonlyMap<string, string>): Found {
  const { start, end, heard, said, pinyin, partner } = reading
  const written = textOf(text, { start, end })
  const inItsScript = Array.from(said, (character, index) =>
    character === heard[index] ? written[index]! : (script.get(character) ?? character),
  ).join('')
  const confidence = confidenceOf(reading)
  const evidence: Evidence[] = [{ kind: 'pinyin', pinyin, note: `${heard} and ${said} sound the same` }]
  if (partner)
    evidence.push({ kind: 'aligned', ...partner, note: `the interpretation says "${textOf(text, partner)}"` })
  return {
    start,
    end,
    message: `${written} sounds like ${inItsScript}.`,
    confidence,
    evidence,
    suggestions: [{ text: inItsScript, confidence, safe: false }],
  }
}
