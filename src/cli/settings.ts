import type { Style } from '../render/render.js'
import type { Format, House, Policy } from '../types.js'
import type { CaptionKind, FailLevel } from './choices.js'
import { wantsColour } from './colour.js'
import { loadConfig } from './config.js'
import { UsageError } from './failure.js'
import { loadGlossary } from './glossary.js'
import { meant } from './nearest.js'

/** What every command that reads transcripts can be told on the command line. */
export interface CommonFlags {
  readonly out?: string
  readonly force?: boolean
  readonly quiet?: boolean
  readonly color?: boolean
  readonly readAs?: Format
  readonly config?: string
}

/** Besides, what the commands that run checks can be told. */
export interface CheckFlags extends CommonFlags {
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly failOn?: FailLevel
  readonly reference?: readonly string[]
  readonly glossary?: readonly string[]
  readonly names?: readonly string[]
  /** A file of decisions, or false to heed none; else those beside each call. */
  readonly decisions?: string | boolean
  /** A file that names the findings known before. */
  readonly baseline?: string
  /** Files worked on at a time. */
  readonly jobs?: number
  readonly by?: 'company'
  readonly resume?: boolean
}

/** What a run is to do: the flags, else the configuration file, else the defaults. */
export interface Settings {
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
  readonly apply: Policy
  readonly styles: readonly Style[]
  readonly failOn?: FailLevel
  readonly decisions?: string | boolean
  readonly baseline?: string
  readonly jobs?: number
  /** What the calls are taken together by, to share what they know. */
  readonly by?: 'company'
  /** What captions are made of inputs with times; of what kind they are themselves, when left out. */
  readonly captions?: readonly (CaptionKind | 'none')[]
  readonly resume?: boolean
  readonly out?: string
  readonly readAs?: Format
  readonly force: boolean
  readonly quiet: boolean
  readonly colour: boolean
  readonly house: House
}

/**
 * Flags and configuration together; the configuration's `out` counts only for commands that write files
 * anyway. Throws UsageError for a mistake in the configuration or a glossary and for a check that does not exist.
 */
export async function settingsOf(
  flags: CheckFlags &
    Pick<Settings, 'captions'> & { readonly apply?: Policy; readonly style?: readonly Style[] },
  { writesFiles = false } = {},
): Promise<Settings> {
  const { out, ...config } = await loadConfig(flags.config)
  const { reference = [], glossary, names = [] } = flags
  if (flags.resume && (flags.out ?? (writesFiles ? out : undefined)) === undefined)
    throw new UsageError('jiaodui: --resume goes on with a run into a folder; name that with --out')
  await refuseUnknownChecks([...(flags.only ?? []), ...(flags.skip ?? [])])
  return {
    apply: 'safe',
    force: false,
    quiet: false,
    styles: ['vendor', 'bilingual'],
    ...config,
    ...(writesFiles && out !== undefined ? { out } : {}),
    ...flags,
    ...(flags.style ? { styles: flags.style } : {}),
    colour: wantsColour(flags.color),
    house: {
      glossary: await loadGlossary({ ...(glossary && { glossaries: glossary }), names }),
      references:
        reference.length === 0 ? [] : await (await import('./references.js')).loadReferences(reference),
    },
  }
}

async function refuseUnknownChecks(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { checks } = await import('../check/rules/index.js')
  const known = checks.map(({ id }) => id)
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown !== undefined)
    throw new UsageError(`jiaodui: no check is called "${unknown}"; ${meant(unknown, known)}`)
}
