import { z } from 'zod'
import { checks } from '../check/rules/index.js'
import { failLevels, formats, policies, styles } from './choices.js'

const checkIds = z.array(z.enum(checks.map(({ id }) => id)))

/** The settings of jiaodui.config.json; docs/configuration.md tells what each does. */
export const configSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  only: checkIds.exactOptional(),
  skip: checkIds.exactOptional(),
  apply: z.enum(policies).exactOptional(),
  styles: z.array(z.enum(styles)).min(1, '"styles" must name at least one').exactOptional(),
  failOn: z.enum(failLevels).exactOptional(),
  out: z.string().min(1, '"out" must name a folder').exactOptional(),
  readAs: z.enum(formats).exactOptional(),
})

export type Config = Readonly<z.infer<typeof configSchema>>
