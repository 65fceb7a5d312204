import { describe, expect, it } from 'vitest'
import { annotate } from '../../src/pipeline.js'
import { rosterOf } from '../../src/speakers/roster.js'

const call = `Operator: Good day. Our first question comes from the line of Kelvin Ruan from Harbour Peak Securities. Please go ahead.

Kelvin Ruan: Good evening, and thank you for taking my question. How is demand?

Ann Price: Demand is good. I will turn the call over to our CFO, Mr. Fang Wen.

Fang Wen: Thank you. Margins are stable.`

describe('rosterOf', () => {
  const { people, cues } = rosterOf(annotate(call))

  it('lists who speaks once, with the turns under each name', () => {
    expect(people.map(({ name, turns }) => [name, turns])).toEqual([
      ['Operator', [0]],
      ['Kelvin Ruan', [1]],
      ['Ann Price', [2]],
      ['Fang Wen', [3]],
    ])
  })

  it('takes the house of a questioner from the words that call him', () => {
    expect(people[1]).toMatchObject({ firm: 'Harbour Peak Securities' })
  })

  it('tells who is called and to whom the call is handed over', () => {
    expect(cues.map(({ kind, turn }) => [kind, turn])).toEqual([
      ['called', 0],
      ['handed', 2],
    ])
  })
})
