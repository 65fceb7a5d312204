import fc from 'fast-check'
import { expect, it } from 'vitest'
import { heardAlike } from '../../../../src/check/numbers/told/heard.js'
import { figuresOf } from '../../../../src/numbers/figures.js'
import { alignedFrom } from '../../../support/aligned.js'

const figure = (words: string) => figuresOf(alignedFrom(`Li Na: It was ${words}.`))[0]!
const heard = (words: string, kind: string) =>
  heardAlike(figure(words))
    .filter((alike) => alike.kind === kind)
    .map(({ value }) => value)

it.each([
  ['50%', 'teen-ty', [15]],
  ['13.8%', 'teen-ty', [30.8]],
  ['RMB 17.6 million', 'teen-ty', [70.6e6]],
  ['RMB 1,015 million', 'teen-ty', [1050e6]],
  ['$113,000', 'teen-ty', [130_000]],
  ['88.5%', 'lost', [8.5, 808.5, 88.05]],
  ['nineteen point five percent', 'teen', [9.5, 99.5]],
  ['RMB 4,752 million', 'swap', [7452e6, 4572e6, 4725e6]],
  ['31.2%', 'swap', [13.2, 32.1]],
  ['612,000 tons', 'teen', [620_000]],
  ['20%', 'teen', [12]],
  ['RMB 1,962.3 million', 'lost', [962.3e6, 1962.03e6]],
  ['RMB 24 million', 'lost', [204e6, 20.4e6]],
  ['10.15%', 'lost', [10.5]],
  ['US$101 million', 'lost', [1101e6, 11e6, 100.1e6]],
  ['450 units', 'scale', [450_000]],
])('%s may be a %s of %j', (words, kind, values) => {
  expect(heard(words, kind)).toEqual(values)
})

it('exchanges two digits that are apart', () => {
  expect(heard('RMB 278.6 million', 'moved')).toContain(268.7e6)
})

it('gives back the teen for the ten that it gives', () => {
  fc.assert(
    fc.property(fc.constantFrom(13, 14, 15, 16, 17, 18, 19), fc.nat(9), (teen, decimal) => {
      const [ten] = heard(`${teen}.${decimal}%`, 'teen-ty')
      expect(heard(`${ten!.toFixed(1)}%`, 'teen-ty')).toEqual([Number(`${teen}.${decimal}`)])
    }),
  )
})

it('never gives the value itself, and nothing for what cannot be read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (tenths) => {
      const it = figure(`RMB ${(tenths / 10).toFixed(1)} million`)
      expect(heardAlike(it).map(({ value }) => value)).not.toContain(it.value)
    }),
  )
  expect(heardAlike(figure('RMB 2873,000'))).toEqual([])
})
