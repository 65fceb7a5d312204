import { textOf } from '../text/spans.js'
import type { Token } from '../text/tokens.js'
import { isBinding, wordForm } from './openers.js'

/** How readily a sentence begins at an English word in speech without stops: 4 surely, 3 … 1, 0 hardly. */
export function englishStrength(text: string, tokens: readonly Token[], index: number): number {
  const previous = tokens[index - 1]!
  const before = previous.kind === 'punctuation' ? '' : wordForm(textOf(text, previous))
  if (isBinding(before) || AWAITS_MORE.has(before)) return 0
  const words = followingWords(text, tokens, index)
  if (goesOn(before, words)) return 0
  const strength = Math.max(
    openingStrength(words),
    isNamedSubject(text, tokens, index) && verbFollows(words, 0) ? 2 : 0,
  )
  const ended = before === '' || previous.kind !== 'word' || UNITS.has(before)
  if (strength === 0)
    return ended && previous.kind !== 'word' && !VERBS.has(words[0] ?? '') && verbFollows(words, 0) ? 2 : 0
  return ended ? Math.min(4, strength + 1) : strength
}

/** A capital after a lower-case word or a figure, as of a name or a lost stop. */
function isNamedSubject(text: string, tokens: readonly Token[], index: number): boolean {
  const isCapital = (at: number): boolean => /^\p{Lu}/u.test(textOf(text, tokens[at]!))
  return tokens[index]!.kind === 'word' && isCapital(index) && !isCapital(index - 1)
}

/** How many words a subject may have before its verb. */
const REACH = 10

/** The next words up to a mark, in lower case; a figure counts as one. */
function followingWords(text: string, tokens: readonly Token[], index: number): string[] {
  const found: string[] = []
  for (let at = index; at < tokens.length && found.length < REACH; at++) {
    const { kind } = tokens[at]!
    if (kind === 'punctuation' || kind === 'han') break
    found.push(wordForm(textOf(text, tokens[at]!)))
  }
  return found
}

/** "year | over year", "second | quarter": what no sentence begins within. */
function goesOn(before: string, [first = '', second = '']: readonly string[]): boolean {
  if (/^(?:over|on)$/.test(first) && second === before) return true
  return ORDINALS.has(first) && COUNTED.has(second)
}

function openingStrength(words: readonly string[]): number {
  const [first = '', second = ''] = words
  if (asksAt(words)) return 3
  if (DISCOURSE.has(first) || STRONG_PAIRS.has(`${first} ${second}`) || SUBJECTS.has(first)) return 3
  if (DEMONSTRATIVES.has(first)) return VERBS.has(second) || verbFollows(words, 1) ? 3 : 1
  if (LEADS.has(first)) {
    if (asksAt(words.slice(1))) return 3
    const subject = SUBJECTS.has(second) || DISCOURSE.has(second) || DEMONSTRATIVES.has(second)
    return subject || (DETERMINERS.has(second) && verbFollows(words, 2)) ? 3 : 1
  }
  if (DETERMINERS.has(first)) return verbFollows(words, 1) ? 3 : 1
  if (leadsToSubject(words)) return 3
  if (CONNECTIVES.has(first)) return 2
  if (HEADS.has(first)) return verbFollows(words, 0) ? 2 : 0
  return WEAK.has(first) ? 1 : 0
}

/** "what are the drivers", "how does that", "can you": a question. */
function asksAt([first = '', second = '', third = '']: readonly string[]): boolean {
  if (/^(?:how|why|when|where)$/.test(first)) return AUXILIARIES.has(second) && third !== ''
  if (first === 'what') return AUXILIARIES.has(second) && DETERMINERS.has(third)
  return AUXILIARIES.has(first) && /^(?:you|we|there|it|this|management)$/.test(second)
}

/** "in the second quarter we launched", "last year I said": an adverbial of time or topic, then a subject. */
function leadsToSubject(words: readonly string[]): boolean {
  if (!ADVERBIALS.has(words[0] ?? '')) return false
  for (let at = 1; at < Math.min(words.length, 7); at++) {
    if (SUBJECTS.has(words[at]!)) return words.slice(0, at).some((word) => TIMES.has(word))
    if (VERBS.has(words[at]!) || ENDS_PHRASE.has(words[at]!)) return false
    if (at > 1 && ADVERBIALS.has(words[at]!) && !DETERMINERS.has(words[at - 1]!)) return false
  }
  return false
}

/** Whether a finite verb comes after the noun phrase that begins at `from`. */
function verbFollows(words: readonly string[], from: number): boolean {
  for (let at = from + 1; at < words.length; at++) {
    if (VERBS.has(words[at]!)) return true
    if (ENDS_PHRASE.has(words[at]!)) return false
  }
  return false
}

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const SUBJECTS = set(
  `we i he she they we're we've we'll we'd i'm i've i'll i'd they're they've it's there's that's let's let you're you've`,
)
const AUXILIARIES = set('is are was were do does did has have had can could will would should may might')
const ORDINALS = set('first second third fourth fifth last next')
/** What ordinals count inside a phrase. */
const COUNTED = set(
  'quarter quarters half season seasons phase generation time largest place batch year month week day days months years',
)
const ADVERBIALS = set(
  'in at on from since by during after before until through at last next this for as over within starting up',
)
const TIMES = set(
  `quarter season half year years month months week weeks day days time period past future beginning end moment
  january february march april may june july august september october november december q1 q2 q3 q4 now date stage`,
)
const DEMONSTRATIVES = set('it this that there these those here one everyone everybody')
const DETERMINERS = set(
  'the our my their its his an every each all another one some many most both no next last a',
)
const LEADS = set('and but or')
const DISCOURSE = set(
  `so because although however therefore meanwhile moreover furthermore besides first firstly second secondly
  third thirdly finally lastly overall currently actually basically regarding then now today yesterday tomorrow generally similarly meantime thanks sorry among`,
)
const STRONG_PAIRS: ReadonlySet<string> = new Set(
  (
    'in terms|at present|of course|for example|for instance|as for|in addition|in fact|more importantly|' +
    'most importantly|looking forward|looking ahead|looking at|in other|if you|if we|when we|when you|thank you|at that|' +
    'as to|turning to|with regard|with respect|you can|you will|up to now|so far|according to|on top'
  ).split('|'),
)
const CONNECTIVES = set('which while where when if as since after before whether')
/** What earnings calls speak of without an article. */
const HEADS = set(
  `revenue revenues profit net gross operating total overall overseas domestic sales income margin margins costs cost
  prices price orders order volume demand shipments capacity inventory cash capex r&d customers users management`,
)
const WEAK = set(
  'in for with during on at from through by about to compared over two three four five only still besides nationwide',
)
const VERBS = set(
  `is are was were am has have had will would can could may might should must do does did isn't aren't wasn't weren't
  hasn't haven't won't wouldn't can't cannot couldn't shouldn't don't doesn't didn't increased decreased rose grew fell
  dropped declined reached improved totaled totalled came went accounted contributed remained exceeded amounted became
  began started continued expanded narrowed doubled tripled turns says said need needs makes made takes took gives gave
  means goes comes used wants want think believe hope`,
)
/** Words that the subject of a finite verb does not run over. */
const ENDS_PHRASE = set(
  'we i he she they it that which who whom whose where when if because so but and while whether',
)
/** After these a clause is the object: no sentence begins. */
const AWAITS_MORE = set(
  `think thinks thought believe believes believed know knows knew see sees saw say says said hope hopes expect expects
  mean means feel feels felt mention mentioned mentioning sure that which who whom whose where when while if whether because
  although though so but and or how what why whatever all both only even just also than as until unless since make makes
  made let lets give gives gave get gets got do does did have has had very more less such same every each no any some`,
)
/** After an amount something has often ended. */
const UNITS = set(
  'yuan rmb dollars million billion trillion thousand percent points point cents year years months month days quarter',
)
