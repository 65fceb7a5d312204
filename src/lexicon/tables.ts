/** A finance term of Mandarin calls, with what interpreters say and what machines make of it. */
export interface Term {
  /** Simplified Chinese, some with Latin letters (C端). */
  readonly zh: string
  /** Renderings in use on calls, the preferred one first. */
  readonly en: readonly string[]
  /** Toneless syllables, a space between, ü as v. */
  readonly pinyin: string
  /** What a machine writes for it: evidence where the aligned interpretation has a rendering of `en`. */
  readonly literal: readonly string[]
  /** Those of `literal` that are wrong wherever they stand. */
  readonly always: readonly string[]
  /** The field it belongs to: accounting, growth, internet, tech, mobility, consumer, health, finance, corporate. */
  readonly domain: string
}

/** A phrase of machine English that betrays Mandarin speech rendered word by word. */
export interface Calque {
  /** Lower case. */
  readonly phrase: string
  /** The Mandarin behind it. */
  readonly zh: string
  /** How calls say it, the commonest first. */
  readonly idiomatic: readonly string[]
  /** 3: speakers of English on calls practically never say it; 2: rarely; 1: less often than Mandarin speech. */
  readonly strength: 1 | 2 | 3
  /** How often edited English calls say it in a million words; 0 below what is counted. */
  readonly perMillion: number
}

export type Role = 'operator' | 'ir' | 'executive' | 'interpreter' | 'analyst'

/** What a discourse cue tells of the words at hand. */
export type CueKind =
  | 'opens-interpretation'
  | 'opens-mandarin'
  | 'opens-english'
  | 'self-translation'
  | 'hands-over'
  | 'introduces-question'
  | 'introduces-self'
  | 'greets'
  | 'thanks'
  | 'closes'

export interface Cue {
  /** Lower case, or Han. */
  readonly phrase: string
  /** Who says it, the likeliest first. */
  readonly who: readonly Role[]
  readonly tells: CueKind
}

/**
 * A fixed sentence of calls with its variants, as a lattice of words without ε: a path takes one of
 * `starts`, goes on to one of `next`, and may end at one of `ends`. Every step goes forward. The words
 * `<name>`, `<firm>` and `<n>` stand for any name, firm (both of several words) and figure or year.
 */
export interface Wording {
  /** The file it comes from: safe-harbor, non-gaap, currency, operator, opening, hand-over, … */
  readonly topic: string
  /** The sentence with the first of all alternatives, punctuated; lower case but for names. */
  readonly text: string
  /** Word occurrences over all variants, in the order of the text, without punctuation. */
  readonly words: readonly string[]
  readonly starts: readonly number[]
  readonly next: readonly (readonly number[])[]
  readonly ends: readonly number[]
}

/** A phrase of one language: a stock hallucination, a filler. */
export interface Phrase {
  readonly phrase: string
  readonly language: 'en' | 'zh'
}

/** A title or role as transcripts write it. */
export interface Title {
  readonly en: string
  readonly zh: string
  readonly role: Role
}

/** An investment bank, broker or investor. */
export interface Firm {
  readonly name: string
  readonly aliases: readonly string[]
  readonly zh: readonly string[]
}

export interface Surname {
  /** As romanised, e.g. Zhang, Cheung, Chang. */
  readonly name: string
  readonly romanisation: 'mandarin' | 'cantonese' | 'taiwan'
  /** The surnames it may stand for, the commonest first. */
  readonly han: readonly string[]
  /** Rough rank of the commonest of them by bearers, from 1; 500 where unknown. */
  readonly rank: number
}

/** What recognisers of several makers have written for a term of finance. */
export interface Confusion {
  /** Lower case, as the language model cuts words. */
  readonly heard: string
  /** As it is written. */
  readonly said: string
  /** How often, in 1.3 million recognised words. */
  readonly count: number
}

/** What calls of some industries say. */
export interface IndustryPhrase {
  /** As it is written inside a sentence. */
  readonly phrase: string
  /** "general" stands for all. */
  readonly industries: readonly string[]
  /** As the language model cuts it. */
  readonly key: string
}

/** Words that calls say, with their sound: what may have been said where other words were heard. */
export interface Spoken {
  /** One to three words, as they are written inside a sentence. */
  readonly words: string
  /** In the phones of lexicon/pronunciations.ts. */
  readonly phones: string
  /** As `metaphones` of text/sound.ts. */
  readonly metaphones: readonly string[]
  /** Whether it renders one of `terms`, or is part of a rendering. */
  readonly isTerm: boolean
}

/** A place in which calls have next to always the same words. */
export interface Slot {
  /** What is said there, as it is written inside a sentence. */
  readonly said: readonly string[]
  /** What else stands there rightly, lower case. */
  readonly also: readonly string[]
  /** Of the words next to it one of each list, lower case; of an empty list none is needed. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The tables of corpora/lexicon, compiled. */
export interface Tables {
  readonly terms: readonly Term[]
  readonly calques: readonly Calque[]
  readonly cues: readonly Cue[]
  readonly boilerplate: readonly Wording[]
  readonly hallucinations: readonly Phrase[]
  readonly fillers: readonly Phrase[]
  readonly titles: readonly Title[]
  readonly firms: readonly Firm[]
  readonly surnames: readonly Surname[]
  readonly confusions: readonly Confusion[]
  readonly phrases: readonly IndustryPhrase[]
  readonly slots: readonly Slot[]
  /** Cities, provinces and countries with names of one word. */
  readonly places: readonly string[]
  /** Derived: the renderings of `terms`, their words, and the commonest words of calls. */
  readonly spoken: readonly Spoken[]
}

/** The file's form: a table is a list of rows, a row its cells as in the source; lists in a cell are separated by " / ". */
export interface CompiledTables {
  readonly version: 1
  readonly rows: Readonly<Record<Exclude<keyof Tables, 'boilerplate'>, readonly (readonly string[])[]>>
  readonly boilerplate: readonly Wording[]
}

/**
 * Opens what scripts/lexicon/tables.ts has compiled; each table's rows are made when first asked for. Throws
 * Error when the data is of another version.
 */
export function openTables(bytes: Uint8Array): Tables {
  const compiled = JSON.parse(new TextDecoder().decode(bytes)) as CompiledTables
  if ((compiled.version as number) !== 1) {
    throw new Error('tables.json is of another version: run npm run build:lexicon.')
  }
  const { rows, boilerplate } = compiled
  const made = new Map<string, unknown>()
  const table = <T>(name: keyof CompiledTables['rows'], toRow: (row: Row) => T): readonly T[] => {
    if (!made.has(name)) made.set(name, rows[name].map(toRow))
    return made.get(name) as T[]
  }
  return {
    get terms() {
      return table('terms', toTerm)
    },
    get calques() {
      return table('calques', toCalque)
    },
    get cues() {
      return table('cues', toCue)
    },
    boilerplate,
    get hallucinations() {
      return table('hallucinations', toPhrase)
    },
    get fillers() {
      return table('fillers', toPhrase)
    },
    get titles() {
      return table('titles', toTitle)
    },
    get firms() {
      return table('firms', toFirm)
    },
    get surnames() {
      return table('surnames', toSurname)
    },
    get confusions() {
      return table('confusions', toConfusion)
    },
    get phrases() {
      return table('phrases', toIndustryPhrase)
    },
    get slots() {
      return table('slots', toSlot)
    },
    get places() {
      return table('places', ([name]) => name!)
    },
    get spoken() {
      return table('spoken', toSpoken)
    },
  }
}

type Row = readonly string[]

function toTerm([zh, en, pinyin, literal, domain]: Row): Term {
  const literals = listOf(literal!)
  const always = literals.filter((words) => words.startsWith('!')).map((words) => words.slice(1))
  return {
    zh: zh!,
    en: listOf(en!),
    pinyin: pinyin!,
    literal: always.length === 0 ? literals : literals.map((words) => words.replace('!', '')),
    always,
    domain: domain!,
  }
}

const toCalque = ([phrase, zh, english, strength, perMillion]: Row): Calque => ({
  phrase: phrase!,
  zh: zh!,
  idiomatic: listOf(english!),
  strength: Number(strength) as Calque['strength'],
  perMillion: Number(perMillion),
})

const toCue = ([phrase, who, tells]: Row): Cue => ({
  phrase: phrase!,
  who: listOf(who!) as Role[],
  tells: tells as CueKind,
})

const toPhrase = ([phrase, language]: Row): Phrase => ({
  phrase: phrase!,
  language: language as Phrase['language'],
})

const toTitle = ([en, zh, role]: Row): Title => ({ en: en!, zh: zh!, role: role as Role })

const toFirm = ([name, aliases, zh]: Row): Firm => ({
  name: name!,
  aliases: listOf(aliases!),
  zh: listOf(zh!),
})

const toSurname = ([name, romanisation, han, rank]: Row): Surname => ({
  name: name!,
  romanisation: romanisation as Surname['romanisation'],
  han: listOf(han!),
  rank: Number(rank),
})

const toConfusion = ([heard, said, count]: Row): Confusion => ({
  heard: heard!,
  said: said!,
  count: Number(count),
})

const toIndustryPhrase = ([phrase, industries, key]: Row): IndustryPhrase => ({
  phrase: phrase!,
  industries: listOf(industries!),
  key: key!,
})

const toSlot = ([said, also, before, after]: Row): Slot => ({
  said: listOf(said!),
  also: listOf(also!),
  before: listOf(before!),
  after: listOf(after!),
})

const toSpoken = ([words, phones, metaphones, isTerm]: Row): Spoken => ({
  words: words!,
  phones: phones!,
  metaphones: listOf(metaphones!),
  isTerm: isTerm === 'term',
})

const listOf = (cell: string): readonly string[] => (cell === '' ? [] : cell.split(' / '))
