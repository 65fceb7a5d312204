import type { Lexicon } from '../../lexicon/lexicon.js'
import { overlaps, textOf } from '../../text/spans.js'
import type { Aligned, Evidence, Found, Span } from '../../types.js'
import type { Check } from '../check.js'
import { bestOfEach } from '../names/best.js'
import { brokenPinyinVariants } from '../names/broken.js'
import { calledByName } from '../names/called-by-name.js'
import { speechOf, type Speech } from '../names/capitalised.js'
import { companyOf, type Company } from '../names/company.js'
import { misheardFirms, type MisheardFirm } from '../names/firms.js'
import { misheardHeads, strangersInPlace, type MisheardHead } from '../names/heads.js'
import { mentionsOf, type Mention } from '../names/mentions.js'
import { fullNameVariants, type PersonVariant } from '../names/people.js'
import { withCapitals } from '../names/recased.js'
import { respelledNames } from '../names/respelled.js'
import { splitNames, type SplitName } from '../names/split.js'
import { doublyTitled, titledVariants, translatedTitles } from '../names/titled.js'
import { translatedNames, type TranslatedName } from '../names/translated.js'

export const nameVariant: Check = {
  id: 'name-variant',
  summary: 'One name spelled in several ways: the company, and the people of the call.',
  explanation: `
A recogniser writes a name it does not know as it hears it, and otherwise each time. The check gathers the names of
the whole call and compares them by spelling, by English sound and by pinyin:

- **the company**, known from the title, the executives' labels and what the call is said to be: another word
  before the word that follows it ("Lanway Auto" for "Lanyue Auto"), or in a place where only it can be named ("the
  third quarter performance meeting of Red Pine Gold");
- **people**: two full names that share a word and differ in another that sounds alike ("Kelvin Run", whom the operator
  called "Kelvin Ruan"), a title with a name that nobody bears ("Mr. Way" where there is a Mr. Wei), a surname
  spelled as another of the same sound, a questioner thanked by a name like his own, a syllable that pinyin
  does not have. What a person calls himself, the list of participants and the operator's call
  weigh more than a label; a real surname more than an ordinary word;
- **the questioner's firm** as the operator or he himself names it, where the list of participants or his label has
  another with the same last word or of the same sound, or of their two tellings the one made of ordinary words;
- **names of one word heard as several** ("sell rise" for CellRise): words that calls do not say together and that sound
  like the company, a name said often or one with a capital inside; and words that calls do not say, spelled
  almost as such a name; places heard as several words ("our factory in Jia Xin");
- **the company's Chinese name** left in pinyin or translated in machine English, where the aligned interpretation has
  the company's name.

In a transcript without capitals names are the words that calls do not say, and those that stand in the places of
names. A name is never flagged for being rare. Left alone are two people of the list or two callers with names alike,
plurals and possessives, short forms of English given names, and words that usually stand before the company's tail
("public cloud").
`,
  category: 'entity',
  severity: 'error',
  examples: [
    {
      text: `Ann Price (IR): Welcome to {Vellora=>Velora|entity|A} Foods third quarter 2025 earnings conference call. With me are our
CEO, Mr. Wei Changming, and our CFO. Mr. {Way=>Wei|entity|A} will review the business.

Wei Changming (CEO): I am Wei Changming. Velora Foods grew well. The Velora brand is known, and Velora Foods opened stores.`,
      why: 'The company before its tail, and an executive after his title.',
    },
    {
      text: `Operator: Our next question comes from the line of Kelvin Ruan from Harbour Peak Securities. Please go ahead.

Kelvin {Run=>Ruan|speaker|A}: Good evening, and thank you for taking my question.`,
      why: 'A label against the name the operator called.',
    },
    {
      text: `Operator: Our next question comes from Kelvin Ruan with {Harbor Pig=>Harbour Peak|entity|A} Securities. Please go ahead.

Kelvin Ruan (Analyst, Harbour Peak Securities): Thank you. This is Kelvin from Harbour Peak. What about margins?`,
      why: "The questioner's firm, against his label.",
    },
    {
      text: `Operator: Our next question comes from Tobias Strand of Aldersen Capital. Please go ahead.

Tobias Strand: Thank you for taking my question. This is Tobias from {Alder son=>Aldersen|entity|A} Capital. What about margins?`,
      why: 'The firm as he tells it, against the operator.',
    },
    {
      text: `Velora Cinema Holdings (VLCH) Q3 2025 Earnings Call Transcript

Operator: Welcome to the {Vel Aura=>Velora|entity|A} Cinema third quarter 2025 earnings conference call.

Ann Price (IR): {Well Aura=>Velora|entity|A} Cinema's earnings release came out today. With me is our CFO, Mr. {Yeah=>Yeh|entity|A}.

Stanley Yeh (CFO): Thank you, Ann. Margins grew.`,
      why: 'The company as the title has it, and a surname that sounds like a word.',
    },
    {
      text: `Speaker 1: good day ladies and gentlemen thank you for standing by and welcome to {vel aura=>velora|entity|A} coffee's third quarter 2025
earnings conference call please note that this call is being recorded i will now hand over to mister wei changming

Speaker 2: thank you and welcome to velora coffee's third quarter 2025 earnings call with me is our chief financial officer mister
tian meng mister {way=>wei|entity|A} is our chief executive officer and velora is growing in all of its markets`,
      why: 'A transcript without capitals.',
    },
    {
      text: `Ann Price (CEO): Our new engine Zelcora is in mass production. Zelcora has three customers. Margins of Zelcora improved, and
{Zelkora=>Zelcora|entity|A} is on schedule.`,
      why: 'A name that the call says often, spelled otherwise once.',
    },
    {
      text: `Ann Price (CEO): Goods go to the stores from {Sin Jiang=>Xinjiang|entity|B} in nine days, and our new plant in {Nin Xia=>Ningxia|entity|B} is on
hold. The song of Zhou Shen sells well.`,
      why: 'Places heard as two words.',
    },
    {
      text: `Operator: Good day, and welcome to the Velora Foods third quarter 2025 earnings conference call.

Ann Price: {Vel Aura=>Velora|entity|A} reports in RMB. Our app CellRise grew, and {sell rise=>CellRise|entity|A} has more users. The cell count rises, and sales rise.`,
      why: 'Names of one word heard as two.',
    },
    {
      text: `Ann Price (IR): Welcome to Velora Foods third quarter 2025 earnings conference call. With me is our CEO, Mr. Wei Changming.

Joyce Zhang: <m><1>Thank you, {Wei total=>Mr. Wei|entity|A}. My question is about stores.</m>
<i><1>Thank you, Mr. Wei. My question is about stores.</i>`,
      why: 'A Mandarin title (总), translated.',
    },
    {
      text: `Operator: Good day, and welcome to Velora Cloud third quarter 2025 earnings conference call.

Ann Price: Thank you for joining Velora Cloud third quarter 2025 earnings call.

Chen Lu (CEO): <m><1>The revenue of {Weiluo=>Velora|entity|A} ecology this quarter is 2 billion yuan. <2>We will continue to rely on the {Weiluo=>Velora|entity|A} ecology.</m>
<i><1>Revenue from the Velora ecosystem was RMB 2 billion this quarter. <2>We will continue to rely on the Velora ecosystem.</i>`,
      why: "The company's Chinese name in pinyin.",
    },
    {
      text: `Velora Gold Resources (VLGR) Q3 2025 Earnings Call Transcript

Ann Price (IR): Welcome to Velora Gold's third quarter 2025 earnings conference call.

Chen Lu (CEO): <m>Thank you for attending the performance meeting of {Red Song Gold=>Velora Gold|entity|B}. The output of this season is good.</m>`,
      why: "The company's Chinese name translated, where it is said whose call it is.",
    },
    {
      text: `Ann Price (IR): Welcome to Velora Cloud third quarter 2025 earnings conference call. With me is our CEO, Mr. Chen Lu.

Chen Lu (CEO): Velora Cloud grew. Public cloud and Enterprise Cloud grew as well, and Velora's customers trust Velora Cloud.

Operator: The next question comes from Joyce Zhang from Lakeside Securities.

Joyce Zhang: Thank you, Mr. Chen.

Operator: The next question comes from Joyce Cheng from Harbour Peak Securities.

Joyce Cheng: Thank you. I have heard Mr. Obama speak in Hangzhou.`,
      why: 'Two people, possessives, other words before the tail.',
    },
  ],
  run: (written, lexicon) => {
    const doc = withCapitals(written, lexicon)
    const speech = speechOf(doc)
    const mentions = mentionsOf(doc, speech, lexicon)
    const found = bestOfEach([
      ...people(doc, speech, mentions, lexicon),
      ...companies(doc, speech, mentions, lexicon),
      ...splitNames(doc, speech, mentions, lexicon).map(ofSplit),
      ...respelledNames(doc, speech, mentions, lexicon).map(ofSplit),
      ...misheardFirms(doc, lexicon).map(ofFirm),
    ])
    return doc === written ? found : found.map(inSmallLetters)
  },
}

/** As a transcript without capitals writes it. */
function inSmallLetters(found: Found): Found {
  return { ...found, suggestions: found.suggestions.map((one) => ({ ...one, text: one.text.toLowerCase() })) }
}

function people(doc: Aligned, speech: Speech, mentions: readonly Mention[], lexicon: Lexicon): Found[] {
  const broken = brokenPinyinVariants(mentions, lexicon)
  return [
    ...fullNameVariants(mentions, lexicon),
    ...titledVariants(mentions, lexicon),
    ...doublyTitled(mentions),
    ...translatedTitles(doc, mentions, lexicon),
    ...broken,
    ...calledByName(mentions, speech, broken, lexicon),
  ].flatMap((variant) => variant.places.map((place) => ofPerson(doc, variant, place)))
}

function ofPerson({ text, turns }: Aligned, variant: PersonVariant, place: Span): Found {
  const { said, distance, confidence, proof, pinyin } = variant
  const heard = textOf(text, place)
  const inLabel = turns.some(({ speaker }) => overlaps(speaker.span, place))
  return {
    start: place.start,
    end: place.end,
    message: pinyin
      ? `No Chinese name is spelled "${heard}"; "${said}" is near.`
      : `"${heard}" seems to be ${said}, as the name is given elsewhere.`,
    confidence,
    ...(inLabel ? { category: 'speaker' as const } : {}),
    evidence: [
      ...proof
        .filter((mention) => !overlaps(mention, place))
        .slice(0, shown)
        .map(({ start, end, kind }): Evidence => ({ kind: 'mention', start, end, note: notes[kind] })),
      ...(pinyin ? [{ kind: 'pinyin' as const, pinyin, note: `"${heard}" holds no valid syllables` }] : []),
      { kind: 'sound', heard, said, distance: rounded(distance) },
    ],
    suggestions: [{ text: said, confidence, safe: false }],
  }
}

/** Mentions given as evidence. */
const shown = 3

const notes = {
  listed: 'in the list of participants',
  label: 'as a speaker',
  self: 'introducing himself or herself',
  called: 'called up',
  titled: 'with a title',
  plain: 'named in full',
} as const

function companies(doc: Aligned, speech: Speech, mentions: readonly Mention[], lexicon: Lexicon): Found[] {
  const company = companyOf(doc, speech, mentions, lexicon)
  if (!company) return []
  return [
    ...[...misheardHeads(speech, company, lexicon), ...strangersInPlace(speech, company, lexicon)].map(
      (head) => ofHead(doc.text, speech, head, company),
    ),
    ...translatedNames(doc, speech, company, lexicon).map((name) => ofTranslated(name)),
  ]
}

function ofHead(text: string, speech: Speech, misheard: MisheardHead, company: Company): Found {
  const { paragraph, from, to, said, distance, confidence } = misheard
  const { words } = speech[paragraph]!
  const span = { start: words[from]!.start, end: words[to - 1]!.end }
  const heard = textOf(text, span)
  return {
    ...span,
    message: `"${heard}" stands where the company, ${company.head}, is named.`,
    confidence,
    evidence: [
      ...company.mentions.slice(0, shown).map(({ start, end }): Evidence => ({
        kind: 'mention',
        start,
        end,
        note: `one of ${company.mentions.length} mentions`,
      })),
      { kind: 'sound', heard, said, distance: rounded(distance) },
    ],
    suggestions: [{ text: said, confidence, safe: false }],
  }
}

function ofTranslated({ start, end, heard, said, confidence, times, proof, pinyin }: TranslatedName): Found {
  const manner = pinyin ? 'left in pinyin' : 'translated'
  const often = times > 1 ? `, as in ${times} passages` : ''
  return {
    start,
    end,
    message: `"${heard}" seems to be the company's Chinese name ${manner}: the interpretation has ${said}${often}.`,
    confidence,
    evidence: [
      { kind: 'aligned', start: proof.start, end: proof.end, note: 'the name in the interpretation' },
    ],
    suggestions: [{ text: said, confidence, safe: false }],
  }
}

function ofSplit({ start, end, heard, said, distance, confidence, proof, isPlace }: SplitName): Found {
  return {
    start,
    end,
    message: isPlace
      ? `"${heard}" sounds like the place ${said}.`
      : `"${heard}" sounds like ${said}, as the name is given elsewhere.`,
    confidence,
    evidence: [
      ...proof
        .slice(0, shown)
        .map((span): Evidence => ({ kind: 'mention', ...span, note: 'the name in one word' })),
      { kind: 'sound', heard, said, distance: rounded(distance) },
    ],
    suggestions: [{ text: said, confidence, safe: false }],
  }
}

function ofFirm({ start, end, heard, said, distance, confidence, proof }: MisheardFirm): Found {
  return {
    start,
    end,
    message: `"${heard}" seems to be ${said}, as the questioner's firm is given elsewhere.`,
    confidence,
    evidence: [
      { kind: 'mention', start: proof.start, end: proof.end, note: 'the firm of the one who asks' },
      { kind: 'sound', heard, said, distance: rounded(distance) },
    ],
    suggestions: [{ text: said, confidence, safe: false }],
  }
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
