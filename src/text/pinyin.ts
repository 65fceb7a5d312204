/** Hanyu Pinyin without tones, ü written v after l and n. */

/** Whether the word is one syllable; takes lower case. */
export const isPinyinSyllable = (word: string): boolean => pinyinSyllables.has(word)

/** By initial: the finals it goes with ("" stands for syllables without an initial). */
const FINALS = {
  '': 'a o e ai ei ao ou an en ang eng er',
  y: 'a o e i ao ou an in ang ing ong u ue uan un',
  w: 'u a o ai ei an en ang eng',
  b: 'a o i u ai ei ao ie iao an en in ian ang eng ing',
  p: 'a o i u ai ei ao ou ie iao an en in ian ang eng ing',
  m: 'a o e i u ai ei ao ou ie iao iu an en in ian ang eng ing',
  f: 'a o u ei ou an en ang eng',
  d: 'a e i u ai ei ao ou ia ie iao iu ui uo an en ian uan un ang eng ing ong',
  t: 'a e i u ai ao ou ie iao ui uo an ian uan un ang eng ing ong',
  n: 'a e i u v ai ei ao ou ie iao iu uo ve an en in ian uan un ang eng ing iang ong',
  l: 'a o e i u v ai ei ao ou ia ie iao iu uo ve an in ian uan un ang eng ing iang ong',
  g: 'a e u ai ei ao ou ua uo uai ui an en uan un ang eng ong uang',
  k: 'a e u ai ei ao ou ua uo uai ui an en uan un ang eng ong uang',
  h: 'a e u ai ei ao ou ua uo uai ui an en uan un ang eng ong uang',
  j: 'i u ia ie iao iu ue in ian uan un ing iang iong',
  q: 'i u ia ie iao iu ue in ian uan un ing iang iong',
  x: 'i u ia ie iao iu ue in ian uan un ing iang iong',
  zh: 'a e i u ai ei ao ou ua uo uai ui an en uan un ang eng ong uang',
  ch: 'a e i u ai ao ou ua uo uai ui an en uan un ang eng ong uang',
  sh: 'a e i u ai ei ao ou ua uo uai ui an en uan un ang eng uang',
  r: 'e i u ao ou ua uo ui an en uan un ang eng ong',
  z: 'a e i u ai ei ao ou uo ui an en uan un ang eng ong',
  c: 'a e i u ai ao ou uo ui an en uan un ang eng ong',
  s: 'a e i u ai ao ou uo ui an en uan un ang eng ong',
} as const

export const pinyinSyllables: ReadonlySet<string> = new Set(
  Object.entries(FINALS).flatMap(([initial, finals]) => finals.split(' ').map((final) => initial + final)),
)

const LONGEST = 6

/**
 * The word as pinyin syllables, as few as possible ("xiaodan" → xiao, dan); undefined when it cannot be split.
 * Where the spelling leaves a choice a syllable begins with a consonant ("jinan" → ji, nan; "jin'an" → jin, an),
 * as the orthography has it; a bare vowel begins the word or follows an apostrophe. Letter case, tones and "ü"
 * are folded. English words split as well ("change" → chan, ge): the caller asks a word list first.
 */
export function splitPinyin(word: string): readonly string[] | undefined {
  const parts = foldPinyin(word).split(/['’ -]/u)
  const split = parts.map(splitRun)
  return split.every((syllables) => syllables !== undefined) ? split.flat() : undefined
}

/** Lower case, without tone marks or digits, ü as v. */
export const foldPinyin = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replace(/\p{M}|(?<=[a-z])[1-5]/gu, '')

function splitRun(letters: string): readonly string[] | undefined {
  const size = letters.length
  if (size === 0) return undefined
  const costs = new Array<number>(size + 1).fill(Infinity)
  const first = new Array<number>(size).fill(0)
  costs[size] = 0
  for (let start = size - 1; start >= 0; start--) {
    for (let length = Math.min(LONGEST, size - start); length > 0; length--) {
      const syllable = letters.slice(start, start + length)
      if (!pinyinSyllables.has(syllable)) continue
      const cost = costs[start + length]! + (start === 0 ? 1 : innerCost(syllable))
      if (cost >= costs[start]!) continue
      costs[start] = cost
      first[start] = length
    }
  }
  if (costs[0] === Infinity) return undefined
  const syllables: string[] = []
  for (let start = 0; start < size; start += first[start]!) {
    syllables.push(letters.slice(start, start + first[start]!))
  }
  return syllables
}

function innerCost(syllable: string): number {
  if (!/^[aeo]/u.test(syllable)) return 1
  return syllable.length === 1 ? Infinity : 1.5
}

/** How an English ear writes an initial down, in the phones of lexicon/pronunciations.ts. */
const INITIAL_PHONES: Readonly<Record<string, string>> = {
  zh: 'J',
  ch: 'C',
  sh: 'S',
  j: 'J',
  q: 'C',
  x: 'S',
  z: 'z',
  c: 'ts',
  r: 'r',
  h: 'h',
  y: 'y',
  w: 'w',
}

/** Finals after an initial other than y or w. */
const FINAL_PHONES: Readonly<Record<string, string>> = Object.fromEntries(
  `a a, o o, e x, ai Y, ei e, ao W, ou o, an an, en xn, ang aG, eng xG, er R, ong oG, i i, ia ya, ie yE,
  iao yW, iu yo, in In, ian yEn, ing IG, iang yaG, iong yoG, u u, ua wa, uo wo, uai wY, ui we, uan wan, un wxn,
  uang waG, v u, ve wE, ue wE`
    .split(/,\s+/u)
    .map((pair) => pair.split(' ') as [string, string]),
)

/** What an English recogniser hears in the syllables, in the phones of lexicon/pronunciations.ts. */
export const pinyinPhones = (syllables: readonly string[]): string => syllables.map(syllablePhones).join('')

function syllablePhones(syllable: string): string {
  const initial = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?/u.exec(syllable)![0]
  const final = syllable.slice(initial.length)
  if (/^[zcs]h?$|^r$/u.test(initial) && final === 'i') return (INITIAL_PHONES[initial] ?? initial) + 'R'
  if (initial === 'y') return Y_PHONES[final] ?? 'y' + (FINAL_PHONES[final] ?? final)
  if (initial === 'w' && final === 'u') return 'wu'
  return (INITIAL_PHONES[initial] ?? initial) + (FINAL_PHONES[final] ?? final)
}

/** Where y only spells the vowel, or changes it. */
const Y_PHONES: Readonly<Record<string, string>> = {
  i: 'yi',
  e: 'yE',
  an: 'yEn',
  u: 'yu',
  ue: 'ywE',
  uan: 'ywEn',
  un: 'yun',
}

/**
 * Syllables that speakers and recognisers take for this one: zh/z, ch/c, sh/s, n/l, r/l, f/h, j/zh, q/ch,
 * x/sh, an/ang, en/eng, in/ing, uan/uang, ian/iang; one change in the initial, the final or both. Without it.
 */
export function nearSyllables(syllable: string): readonly string[] {
  const initial = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?/u.exec(syllable)![0]
  const final = syllable.slice(initial.length)
  const initials = [initial, ...(NEAR_INITIALS[initial] ?? [])]
  const finals = [
    final,
    ...(/[aei]n$/u.test(final) ? [final + 'g'] : []),
    ...(/[aei]ng$/u.test(final) ? [final.slice(0, -1)] : []),
  ]
  return initials
    .flatMap((near) => finals.map((tail) => near + tail))
    .filter((near) => near !== syllable && pinyinSyllables.has(near))
}

const NEAR_INITIALS: Readonly<Record<string, readonly string[]>> = {
  zh: ['z', 'j'],
  z: ['zh'],
  ch: ['c', 'q'],
  c: ['ch'],
  sh: ['s', 'x'],
  s: ['sh'],
  j: ['zh'],
  q: ['ch'],
  x: ['sh'],
  n: ['l'],
  l: ['n', 'r'],
  r: ['l'],
  f: ['h'],
  h: ['f'],
}
