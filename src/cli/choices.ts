import type { ExportId } from '../render/exports.js'
import type { Style } from '../render/render.js'
import type { Format, Policy, Severity } from '../types.js'

/** The names an option may take, kept apart from what they stand for so that --help loads nothing else. */
export const formats = keys<Format>({
  earningscall: true,
  motleyfool: true,
  seekingalpha: true,
  colon: true,
  plain: true,
})

export const policies = keys<Policy>({ none: true, safe: true, all: true })

export const styles = keys<Style>({ vendor: true, bilingual: true, verbatim: true })

export const exportIds = keys<ExportId>({
  vendor: true,
  bilingual: true,
  verbatim: true,
  md: true,
  html: true,
  'bilingual-html': true,
  docx: true,
  'tracked-docx': true,
  'bilingual-docx': true,
  report: true,
  tmx: true,
  xliff: true,
  srt: true,
  vtt: true,
  'bilingual-srt': true,
  'bilingual-vtt': true,
  csv: true,
  xlsx: true,
  figures: true,
  sarif: true,
  github: true,
  junit: true,
})

export type CaptionKind = Extract<ExportId, 'srt' | 'vtt' | 'bilingual-srt' | 'bilingual-vtt'>

/** Which captions `clean` writes of calls with times. */
export const captionChoices = keys<CaptionKind | 'none'>({
  srt: true,
  vtt: true,
  'bilingual-srt': true,
  'bilingual-vtt': true,
  none: true,
})

/** The lowest severity that makes a run fail. */
export type FailLevel = Severity | 'never'

export const failLevels = keys<FailLevel>({ error: true, warning: true, info: true, never: true })

/** Which report `clean` writes beside the transcripts. */
export type ReportKind = 'json' | 'text' | 'html' | 'none'

export const reportKinds = keys<ReportKind>({ json: true, text: true, html: true, none: true })

/** Shells that `completion` writes for. */
export type Shell = 'bash' | 'zsh' | 'fish'

export const shells = keys<Shell>({ bash: true, zsh: true, fish: true })

function keys<T extends string>(names: Readonly<Record<T, true>>): readonly T[] {
  return Object.keys(names) as T[]
}
