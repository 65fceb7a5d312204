import { expect, it } from 'vitest'
import { renderRosterText } from '../../src/render/roster-text.js'
import { rosterOf } from '../../src/speakers/roster.js'
import { alignedFrom } from '../support/aligned.js'

it('tells of each person the part, the turns by language, and what tells so', () => {
  const doc =
    alignedFrom(`Operator: Our first question comes from the line of Kelvin Ruan from Harbour Peak. Please go ahead.

Kelvin Ruan: <m>本季度收入如何？</m> <i>How is revenue?</i>`)
  expect(renderRosterText(rosterOf(doc).people, doc.text)).toBe(`Speakers
  Operator, operator: 1 turn, english
    first as a speaker, line 1: Operator
  Kelvin Ruan, analyst, Harbour Peak: 1 turn, mandarin and interpretation
    first as a speaker, line 3: Kelvin Ruan
    called up, line 1: Kelvin Ruan
`)
})

it('says so where nobody is named', () => {
  expect(renderRosterText([], '')).toBe('Nobody is named.\n')
})
