import { writeFileSync } from 'node:fs'
import { buildDictionary } from './lexicon/dictionary.js'
import { buildPronunciations } from './lexicon/pronunciations.js'
import { buildRenderings } from './lexicon/renderings.js'
import { buildTables } from './lexicon/tables.js'
import { buildWordShapes } from './lexicon/word-shapes.js'

/** Compiles what src/lexicon/data holds, apart from the language model: `npm run build:lexicon`. */
const builders = {
  'dictionary.bin': buildDictionary,
  'pronunciations.bin': buildPronunciations,
  'word-shapes.bin': buildWordShapes,
  'tables.json': buildTables,
  'renderings.bin': buildRenderings,
}

for (const [name, build] of Object.entries(builders)) {
  const data = build()
  writeFileSync(new URL(`../src/lexicon/data/${name}`, import.meta.url), data)
  console.log(`${name}: ${data.length}`)
}
