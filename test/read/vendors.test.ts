import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../src/read/read.js'
import { asLines, fixture, textsOf } from './fixtures.js'

const read = (name: string) => readTranscript(fixture(`vendor-${name}.txt`))
const peopleOf = (name: string) =>
  read(name).participants.map((person) => [person.name, person.title, person.firm])

describe('StreetEvents', () => {
  const transcript = read('streetevents')

  it('opens a turn at each numbered header between rules', () => {
    expect(asLines(transcript)).toEqual([
      'Operator: Good morning, and welcome to the call. Please go ahead.',
      'Grace Lin: Thank you, operator. Hello, everyone. / I will now hand over to Mr. Sun.',
      'Sun Wei: (foreign language) We closed a strong year.',
      'Unidentified Company Representative: (interpreted) We closed a strong year.',
      'Operator: Our first question comes from Amy Cole.',
      'Amy Cole: Thanks for the question.',
    ])
    expect(transcript.turns[2]!.speaker).toMatchObject({
      title: 'Chairman & CEO',
      firm: 'Harbor Lantern Inc.',
    })
  })

  it('parts names from houses in the list, also of those who never speak', () => {
    expect(peopleOf('streetevents').slice(0, 4)).toEqual([
      ['Grace Lin', 'Director of IR', 'Harbor Lantern Inc.'],
      ['Sun Wei', 'Chairman & CEO', 'Harbor Lantern Inc.'],
      ['Mei-Ling Hsu', 'CFO', 'Harbor Lantern Inc.'],
      ['Amy Cole', 'Analyst', 'Quayside Securities, Research Division'],
    ])
  })

  it('leaves definitions and disclaimer out of the last turn', () => {
    const last = transcript.notices.at(-1)!
    expect(last.kind).toBe('disclaimer')
    expect(textsOf(transcript, [last])[0]).toMatch(/^Definitions[^]*All Rights Reserved\.$/u)
  })
})

describe('FactSet', () => {
  const transcript = read('factset')

  it('reads titles with a mark at the margin and leaves pages’ borders out', () => {
    expect(asLines(transcript)).toEqual([
      'Operator: Good day, and welcome to the call. Please go ahead.',
      'Grace Lin: Thank you, operator. Good morning. We will discuss the results of the whole / year, and then take questions.',
      'Operator: [Operator Instructions] Your first question comes from Amy Cole.',
      'Amy Cole: Thank you. I have one question on margins.',
      'Sun Wei: [Foreign Language] Margins improved in the quarter.',
      'Operator: This concludes the call.',
    ])
    expect(transcript.turns[3]!.speaker).toMatchObject({ title: 'Analyst', firm: 'Quayside Securities LLC' })
  })
})

describe('Capital IQ', () => {
  it('reads titles below names without blank lines, and houses in the list', () => {
    expect(asLines(read('capitaliq'))).toEqual([
      'Operator: Good day, and welcome to the call. Please go ahead.',
      'Grace Lin: Thank you, operator. We will discuss the results of the whole year.',
      'Sun Wei: [Foreign Language] We closed a strong year.',
      'Operator: [Operator Instructions] Our first question comes from Amy Cole.',
      'Amy Cole: Thank you. I have one question on margins.',
      'Sun Wei: Margins improved in the quarter.',
    ])
    expect(peopleOf('capitaliq').at(-1)).toEqual(['Amy Cole', 'Research Division', 'Quayside Securities'])
  })

  it('leaves a figure on a line of its own in the words where no page ends', () => {
    const transcript = readTranscript('Operator: How many?\n\nSun Wei: We opened\n\n12\n\nshops.')
    expect(asLines(transcript)[1]).toBe('Sun Wei: We opened / 12 / shops.')
  })
})

describe('Bloomberg', () => {
  it('takes the number of a terminal for no part of the name', () => {
    expect(read('bloomberg').turns.map(({ speaker }) => [speaker.label, speaker.title])).toEqual([
      ['Operator', undefined],
      ['Grace Lin', 'Director, Investor Relations'],
      ['Sun Wei', 'Chairman and CEO'],
      ['Operator', undefined],
      ['Amy Cole', 'Analyst'],
      ['Sun Wei', 'Chairman and CEO'],
      ['Unidentified Speaker', undefined],
    ])
  })

  it('reads labels of question and answer in angled brackets', () => {
    const { turns } = read('angled')
    expect(turns.map(({ speaker }) => speaker.label)).toEqual([
      'Operator',
      'Sun Wei',
      'Amy Cole',
      'Sun Wei',
      'Mei-Ling Hsu',
      'A',
      'Amy Cole',
    ])
    expect(turns[4]!.speaker).toMatchObject({ title: 'CFO', firm: 'Harbor Lantern Inc' })
  })
})

describe('times and numbers', () => {
  it.each([
    ['stamped', ['Speaker 1', 'Speaker 2', 'Speaker 1']],
    ['stamped-lines', ['Grace Lin', 'Sun Wei', 'Amy Cole']],
    ['otter', ['Grace Lin', 'Sun Wei', 'Unknown Speaker']],
    ['zoom', ['Grace Lin', 'Sun Wei', 'Amy Cole']],
    ['numbered', ['Operator', 'Grace Lin', 'Sun Wei']],
  ])('reads the speakers of %s', (name, labels) => {
    const transcript = read(name)
    expect(transcript.turns.map(({ speaker }) => speaker.label)).toEqual(labels)
    expect(
      textsOf(
        transcript,
        transcript.turns.flatMap(({ body }) => body),
      ).join(' '),
    ).not.toMatch(/\d:\d|otter/u)
  })

  it('reads names in a row as a list', () => {
    expect(peopleOf('otter').map(([name]) => name)).toEqual(['Grace Lin', 'Sun Wei', 'Amy Cole'])
  })
})
