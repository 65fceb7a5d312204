import { textOf } from '../../text/spans.js'
import type { Evidence, Found } from '../../types.js'
import type { Check } from '../check.js'
import { pinyinWords, type PinyinReading } from '../mandarin/pinyin-words.js'
import { titlesInPinyin, type TitleReading } from '../mandarin/titles.js'

export const pinyin: Check = {
  id: 'pinyin',
  summary: 'Chinese terms left in pinyin in machine English.',
  explanation: `
A recogniser made to write English now and then spells a Chinese word instead ("maoli" for 毛利). A word of a
Mandarin passage is reported where it is pinyin of a term (corpora/lexicon/terms.tsv) and no word that English
calls use; what stands for it is the rendering that the interpretation has, or else has most often in the call. A
word that calls do not know and that only sounds like such pinyin ("yingshow") is reported where the interpretation has
the term. Syllables may stand apart ("yao jian ju").

A title in pinyin (Zong, 总; Dong, 董) is reported after the surname of somebody who is named on the call.

Names are left alone: with a capital the word is reported only where the interpretation renders the term.
`,
  category: 'pinyin',
  severity: 'error',
  examples: [
    {
      text: `Chen Lu (CEO): <m><1>Compared with last year, our {maoli=>gross margin|pinyin|A} level has improved a lot
because the proportion of new products has increased.</m>
<i><1>Compared with last year, our gross margin has improved a lot, because new products account for more.</i>`,
      why: 'A term that the interpretation renders.',
    },
    {
      text: `Chen Lu (CEO): <m><1>We shipped 14.2 {Jiwa=>gigawatts|pinyin|A} of modules in this quarter.</m>
<i><1>We shipped 14.2 gigawatts of modules in the quarter.</i>`,
      why: 'With a capital, but rendered by the interpreter.',
    },
    {
      text: `Chen Lu (CEO): <m><1>The {yingshow=>revenue|pinyin|B} is 13.45 billion, and the channel is the biggest one.</m>
<i><1>Revenue was RMB 1.345 billion, and channels were the largest item.</i>`,
      why: 'Nearly pinyin; the interpretation has the term.',
    },
    {
      text: `Chen Lu (CEO): <m><1>Next, please invite Maoli to introduce the new store in Jinan to everyone.</m>
<i><1>Now Maoli will tell you about the new store in Jinan.</i>`,
      why: 'Names of a person and a city.',
    },
    {
      text: `Chen Lu (CEO): <m><1>Thank you, {Chen Zong=>Mr. Chen;;Ms. Chen|pinyin|A}. How is the demand for the new product this year?</m>
<i><1>Thank you, Mr. Chen. How is demand for the new product this year?</i>`,
      why: 'A title in pinyin.',
    },
  ],
  run: (doc, lexicon) => [
    ...pinyinWords(doc, lexicon).map((reading) => findingOf(doc.text, reading)),
    ...titlesInPinyin(doc, lexicon.tables).map((reading) => titleFinding(doc.text, reading)),
  ],
}

function titleFinding(text: string, { start, end, zh, pinyin, said, mention }: TitleReading): Found {
  const evidence: Evidence[] = [{ kind: 'pinyin', pinyin, note: `${zh}: ${said}` }]
  if (mention) evidence.push({ kind: 'mention', ...mention, note: 'so the call addresses this person' })
  return {
    start,
    end,
    message: `"${textOf(text, { start, end })}" is the pinyin of ${zh}: "${said}".`,
    confidence: mention ? 0.95 : 0.8,
    evidence,
    suggestions: [{ text: said, confidence: mention ? 0.9 : 0.5, safe: false }],
  }
}

function findingOf(text: string, { start, end, term, said, partner, distance }: PinyinReading): Found {
  const heard = textOf(text, { start, end })
  const confidence = distance > 0 ? 0.8 : partner ? 0.95 : 0.9
  const evidence: Evidence[] = [
    { kind: 'pinyin', pinyin: term.pinyin, note: `${term.zh}: ${term.en.join(', ')}` },
  ]
  if (partner)
    evidence.push({ kind: 'aligned', ...partner, note: `the interpretation says "${textOf(text, partner)}"` })
  return {
    start,
    end,
    message: `"${heard}" ${distance > 0 ? 'sounds like' : 'is'} the pinyin of ${term.zh}: "${said}".`,
    confidence,
    evidence,
    suggestions: [{ text: said, confidence: partner ? 0.9 : 0.6, safe: false }],
  }
}
