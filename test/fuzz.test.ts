import { expect, test } from 'vitest'
import { cleansWell, readsWell } from '../scripts/fuzz/invariants.js'
import { mutantOf } from '../scripts/fuzz/mutate.js'
import { seedInputs } from '../scripts/fuzz/seeds.js'

/** A small part of what `npx tsx scripts/fuzz.ts` does. */
const seeds = seedInputs()
const SEED = 20251123

test('damaged inputs are read, or refused with a sentence', () => {
  for (let number = 0; number < 3000; number++)
    expect(() => readsWell(mutantOf(seeds, SEED, number)), `mutant ${number}`).not.toThrow()
}, 120_000)

test('damaged inputs go through the whole pipeline, and every edit can be taken back', () => {
  for (let number = 0; number < 300; number++)
    expect(() => cleansWell(mutantOf(seeds, SEED, number)), `mutant ${number}`).not.toThrow()
}, 120_000)
