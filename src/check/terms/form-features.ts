import { editDistance } from '../../text/distance.js'
import type { Variants } from './variants.js'
import type { Reading } from './readings.js'
import type { Surroundings } from './surroundings.js'

/** What more there is to a reading in a call that nobody has edited: the letters, and the speech around it. */
export type FormFeatures = Readonly<Record<FormFeatureName, number>>

export const formFeatureNames = [
  'sharesStem',
  'isVariant',
  'letterDistance',
  'samePrefix',
  'sameSuffix',
  'lengthRatio',
  'beginsRun',
  'endsRun',
  'meanAround',
  'oddAround',
] as const

export type FormFeatureName = (typeof formFeatureNames)[number]

export function formFeaturesOf(
  { run, from, to, heard, said }: Reading,
  { areVariants, shareStems }: Variants,
  around: Surroundings,
): FormFeatures {
  const [before, after] = [lettersOf(heard), lettersOf(said.key)]
  const edits = editDistance(before, after)
  const longest = Math.max(1, before.length, after.length)
  const prefix = samePrefix(before, after)
  const suffix = sameSuffix(before.slice(prefix), after.slice(prefix))
  return {
    sharesStem: Number(shareStems(heard, said.key)),
    isVariant: Number(areVariants(heard, said.key)),
    letterDistance: (2 * edits) / Math.max(1, before.length + after.length + edits),
    samePrefix: prefix / longest,
    sameSuffix: suffix / longest,
    lengthRatio: after.length / Math.max(1, before.length),
    beginsRun: Number(from === 0),
    endsRun: Number(to === run.words.length),
    meanAround: around.mean,
    oddAround: around.odd,
  }
}

const lettersOf = (words: string): string => words.replace(/[^a-z]/gu, '')

function samePrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function sameSuffix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}
