import { irregularForms } from './irregular-forms.js'

/**
 * The stem English words share: lower case, irregular forms led back ("grew" → "grow"), then the English
 * (Porter 2) algorithm of Snowball, https://snowballstem.org/algorithms/english/stemmer.html.
 * Not memoised; a caller that meets a word often keeps its stem.
 */
export function stem(word: string): string {
  const lower = word.toLowerCase().replaceAll('’', "'")
  const base = withoutPossessive(lower)
  return porter2(irregularForms.get(base) ?? base)
}

const withoutPossessive = (word: string): string => word.replace(/'s?'?$/u, '').replace(/^'/u, '')

/** The English Snowball stemmer, without irregular forms; takes lower case. */
export function porter2(word: string): string {
  if (word.length < 3) return word
  const exception = EXCEPTIONS.get(word)
  if (exception !== undefined) return exception
  const marked = markConsonantY(withoutPossessive(word))
  const r1 = regionOne(marked)
  const r2 = regionAfter(marked, r1)
  const plural = step1a(marked)
  if (INVARIANT_AFTER_1A.has(plural)) return plural.toLowerCase()
  const steps = step5(step4(step3(step2(step1c(step1b(plural, r1)), r1), r1, r2), r2), r1, r2)
  return steps.toLowerCase()
}

const EXCEPTIONS = new Map(
  Object.entries({
    skis: 'ski',
    skies: 'sky',
    dying: 'die',
    lying: 'lie',
    tying: 'tie',
    idly: 'idl',
    gently: 'gentl',
    ugly: 'ugli',
    early: 'earli',
    only: 'onli',
    singly: 'singl',
    sky: 'sky',
    news: 'news',
    howe: 'howe',
    atlas: 'atlas',
    cosmos: 'cosmos',
    bias: 'bias',
    andes: 'andes',
  }),
)

const INVARIANT_AFTER_1A = new Set([
  'inning',
  'outing',
  'canning',
  'herring',
  'earring',
  'proceed',
  'exceed',
  'succeed',
])

const VOWEL = /[aeiouy]/u

/** An initial y, or y after a vowel, becomes Y: a consonant. */
const markConsonantY = (word: string): string => word.replace(/^y/u, 'Y').replace(/([aeiouy])y/gu, '$1Y')

/** Where R1 begins: after the first consonant that follows a vowel, with three prefixes of their own. */
function regionOne(word: string): number {
  const prefix = /^(?:gener|commun|arsen)/u.exec(word)
  return prefix ? prefix[0].length : regionAfter(word, 0)
}

function regionAfter(word: string, from: number): number {
  const rest = /[aeiouy][^aeiouy]/u.exec(word.slice(from))
  return rest ? from + rest.index + 2 : word.length
}

function endsInShortSyllable(word: string): boolean {
  return /[^aeiouy][aeiouy][^aeiouywxY]$/u.test(word) || /^[aeiouy][^aeiouy]$/u.test(word)
}

const isShortWord = (word: string, r1: number): boolean => word.length <= r1 && endsInShortSyllable(word)

const cut = (word: string, count: number): string => word.slice(0, word.length - count)

function step1a(word: string): string {
  if (word.endsWith('sses')) return cut(word, 2)
  if (/ie[ds]$/u.test(word)) return cut(word, word.length > 4 ? 2 : 1)
  if (/(?:us|ss)$/u.test(word)) return word
  if (word.endsWith('s') && VOWEL.test(word.slice(0, -2))) return cut(word, 1)
  return word
}

function step1b(word: string, r1: number): string {
  const eed = /eed(?:ly)?$/u.exec(word)
  if (eed) return eed.index >= r1 ? word.slice(0, eed.index) + 'ee' : word
  const suffix = /(?:ed|ing)(?:ly)?$/u.exec(word)
  if (!suffix || !VOWEL.test(word.slice(0, suffix.index))) return word
  const base = word.slice(0, suffix.index)
  if (/(?:at|bl|iz)$/u.test(base)) return base + 'e'
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/u.test(base)) return cut(base, 1)
  return isShortWord(base, r1) ? base + 'e' : base
}

const step1c = (word: string): string => word.replace(/(.[^aeiouy])[yY]$/u, '$1i')

const STEP_2: readonly (readonly [suffix: string, replacement: string])[] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
]

function step2(word: string, r1: number): string {
  const rule = STEP_2.find(([suffix]) => word.endsWith(suffix))
  if (!rule) return word
  const [suffix, replacement] = rule
  const base = cut(word, suffix.length)
  if (base.length < r1) return word
  if (suffix === 'ogi' && !base.endsWith('l')) return word
  if (suffix === 'li' && !/[cdeghkmnrt]$/u.test(base)) return word
  return base + replacement
}

const STEP_3: readonly (readonly [suffix: string, replacement: string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ative', ''],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
]

function step3(word: string, r1: number, r2: number): string {
  const rule = STEP_3.find(([suffix]) => word.endsWith(suffix))
  if (!rule) return word
  const [suffix, replacement] = rule
  const base = cut(word, suffix.length)
  if (base.length < (suffix === 'ative' ? r2 : r1)) return word
  return base + replacement
}

const STEP_4 = /(?:ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|ion|al|er|ic)$/u

function step4(word: string, r2: number): string {
  const suffix = STEP_4.exec(word)
  if (!suffix || suffix.index < r2) return word
  const base = word.slice(0, suffix.index)
  return suffix[0] === 'ion' && !/[st]$/u.test(base) ? word : base
}

function step5(word: string, r1: number, r2: number): string {
  const base = cut(word, 1)
  if (word.endsWith('e')) {
    return base.length >= r2 || (base.length >= r1 && !endsInShortSyllable(base)) ? base : word
  }
  return word.endsWith('ll') && base.length >= r2 ? base : word
}
