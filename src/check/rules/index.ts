// Written by `npm run docs` from the files of this folder.
import type { Check } from '../check.js'
import { calque } from './calque.js'
import { changeDirection } from './change-direction.js'
import { currency } from './currency.js'
import { date } from './date.js'
import { fixedWording } from './fixed-wording.js'
import { glossary } from './glossary.js'
import { homophone } from './homophone.js'
import { loop } from './loop.js'
import { malformed } from './malformed.js'
import { margin } from './margin.js'
import { mention } from './mention.js'
import { multiple } from './multiple.js'
import { nameVariant } from './name-variant.js'
import { percentChange } from './percent-change.js'
import { pinyin } from './pinyin.js'
import { reference } from './reference.js'
import { scale } from './scale.js'
import { share } from './share.js'
import { speaker } from './speaker.js'
import { sum } from './sum.js'
import { term } from './term.js'
import { unit } from './unit.js'
import { untranslated } from './untranslated.js'

/** Every check, by id. */
export const checks: readonly Check[] = [
  calque,
  changeDirection,
  currency,
  date,
  fixedWording,
  glossary,
  homophone,
  loop,
  malformed,
  margin,
  mention,
  multiple,
  nameVariant,
  percentChange,
  pinyin,
  reference,
  scale,
  share,
  speaker,
  sum,
  term,
  unit,
  untranslated,
]
