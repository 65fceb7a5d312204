// Written by `npm run docs` from the files of this folder.
import type { Check } from '../check.js'
import { fixedWording } from './fixed-wording.js'
import { loop } from './loop.js'
import { untranslated } from './untranslated.js'

/** Every check, by id. */
export const checks: readonly Check[] = [
  fixedWording,
  loop,
  untranslated,
]
