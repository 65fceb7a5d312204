import { describe, expect, it } from 'vitest'
import { resolveSpeakers, voicesOf } from '../../src/render/speakers.js'
import type { Edit } from '../../src/types.js'
import { alignedFrom, spanOf } from '../support/aligned.js'

/** Origin and speaker of each span. */
const resolved = (marked: string) => {
  const doc = alignedFrom(marked)
  const speakers = resolveSpeakers(doc)
  return doc.origins.map(({ origin }, index) => `${origin}: ${speakers[index]!}`)
}

describe('resolveSpeakers', () => {
  it('gives interpretation under the executive to his interpreter', () => {
    expect(
      resolved(`Operator: Please go ahead.

Wang Lin (CEO): <m>Hello everyone.</m> <i>Hello, everyone.</i>

Wang Lin (CEO): <i>Thank you.</i> <m>In the third season.</m>

Zhao Min (CFO): Revenues rose.`),
    ).toEqual([
      'english: Operator',
      'mandarin: Wang Lin',
      'interpretation: Interpreter (for Wang Lin)',
      'interpretation: Interpreter (for Wang Lin)',
      'mandarin: Wang Lin',
      'english: Zhao Min',
    ])
  })

  it('gives Mandarin in the interpreter’s turn back to the executive', () => {
    expect(
      resolved(`Wang Lin (CEO): <m>Hello everyone.</m>

Interpreter: <i>Hello, everyone.</i> <m>In the third season.</m>

Translator: <i>In the third quarter.</i>`),
    ).toEqual([
      'mandarin: Wang Lin',
      'interpretation: Interpreter (for Wang Lin)',
      'mandarin: Wang Lin',
      'interpretation: Interpreter (for Wang Lin)',
    ])
  })

  it('finds the executive after an interpreter’s turn that opens the call', () => {
    expect(
      resolved(`Interpreter: <m>Hello everyone.</m>

Wang Lin (CEO): <m>Welcome.</m>`),
    ).toEqual(['mandarin: Wang Lin', 'mandarin: Wang Lin'])
  })

  it('leaves an analyst’s own translation to the analyst', () => {
    const question = (speaker: string) => `Wang Lin (CEO): <m>Hello everyone.</m> <i>Hello.</i>

${speaker}: <m>I want to ask the season.</m> <i>Thanks management for taking my question.</i>

Wang Lin (CEO): <m>I answer.</m> <i>Thank you for your question. Can you see the growth?</i>`
    const expected = (name: string) => [
      'mandarin: Wang Lin',
      'interpretation: Interpreter (for Wang Lin)',
      `mandarin: ${name}`,
      `interpretation: ${name}`,
      'mandarin: Wang Lin',
      'interpretation: Interpreter (for Wang Lin)',
    ]
    expect(resolved(question('Chen Bo'))).toEqual(expected('Chen Bo'))
    expect(resolved(question('Chen Bo (Analyst, Harbour Securities)'))).toEqual(expected('Chen Bo'))
  })

  it('gives an executive’s answer under an analyst’s name to the interpreter', () => {
    expect(
      resolved(`Wang Lin (CEO): <m>I answer.</m>

Chen Bo (Analyst): <i>Let me answer your question.</i>`),
    ).toEqual(['mandarin: Wang Lin', 'interpretation: Interpreter (for Wang Lin)'])
  })

  it('names the executive whose words an interpretation mostly renders', () => {
    expect(
      resolved(`Wang Lin (CEO): <m><1>The demand is strong and the orders are many.</m>

Zhao Min (CFO): <m><0>Yes.</m>

Wang Lin (CEO): <i><1>Demand is strong, with many orders.</i>`),
    ).toEqual(['mandarin: Wang Lin', 'mandarin: Zhao Min', 'interpretation: Interpreter (for Wang Lin)'])
  })

  it('goes by the turn where the Mandarin was left out', () => {
    expect(resolved('Wang Lin (CEO): <n>[Foreign language]</n> <i>Hello.</i>')).toEqual([
      'notice: Wang Lin',
      'interpretation: Interpreter (for Wang Lin)',
    ])
  })

  it('says Interpreter alone where nobody is named', () => {
    expect(resolved(': <m>Hello everyone.</m> <i>Hello, everyone.</i>')).toEqual([
      'mandarin: ',
      'interpretation: Interpreter',
    ])
  })

  it('mends names with the edits', () => {
    const doc = alignedFrom('Wong Lin (CEO): <m>Hello everyone.</m> <i>Hello, everyone.</i>')
    const edits = [{ ...spanOf(doc.text, 'Wong'), insert: 'Wang' }]
    expect(resolveSpeakers(doc, edits)).toEqual(['Wang Lin', 'Interpreter (for Wang Lin)'])
  })
})

describe('voicesOf', () => {
  /** Speaker and words of each voice. */
  const voices = (marked: string, edits: (text: string) => readonly Edit[] = () => []) => {
    const doc = alignedFrom(marked)
    return voicesOf(doc, edits(doc.text)).map(
      ({ speaker, start, end }) => `${speaker}: ${doc.text.slice(start, end)}`,
    )
  }

  it('gives the words after a hand-over inside a turn to whoever begins', () => {
    expect(
      voices(`Ann Price (Investor Relations): I will now turn the call over to our CFO, Ms. Zhao. Thank you, Ann. Revenues rose.

Zhao Min (CFO): <m>Costs fell.</m> <i>Costs fell.</i>`),
    ).toEqual([
      'Ann Price: I will now turn the call over to our CFO, Ms. Zhao.',
      'Zhao Min: Thank you, Ann. Revenues rose.',
      'Zhao Min: Costs fell.',
      'Interpreter (for Zhao Min): Costs fell.',
    ])
  })

  it('leaves the words to the speaker where nobody begins', () => {
    expect(
      voices(`Ann Price (IR): I will turn the call over to Ms. Zhao. Then we will take questions.

Zhao Min (CFO): Thank you.`),
    ).toEqual([
      'Ann Price: I will turn the call over to Ms. Zhao. Then we will take questions.',
      'Zhao Min: Thank you.',
    ])
  })

  it('gives the words up to a hand-over to oneself to the speaker before', () => {
    expect(
      voices(`Ann Price (IR): Welcome.

Zhao Min (CFO): And now I will pass the call over to Ms. Zhao. Thank you. Revenues rose.`),
    ).toEqual([
      'Ann Price: Welcome.',
      'Ann Price: And now I will pass the call over to Ms. Zhao.',
      'Zhao Min: Thank you. Revenues rose.',
    ])
  })

  it('gives an operator’s call inside a turn to the operator, and what follows to the questioner', () => {
    expect(
      voices(`Operator: Our first question comes from Kelvin Ruan of Harbour Peak. Please go ahead.

Kelvin Ruan: How is demand? Thank you. Our next question comes from Jessie Fang from Lakeside. Please go ahead. Hello, how are margins?`),
    ).toEqual([
      'Operator: Our first question comes from Kelvin Ruan of Harbour Peak. Please go ahead.',
      'Kelvin Ruan: How is demand? Thank you.',
      'Operator: Our next question comes from Jessie Fang from Lakeside. Please go ahead.',
      'Jessie Fang: Hello, how are margins?',
    ])
  })

  it('names who takes the floor as the edits mend it', () => {
    expect(
      voices(
        `Ann Price (IR): I will now turn the call over to Ms. Zhao. Thank you, Ann. <i>Revenues rose.</i>

Zhao Ming (CFO): Costs fell.`,
        (text) => [{ ...spanOf(text, 'Ming'), insert: 'Min' }],
      ),
    ).toEqual([
      'Ann Price: I will now turn the call over to Ms. Zhao.',
      'Zhao Min: Thank you, Ann.',
      'Interpreter (for Zhao Min): Revenues rose.',
      'Zhao Min: Costs fell.',
    ])
  })
})
