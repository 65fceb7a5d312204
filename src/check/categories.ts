import type { Category } from '../types.js'

/** Every category of findings, in the order in which tables show them. */
export const categories: readonly Category[] = Object.keys({
  entity: true,
  term: true,
  boilerplate: true,
  number: true,
  scale: true,
  currency: true,
  calque: true,
  pinyin: true,
  homophone: true,
  untranslated: true,
  speaker: true,
  noise: true,
  repetition: true,
  punctuation: true,
  reference: true,
} satisfies Record<Category, true>) as Category[]
