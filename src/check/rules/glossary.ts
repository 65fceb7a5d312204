import type { Aligned } from '../../types.js'
import type { Check } from '../check.js'
import { chineseForms } from '../glossary/chinese.js'
import { listedForms, type Place } from '../glossary/listed.js'
import { nearNames } from '../glossary/near.js'
import { bestOfEach } from '../names/best.js'
import { speechOf } from '../names/capitalised.js'

export const glossary: Check = {
  id: 'glossary',
  summary: 'Words that the house glossary writes otherwise.',
  explanation: `
The house glossary (\`jiaodui.glossary.json\`, \`--glossary\`, \`--names\`) holds terms and names as they are right. Of a
call it says

- **what it was told**: the forms listed under \`soundsLike\` stand for the entry. An ordinary English word is flagged
  with less confidence, and one listed with a capital only where it has one;
- **what is near a name**: capitalised words that are no ordinary English and sound like a name of the glossary. What
  is a good Chinese name itself is only noted: it may be another's;
- **by the Chinese** of an entry, where it has one (\`zh\`): other characters of the same sound that are no word, and its
  pinyin left over in machine English.

Terms and names of the glossary, and what it lists under \`not\`, are never flagged, by no check that speaks of words.
With \`--by company\` names that several calls of a company list are looked for as well; as nobody confirmed them, they
keep no check silent.
`,
  category: 'entity',
  severity: 'error',
  examples: [
    {
      glossary: [{ term: 'Velora', kind: 'name', soundsLike: ['bell aura'], not: ['Velera'] }],
      text: `Ann Price: {Bell Aura=>Velora|entity|A} opened stores, and so did {Velorra=>Velora|entity|A}. We met Velera, a supplier of Velora.`,
      why: 'A listed form, a near name, and a name that is not to be taken for it. Glossary: Velora, sounds like "bell aura", not Velera.',
    },
    {
      glossary: [
        { term: 'daily active advertisers', kind: 'term', soundsLike: ['daily active advisers'], not: [] },
      ],
      text: `Ann Price: {Daily active advisers=>Daily active advertisers|term|A} grew. We have financial advisers.`,
      why: 'A term. Glossary: daily active advertisers, sounds like "daily active advisers".',
    },
    {
      glossary: [
        { term: 'Velora', kind: 'name', soundsLike: [], not: [], seenIn: 'calls of Velora' },
        { term: 'Chou Min-Hsien', kind: 'name', soundsLike: [], not: [], seenIn: 'calls of Velora' },
      ],
      text: `Ann Price: {Velorra=>Velora|entity|A} opened stores, as Min-Hsien said.`,
      why: 'Names that other calls of the company list (--by company). Part of a name is no other name.',
    },
    {
      glossary: [{ term: 'Velora', kind: 'name', zh: '微络', soundsLike: [], not: [] }],
      text: `Chen Lu: <m><1>我们{威洛=>微络|entity|A}的收入是20亿元。<2>The growth of {Weiluo=>Velora|entity|A} is fast.</m>
<i><1>The revenue of Velora was RMB 2 billion. <2>Velora grows fast.</i>`,
      why: 'By the Chinese of an entry. Glossary: Velora, 微络.',
    },
    {
      glossary: [{ term: 'Zhang Xiaoyun', kind: 'name', soundsLike: [], not: [] }],
      text: `Ann Price: I am Ann Price. With me is Zhang Xiaoyun. Velora Cloud is a partner, and so is Xinda.`,
      why: 'Names are not flagged for being rare. Glossary: Zhang Xiaoyun.',
    },
  ],
  run: (doc, lexicon, { glossary: entries }) => {
    if (entries.length === 0) return []
    const speech = speechOf(doc)
    return bestOfEach([
      ...listedForms(doc.text, placesOf(doc), entries, lexicon),
      ...nearNames(doc, speech, entries, lexicon),
      ...chineseForms(doc, speech, entries, lexicon),
    ])
  },
}

const placesOf = ({ turns }: Aligned): Place[] =>
  turns.flatMap(({ speaker, body }) => [
    ...(speaker.span.end > speaker.span.start ? [{ ...speaker.span, label: true }] : []),
    ...body.map(({ start, end }) => ({ start, end, label: false })),
  ])
