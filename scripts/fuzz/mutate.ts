import { mulberry, pick } from '../random.js'

type Random = () => number
type Mutation = (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array

/** The mutant of this number: the same for the same seed and seeds. */
export const mutantOf = (seeds: readonly Uint8Array[], seed: number, number: number): Uint8Array =>
  mutant(seeds, mulberry(seed * 1_000_003 + number))

/**
 * An input as nobody would write it: a stretch of a seed, one to six times damaged by bytes, by stretches
 * or by words that readers look for. Some 20 to `longest` bytes (with what is put in, up to twice as many).
 */
function mutant(seeds: readonly Uint8Array[], random: Random, longest = 2000): Uint8Array {
  let bytes = stretch(pick(seeds, random), random, longest)
  for (let times = 1 + Math.floor(random() * 6); times > 0; times--)
    bytes = pick(mutations, random)(bytes, random, seeds).subarray(0, 2 * longest)
  return bytes
}

/** From the beginning of a seed in every second case, where front matter stands. */
function stretch(seed: Uint8Array, random: Random, longest: number): Uint8Array {
  const length = 20 + Math.floor(random() * longest)
  const from = random() < 0.5 ? 0 : Math.floor(random() * Math.max(1, seed.length - length))
  return seed.subarray(from, from + length)
}

const mutations: readonly Mutation[] = [
  // one byte is another
  (bytes, random) => {
    const changed = bytes.slice()
    changed[place(bytes, random)] = Math.floor(random() * 256)
    return changed
  },
  // a bit is the other
  (bytes, random) => {
    const changed = bytes.slice()
    const at = place(bytes, random)
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    return changed
  },
  // a stretch is missing
  (bytes, random) => {
    const from = place(bytes, random)
    return joined(bytes.subarray(0, from), bytes.subarray(from + Math.floor(random() * 40)))
  },
  // a stretch is there again and again
  (bytes, random) => {
    const from = place(bytes, random)
    const piece = bytes.subarray(from, from + 1 + Math.floor(random() * 30))
    return joined(
      bytes.subarray(0, from),
      ...Array.from({ length: Math.floor(random() * 20) }, () => piece),
      bytes.subarray(from),
    )
  },
  // a stretch of another seed
  (bytes, random, others) => {
    const at = place(bytes, random)
    return joined(bytes.subarray(0, at), stretch(pick(others, random), random, 200), bytes.subarray(at))
  },
  // two stretches change places
  (bytes, random) => {
    const [a, b] = [place(bytes, random), place(bytes, random)].toSorted((x, y) => x - y)
    return joined(bytes.subarray(b), bytes.subarray(a, b), bytes.subarray(0, a))
  },
  // words that readers and checks look for
  (bytes, random) => {
    const at = place(bytes, random)
    return joined(bytes.subarray(0, at), utf8.encode(pick(words, random)), bytes.subarray(at))
  },
]

const place = (bytes: Uint8Array, random: Random): number => Math.floor(random() * bytes.length)

const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

const utf8 = new TextEncoder()
const words: readonly string[] = [
  '\n',
  '\r\n\r\n',
  '\0',
  '\u2028',
  '\ufeff',
  '\u202e',
  '\ud83d\ude00',
  'e\u0301',
  '：',
  ' -- *CEO*\n',
  '**Sun Wei**\n',
  'speaker\n',
  '[Foreign Language]',
  '[Interpreted]',
  '[00:01:02] ',
  'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n',
  '{"segments":[{"text":"',
  '"}]}',
  '99999999999999999999',
  '1,2,3,4.5.6%',
  'RMB -0.0 billion',
  'up 0% from zero',
  '百分之百万亿',
  '二十四点七八亿',
  'from 50% to 15% ',
  'one hundred thousand million billion ',
  'Thank you. Thank you. Thank you. Thank you. Thank you. ',
  '谢谢大家谢谢大家谢谢大家谢谢大家',
  'uh uh uh um um ',
  'Our next question comes from the line of ',
  'let me translate ',
  '<script>alert(1)</script>',
  '=cmd|calc!A1',
  '\u001b[31m',
]
