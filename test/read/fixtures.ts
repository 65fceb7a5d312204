import { readdirSync, readFileSync } from 'node:fs'
import type { Format, Span, Transcript } from '../../src/types.js'

const folder = new URL('../fixtures/read/', import.meta.url)

export const fixtureBytes = (name: string): Uint8Array => readFileSync(new URL(name, folder))

export const fixture = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

/** The fixtures in UTF-8, by name. */
export const fixtureNames: readonly string[] = readdirSync(folder).filter((name) =>
  /^[a-z-]+\.txt$/.test(name),
)

export const FORMATS: readonly Format[] = ['earningscall', 'motleyfool', 'seekingalpha', 'colon', 'plain']

export const textsOf = (transcript: Transcript, spans: readonly Span[]): readonly string[] =>
  spans.map((span) => transcript.text.slice(span.start, span.end))

/** "Label: words" a turn, for tests that read like the call. */
export const asLines = (transcript: Transcript): readonly string[] =>
  transcript.turns.map((turn) => `${turn.speaker.label}: ${textsOf(transcript, turn.body).join(' / ')}`)
