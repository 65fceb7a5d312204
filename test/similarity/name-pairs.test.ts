import { expect, it } from 'vitest'
import { namePairs } from '../../src/similarity/name-pairs.js'

const pairs = (...names: string[]) => [...namePairs(names)].map(([one, two]) => [names[two], names[one]])

it('pairs names that begin alike and may agree in most letters', () => {
  expect(pairs('Velora', 'Velera', 'Kelora', 'Vela', 'Vel')).toEqual([['Velora', 'Velera']])
})

it('makes a bounded number of pairs a name, however many there are', () => {
  const alike = (count: number) => Array.from({ length: count }, (_, index) => `vela${(index % 97) + 100}`)
  for (const count of [1000, 5000, 20_000])
    expect([...namePairs(alike(count))].length).toBeLessThanOrEqual(300 * count)
})

it('pairs few names of a crowd that begins in many ways', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const name = (index: number) =>
    Array.from({ length: 6 }, (_, place) => letters[Math.floor(index / 3 ** place) % 26]!).join('')
  const count = (size: number) =>
    [...namePairs(Array.from({ length: size }, (_, index) => name(index)))].length
  expect(count(20_000) / 20_000).toBeLessThan(50)
})
