import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Finding, Span, Transcript } from '../types.js'
import { firstIndex } from '../text/bisect.js'

/**
 * Gives findings the ids that decisions are kept under: `v1:` and the first 16 hexadecimal digits of
 * the SHA-256 over check, quoted words (NFC, white space folded), two words either side in the same
 * paragraph, and the running number among findings that agree in all of these. An id survives edits
 * elsewhere and changes with the quoted words. Findings must be in the order of the text.
 */
export function fingerprint(doc: Transcript, findings: readonly Omit<Finding, 'id' | 'group'>[]): Finding[] {
  const paragraphs = doc.turns.flatMap((turn) => turn.body)
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const place = [finding.check, folded(finding.text), ...neighbours(doc.text, finding, paragraphs)]
    const key = JSON.stringify(place)
    const occurrence = seen.get(key) ?? 0
    seen.set(key, occurrence + 1)
    return { id: `v1:${digest([...place, occurrence])}`, ...finding, group: groupOf(finding) }
  })
}

/** Findings of one check on the same words, letter case aside, with the same first suggestion. */
function groupOf({ check, text, suggestions }: Omit<Finding, 'id' | 'group'>): string {
  return digest([check, folded(text).toLowerCase(), suggestions[0]?.text ?? null])
}

function digest(parts: readonly unknown[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, 16)
}

function folded(words: string): string {
  return words.normalize('NFC').replace(/\s+/gu, ' ')
}

const reach = 100
const word = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu

/** Two words before and two after, taken from within `reach` code units and the finding's paragraph. */
function neighbours(text: string, span: Span, paragraphs: readonly Span[]): [string, string] {
  const around = paragraphs[lastStartingBy(paragraphs, span.start)]
  const paragraph = around && span.start < around.end ? around : { start: 0, end: text.length }
  const before = text.slice(Math.max(paragraph.start, span.start - reach), span.start)
  const after = text.slice(span.end, Math.min(Math.max(paragraph.end, span.end), span.end + reach))
  return [
    (before.match(word) ?? []).slice(-2).join(' ').normalize('NFC'),
    (after.match(word) ?? []).slice(0, 2).join(' ').normalize('NFC'),
  ]
}

const lastStartingBy = (spans: readonly Span[], offset: number): number =>
  firstIndex(spans, ({ start }) => start > offset) - 1
