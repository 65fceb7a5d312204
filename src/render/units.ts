import type { Bead, Span } from '../types.js'
import { correctedTexts } from './corrected.js'
import type { ReviewedCall } from './reviewed.js'

/** The corrected words of a bead that has both sides. */
export interface TranslationUnit {
  /** From 1, in the order of the beads. */
  readonly number: number
  readonly mandarin: string
  readonly interpretation: string
  /** Language tag of the Mandarin side: machine English of Mandarin speech is English words. */
  readonly language: 'zh' | 'en-x-mandarin'
  readonly score: number
}

/** The beads as pairs for translation memories; what was left uninterpreted or added has no pair. */
export function translationUnits({ doc, plan }: ReviewedCall): TranslationUnit[] {
  const sides = (spansOf: (bead: Bead) => readonly Span[]): string[] => {
    const spans = doc.beads.flatMap((bead, index) => spansOf(bead).map((span) => ({ span, index })))
    const ordered = spans.toSorted((a, b) => a.span.start - b.span.start)
    const texts = correctedTexts(
      doc.text,
      ordered.map(({ span }) => span),
      plan.edits,
    )
    const words = doc.beads.map((): string[] => [])
    ordered.forEach(({ index }, at) => words[index]!.push(texts[at]!))
    return words.map((own) => own.filter((part) => part !== '').join(' '))
  }
  const mandarin = sides((bead) => bead.mandarin)
  const interpretation = sides((bead) => bead.interpretation)
  return doc.beads
    .map(({ score }, index): TranslationUnit => {
      const language = /\p{Script=Han}/u.test(mandarin[index]!) ? 'zh' : 'en-x-mandarin'
      return {
        number: index + 1,
        mandarin: mandarin[index]!,
        interpretation: interpretation[index]!,
        language,
        score,
      }
    })
    .filter((unit) => unit.mandarin !== '' && unit.interpretation !== '')
}
