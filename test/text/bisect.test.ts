import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstIndex } from '../../src/text/bisect.js'

test('the first item of which the property holds is found, or none', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100)), fc.nat(100), (items, least) => {
      const sorted = items.toSorted((a, b) => a - b)
      const index = sorted.findIndex((item) => item >= least)
      expect(firstIndex(sorted, (item) => item >= least)).toBe(index < 0 ? sorted.length : index)
    }),
  )
})
