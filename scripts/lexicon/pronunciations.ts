import { dictionary } from 'cmu-pronouncing-dictionary'
import { packSections } from '../../src/lexicon/sections.js'
import { learnRules, type Pronounced } from './letter-to-sound.js'

/** The CMU dictionary with the readings below, and the rules learnt from it, compiled into pronunciations.bin. */
export function buildPronunciations(): Uint8Array {
  const words = collectWords()
  const rules = learnRules(teachable([...words]))
  return packSections([packLines(words), packLines(rules)])
}

/** What CMU lacks: finance terms as they are said; the words that sound like it, or phones after "/". */
const READINGS = `
ebitda: /ibItd@
ebit: /ibIt
ebita: /ibIt@
gaap: gap
non-gaap: non gap
nongaap: non gap
capex: cap ex
opex: op ex
saas: /s@s
paas: /p@s
iaas: /Y@s
fintech: fin tech
arpu: /arpu
arppu: /arpu
ecommerce: e commerce
blockchain: block chain
r&d: R and D
sg&a: S G and A
g&a: G and A
s&m: S and M
m&a: M and A
p&l: P and L
q&a: Q and A
s&p: S and P
rmb: R M B
ipo: I P O
kpi: K P I
roi: R O I
roe: R O E
roa: R O A
eps: E P S
gmv: G M V
dau: D A U
mau: M A U
idc: I D C
llm: L L M
gpu: G P U
api: A P I
iot: I O T
aigc: A I G C
esg: E S G
oem: O E M
cagr: /k@gR
yoy: Y O Y
qoq: Q O Q
renminbi: /rEnmInbi
`

/** The letters' names, under the capital. */
const LETTER_NAMES =
  'A:e B:bi C:si D:di E:i F:Ef G:Ji H:eC I:Y J:Je K:ke L:El M:Em N:En O:o P:pi Q:kyu R:ar S:Es T:ti U:yu V:vi ' +
  'W:dAbxlyu X:Eks Y:wY Z:zi'

/** ARPABET → one letter; an unstressed AH is x. */
const PHONES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'AA:a AE:@ AH:A AO:c AW:W AY:Y EH:E ER:R EY:e IH:I IY:i OW:o OY:O UH:U UW:u B:b CH:C D:d DH:D F:f G:g HH:h ' +
    'JH:J K:k L:l M:m N:n NG:G P:p R:r S:s SH:S T:t TH:T V:v W:w Y:y Z:z ZH:Z'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

function collectWords(): Map<string, string> {
  const words = new Map<string, string>()
  for (const [word, arpabet] of Object.entries(dictionary)) {
    if (/^[a-z][a-z'.-]*$/u.test(word)) words.set(word, onePhoneALetter(arpabet))
  }
  words.set('a', 'x')
  for (const pair of LETTER_NAMES.split(' ')) words.set(...(pair.split(':') as [string, string]))
  for (const line of READINGS.trim().split('\n')) {
    const [word, reading] = line.split(': ') as [string, string]
    if (words.has(word)) continue
    words.set(word, reading.startsWith('/') ? reading.slice(1) : soundOf(words, reading))
  }
  return words
}

const onePhoneALetter = (arpabet: string): string =>
  arpabet
    .replace(/ #.*$/u, '')
    .split(' ')
    .map((phone) => (phone === 'AH0' ? 'x' : PHONES[phone.replace(/\d$/u, '')]!))
    .join('')

function soundOf(words: ReadonlyMap<string, string>, reading: string): string {
  return reading
    .split(' ')
    .map((word) => words.get(word) ?? fail(`the reading "${reading}" has a word without a pronunciation`))
    .join('')
}

function fail(message: string): never {
  throw new Error(message)
}

/** Plain words whose letters can stand for their phones: no abbreviations. */
const teachable = (words: readonly Pronounced[]): Pronounced[] =>
  words.filter(
    ([letters, phones]) =>
      /^[a-z]+$/u.test(letters) && /[aeiouy]/u.test(letters) && phones.length < 2 * letters.length,
  )

function packLines(entries: ReadonlyMap<string, string>): Uint8Array {
  const keys = [...entries.keys()].sort((a, b) => (a < b ? -1 : 1))
  return new TextEncoder().encode(keys.map((key) => `${key} ${entries.get(key)!}\n`).join(''))
}
