import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spokenOrigins } from '../../src/identify/labels.js'
import { marksOf } from '../../src/identify/marks.js'
import type { Potentials } from '../../src/identify/sequence.js'
import { leaningOnCues, leaningOnSpeakers, withCostsOfChange } from '../../src/identify/speakers.js'
import { defaultLexicon } from '../../src/lexicon/open.js'

const labels = spokenOrigins.length
const [english, mandarin, interpretation] = [0, 1, 2]

interface Spoken {
  readonly speaker: string
  /** Words of each unit. */
  readonly words: readonly number[]
}

/** A call of turns, a letter to a word. */
function speechOf(spoken: readonly Spoken[]) {
  let at = 0
  const turns = spoken.map(({ speaker, words }) => {
    const body = { start: at, end: (at += words.reduce((sum, size) => sum + size, 0)) }
    return { speaker: { label: speaker, span: body }, header: body, body: [body] }
  })
  const units = spoken.flatMap(({ words }, turn) =>
    words.map((size, index) => ({ turn, size, before: words.slice(0, index), from: words.slice(index) })),
  )
  const total = (words: readonly number[]): number => words.reduce((sum, size) => sum + size, 0)
  return {
    doc: {
      turns,
      segments: units.map(({ turn }, index) => ({
        start: index,
        end: index + 1,
        turn,
        sentence: index,
        script: 'latin' as const,
      })),
    },
    sizes: units.map(({ size }) => size),
    wordsBefore: units.map(({ before }) => total(before)),
    wordsFrom: units.map(({ from }) => total(from)),
  }
}

const nothing = (length: number): Potentials => ({
  length,
  labels,
  unit: new Float64Array(length * labels),
  border: new Float64Array(length * labels * labels),
})

const certain = (origins: readonly number[]): Float64Array =>
  Float64Array.from(origins.flatMap((origin) => spokenOrigins.map((_, label) => (label === origin ? 1 : 0))))

/** The cost of a change before the unit. */
const cost = ({ border }: Potentials, unit: number, before: number, after: number): number =>
  -border[(unit * labels + before) * labels + after]! + 0

const costsOf = (spoken: readonly Spoken[]): Potentials => {
  const speech = speechOf(spoken)
  return withCostsOfChange(speech, nothing(speech.sizes.length))
}

const others: readonly Spoken[] = [
  { speaker: 'Operator', words: [60, 60] },
  { speaker: 'Ann', words: [30, 30, 30] },
]

const calls = fc.array(
  fc.record({
    speaker: fc.constantFrom('', 'Ann', 'Bo', 'Cai'),
    words: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 8 },
)

/** An origin for each unit of any such call. */
const anyGuesses = fc.array(fc.nat(labels - 1), { minLength: 40, maxLength: 40 })

describe('costs of change', () => {
  it('make a change to or from English dear in the middle of a turn, and free at its edges', () => {
    const change = costsOf([...others, { speaker: 'Bo', words: [20, 20, 30, 30, 8] }])
    expect(cost(change, 6, english, mandarin)).toBe(0)
    expect(cost(change, 7, english, mandarin)).toBeGreaterThan(0)
    expect(cost(change, 8, interpretation, english)).toBeGreaterThan(0)
    expect(cost(change, 9, interpretation, english)).toBe(0)
    expect(cost(change, 9, english, mandarin)).toBeGreaterThan(0)
  })

  it('stand between turns of one named speaker only', () => {
    const turns = (first: string, second: string): Spoken[] => [
      { speaker: first, words: [30] },
      { speaker: second, words: [30] },
      { speaker: 'Cai', words: [30] },
    ]
    expect(cost(costsOf(turns('Bo', 'Bo')), 1, english, mandarin)).toBeGreaterThan(0)
    expect(cost(costsOf(turns('Bo', 'Ann')), 1, english, mandarin)).toBe(0)
    expect(cost(costsOf(turns('', '')), 1, english, mandarin)).toBe(0)
  })

  it('are left out where a turn holds so much that several people must speak in it', () => {
    const { border } = costsOf([{ speaker: 'Bo', words: [40, 40, 40, 40] }, others[0]!])
    expect(border.every((value) => value === 0)).toBe(true)
  })

  it('never lie on Mandarin followed by interpretation or on staying, and nothing becomes cheaper', () => {
    fc.assert(
      fc.property(calls, (spoken) => {
        const change = costsOf(spoken)
        expect(change.unit.every((value) => value === 0)).toBe(true)
        for (let unit = 0; unit < change.length; unit++) {
          for (let before = 0; before < labels; before++) {
            for (let after = 0; after < labels; after++) {
              const paid = cost(change, unit, before, after)
              expect(paid).toBeGreaterThanOrEqual(0)
              if ((before === english) === (after === english)) expect(paid).toBe(0)
            }
          }
        }
      }),
    )
  })
})

describe('leaning on what a speaker speaks elsewhere', () => {
  /** By how much each unit leans towards English. */
  const leanOf = (spoken: readonly Spoken[], origins: readonly number[]): number[] => {
    const speech = speechOf(spoken)
    const { unit } = leaningOnSpeakers(speech, nothing(origins.length), certain(origins))
    return origins.map((_, index) => unit[index * labels + english]!)
  }

  it('is towards English for who speaks it in other turns, away from it for who does not', () => {
    const spoken = [
      { speaker: 'Ann', words: [50] },
      { speaker: 'Bo', words: [50] },
      { speaker: 'Ann', words: [50] },
      { speaker: 'Bo', words: [50] },
    ]
    const [, , ann, bo] = leanOf(spoken, [english, mandarin, english, english])
    expect(ann).toBeGreaterThan(0)
    expect(bo).toBeLessThan(0)
  })

  it('says nothing of who has no name or speaks once', () => {
    const spoken = ['', 'Ann', '', 'Bo'].map((speaker) => ({ speaker, words: [50] }))
    expect(leanOf(spoken, [english, english, english, mandarin])).toEqual([0, 0, 0, 0])
  })

  it('is the same for all of a turn, whatever is guessed of the turn itself', () => {
    fc.assert(
      fc.property(calls, anyGuesses, fc.nat(), (spoken, origins, pick) => {
        const { doc } = speechOf(spoken)
        const guesses = doc.segments.map((_, unit) => origins[unit]!)
        const chosen = pick % spoken.length
        const lean = leanOf(spoken, guesses)
        const other = leanOf(
          spoken,
          guesses.map((origin, unit) =>
            doc.segments[unit]!.turn === chosen ? (origin + 1) % labels : origin,
          ),
        )
        const own = [...doc.segments.keys()].filter((unit) => doc.segments[unit]!.turn === chosen)
        for (const unit of own) {
          expect(lean[unit]).toBe(lean[own[0]!])
          expect(other[unit]).toBeCloseTo(lean[unit]!, 10)
        }
      }),
    )
  })

  it('touches no other origin', () => {
    fc.assert(
      fc.property(calls, anyGuesses, (spoken, origins) => {
        const speech = speechOf(spoken)
        const guesses = certain(speech.sizes.map((_, unit) => origins[unit]!))
        const { unit, border } = leaningOnSpeakers(speech, nothing(speech.sizes.length), guesses)
        expect(border.every((value) => value === 0)).toBe(true)
        expect(unit.every((value, index) => index % labels === english || value === 0)).toBe(true)
      }),
    )
  })
})

describe('leaning on what is said of the language', () => {
  /** What each unit of a turn of Bo's leans to, by label. */
  const leanOf = (words: readonly string[], turns: readonly Spoken[] = others): number[][] => {
    const { doc } = speechOf([...turns, { speaker: 'Bo', words: words.map(() => 20) }])
    const first = doc.segments.length - words.length
    const text = words.join(' ')
    const spans = words.map((said, index) => {
      const start = words.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0)
      return { start, end: start + said.length, turn: 0, sentence: index, script: 'latin' as const }
    })
    const alone = {
      text,
      segments: spans,
      turns: [{ ...doc.turns.at(-1)!, body: [{ start: 0, end: text.length }] }],
    }
    const transcript = { ...alone, format: 'plain' as const, notices: [], participants: [] }
    const marks = marksOf(transcript, defaultLexicon(), new Map())
    const all = [...Array.from({ length: first }, () => marks.at(-1)!), ...marks]
    const { unit } = leaningOnCues({ doc, marks: all }, nothing(all.length))
    return words.map((_, index) => [...unit.slice((first + index) * labels, (first + index + 1) * labels)])
  }

  it('is to English where an operator opens', () => {
    const [operator, other] = leanOf(['Please stand by while the speakers reconnect.', 'We grew by 20%.'])
    expect(operator![english]).toBeGreaterThan(0)
    expect(other).toEqual([0, 0, 0])
  })

  it('is off Mandarin after English is announced, and towards it after Chinese is', () => {
    const leans = leanOf([
      'Good question.',
      'I will try to answer in English.',
      'The user pays more.',
      'Let me say it in Chinese.',
      'We make films here.',
    ])
    expect(leans.map((lean) => Math.sign(lean[mandarin]!))).toEqual([0, 0, -1, -1, 1])
    expect(leans.every((lean) => lean[english] === 0 && lean[interpretation] === 0)).toBe(true)
  })

  it('is none where English is announced for a translation, or in a turn of several people', () => {
    const none = (leans: readonly (readonly number[])[]): boolean => leans.flat().every((lean) => lean === 0)
    expect(none(leanOf(['I will repeat it in English.', 'The user pays more.']))).toBe(true)
    expect(none(leanOf(['I will answer in English.', 'The user pays more.'], []))).toBe(true)
  })
})
