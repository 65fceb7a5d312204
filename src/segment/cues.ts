import { textOf } from '../text/spans.js'
import type { Token } from '../text/tokens.js'
import { isBinding, wordForm } from './openers.js'

/**
 * Phrases with which an operator, an analyst or an interpreter starts to speak, or a speaker starts over in
 * the other language. Commas and hesitations inside do not count.
 */
const ANYWHERE = `
  thank you | thanks for | thanks very much | thanks so much | thanks a lot | thanks management | thanks again
  many thanks | thank management | appreciate the opportunity | congratulations on | congrats on
  hello everyone | hello everybody | hello all | hello management | hello operator | hi everyone | hi all
  hi management | hi thank | hi this is | hi good | hey everyone | hey good | hey guys | hey thank
  good morning | good afternoon | good evening | good day | ladies and gentlemen | dear management
  dear investors | dear all | welcome to the | welcome to our | welcome everyone
  let me translate | let me just translate | let me quickly translate | let me interpret | let me summarize
  let me repeat | let me rephrase | let me take this | let me answer | let me first | let me start | let me add
  let me briefly | let me try to | i will translate | i'll translate | i will now translate
  i'll now translate | i will just translate | i'll just translate | i will quickly | i'll quickly
  i will interpret | i'll interpret | i will repeat | i'll repeat | i will do the translation
  i'll do the translation | i will summarize | i'll summarize | i will briefly | i'll briefly | allow me to
  i'd like to translate | i would like to translate | i am translating | i'm translating
  and i will translate | translating for | the translation is
  so basically | so essentially | so generally | so regarding | so about the | so with regard
  so with respect | so in terms of | so for the | so for your | so to answer | so to translate | so to summarize
  so the question is | so the first | so the second | so my question | so my first | so my second | so thanks
  so thank | so this is the | so the management | so management | so he | so she | so mr | so ms | so first
  so let me | so firstly | so what | so just now | so as you | so as we | so as i
  now i would like | now i'd like | now let me | now i will | now i'll | now let's | now turning | now moving
  next i will | next i'll | next i would like | next let me | next let's | next question | next please
  i would now like | i'd now like | i will now | i'll now | before we begin | before we start
  this is the ceo | this is the cfo | this is the operator | this is the translator | this is the interpreter
  our ceo just | the ceo just | the management just | ceo said | he said that | she said that | he mentioned
  she mentioned | he added | she added | mr chairman said
  my question is | my questions are | my first question | my second question | my third question
  my next question | my last question | my follow up | my follow-up | my other question
  the first question is | the second question is | the third question is | the last question is
  the first question comes | the next question comes | the last question comes | the next question is
  our first question comes | our next question comes | our last question comes | our first question is
  our next question is | i have a question | i have two questions | i have one question
  i have three questions | i have a follow-up | i have a couple | i got two questions | i just have
  could you please | could management | can management | would management | how does management
  could you share | can you share | could you elaborate | can you please
  regarding your first | regarding your second | regarding your question | regarding the question
  regarding the first question | regarding the second question | in other words | that is to say
  first of all | second of all | and secondly | and thirdly | and firstly | and finally | and lastly
  and then secondly
  please go ahead | go ahead please | your line is open | please proceed | please stand by | that concludes
  this concludes | that's all for | that is all for | that's all from
`

/** Phrases that stand inside sentences as well: cues only when capitalised. */
const CAPITALISED = `
  hello | hi | hey | okay | ok | alright | all right | yes | yeah | sure | well | right | thanks | sorry | welcome
  operator next | operator please | operator we | at this time | you may | please | so | now | and so | and also
  actually | in fact | of course | indeed | basically | regarding | with regard to | with respect to | in response to
  the question | the first one | the second one | could you | can you | may i | let me | let's | let us
  as for the | as for your | to translate | to summarize | to put it | to answer your | to add | just to add
  just now | about the | about this | about your
`

interface Cue {
  readonly words: readonly string[]
  readonly capitalised: boolean
}

const CUES: ReadonlyMap<string, readonly Cue[]> = indexByFirstWord([
  ...cuesOf(ANYWHERE, false),
  ...cuesOf(CAPITALISED, true),
])

function cuesOf(table: string, capitalised: boolean): Cue[] {
  return table
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .map((phrase) => ({ words: phrase.split(' '), capitalised }))
}

function indexByFirstWord(cues: readonly Cue[]): Map<string, Cue[]> {
  const index = new Map<string, Cue[]>()
  for (const cue of cues) index.set(cue.words[0]!, [...(index.get(cue.words[0]!) ?? []), cue])
  return index
}

/** Whether a switch cue starts at the token: someone may have begun to speak here. */
export function cueAt(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!
  if (token.kind !== 'word') return false
  const word = textOf(text, token)
  const candidates = CUES.get(wordForm(word))
  if (!candidates) return false
  const capitalised = /^\p{Lu}/u.test(word) && !/^I(?:$|['’])/.test(word)
  if (!capitalised && index > 0 && binds(wordForm(textOf(text, tokens[index - 1]!)))) return false
  return candidates.some((cue) => (capitalised || !cue.capitalised) && matches(text, tokens, index, cue))
}

const binds = (word: string): boolean => isBinding(word) && !LEADING.has(word)

function matches(text: string, tokens: readonly Token[], index: number, cue: Cue): boolean {
  let at = index
  for (const expected of cue.words) {
    if (at > index) at = skipHesitation(text, tokens, at)
    const token = tokens[at]
    if (token?.kind !== 'word' || wordForm(textOf(text, token)) !== expected) return false
    at++
  }
  return true
}

const HESITATION: ReadonlySet<string> = new Set([',', 'uh', 'um'])

/** Past a comma or a hesitation or two. */
function skipHesitation(text: string, tokens: readonly Token[], index: number): number {
  let at = index
  while (at < index + 3 && tokens[at] && HESITATION.has(wordForm(textOf(text, tokens[at]!)))) at++
  return at
}

/** Words that lead into a cue (and so, okay, …): they go with it, and alone they are no piece. */
export const LEADING: ReadonlySet<string> = new Set(
  'and so but or okay ok well yes yeah no um uh er ah now then also hi hello hey oh alright right sure'.split(
    ' ',
  ),
)

/** Words of greetings: a cue right after these goes on with them. */
export const GREETING: ReadonlySet<string> = new Set(
  'good morning afternoon evening day everyone everybody all hello hi'.split(' '),
)
