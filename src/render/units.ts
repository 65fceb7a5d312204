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
  const sides = doc.beads.flatMap((bead, index) => [
    ...bead.mandarin.map((span) => ({ span, index, side: 'mandarin' as const })),
    ...bead.interpretation.map((span) => ({ span, index, side: 'interpretation' as const })),
  ])
  const beside = doc.origins
    .filter(({ origin }) => origin === 'english' || origin === 'notice')
    .map((span) => ({ span, index: -1, side: 'mandarin' as const }))
  const ordered = [...sides, ...beside].toSorted((a, b) => a.span.start - b.span.start)
  const texts = correctedTexts(
    doc.text,
    ordered.map(({ span }) => span),
    plan.edits,
  )
  const words = doc.beads.map(() => ({ mandarin: [] as string[], interpretation: [] as string[] }))
  ordered.forEach(({ index, side }, at) => words[index]?.[side].push(texts[at]!))
  const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')
  return doc.beads
    .map(({ score }, index): TranslationUnit => {
      const mandarin = joined(words[index]!.mandarin)
      const interpretation = joined(words[index]!.interpretation)
      const language = /\p{Script=Han}/u.test(mandarin) ? 'zh' : 'en-x-mandarin'
      return {
        number: index + 1,
        mandarin,
        interpretation,
        language,
        score,
      }
    })
    .filter((unit) => unit.mandarin !== '' && unit.interpretation !== '')
}
