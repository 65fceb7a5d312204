import { lineIndex } from '../text/lines.js'
import type { Aligned, Evidence } from '../types.js'
import { foldSpace } from './corrected.js'

/** Evidence as a sentence each, for a reader to check; quoted words are cut to 200 code units. */
export function evidenceLines({ text }: Pick<Aligned, 'text'>, evidence: readonly Evidence[]): string[] {
  const lines = lineIndex(text)
  return evidence.map((one) => {
    switch (one.kind) {
      case 'arithmetic':
        return `${one.expression} = ${rounded(one.computed)}; stated ${rounded(one.stated)}`
      case 'aligned':
      case 'mention': {
        const { line } = lines.position(one.start)
        const words = foldSpace(text.slice(one.start, Math.min(one.end, one.start + 200)))
        const where = one.kind === 'aligned' ? 'Aligned words' : 'Elsewhere'
        return `${where}, line ${line}: “${words}”${after(one.note)}`
      }
      case 'sound':
        return `Sounds alike: “${one.heard}” and “${one.said}”, distance ${rounded(one.distance)}`
      case 'wording':
        return `Usual wording: “${one.expected}” (${one.source})`
      case 'reference':
        return `${one.document}: “${one.quote}”`
      case 'pinyin':
        return `Pinyin: ${one.pinyin}${after(one.note)}`
      case 'structure':
        return one.note
    }
  })
}

const after = (note: string): string => (note === '' ? '' : ` – ${note}`)

function rounded(value: number): string {
  return String(Number(value.toPrecision(4)))
}
