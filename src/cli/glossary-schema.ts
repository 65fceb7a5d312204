import { z } from 'zod'

const words = z.string().trim().min(1, 'these are no words; write some or take the entry out').max(300)
const lists = {
  zh: words.exactOptional(),
  soundsLike: z.array(words).exactOptional(),
  not: z.array(words).exactOptional(),
}
const nameEntry = z.strictObject({ name: words, ...lists })
const termEntry = z.strictObject({ term: words, ...lists })

/** What jiaodui.glossary.json may hold; docs/glossary.md tells what each does. */
export const glossarySchema = z.strictObject({
  $schema: z.string().exactOptional(),
  names: z.array(z.union([words, nameEntry])).exactOptional(),
  terms: z.array(z.union([words, termEntry])).exactOptional(),
})

export type GlossaryFile = Readonly<z.infer<typeof glossarySchema>>

/** The keys of the object at a path of the file. */
export function glossaryKeys([list]: readonly (string | number)[]): readonly string[] {
  if (list === undefined) return Object.keys(glossarySchema.shape)
  return Object.keys((list === 'names' ? nameEntry : termEntry).shape)
}
