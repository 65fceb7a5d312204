import { familyOf, type Figure } from '../../../../numbers/figures.js'
import { statementsOf, type Statement } from '../../../../numbers/statements.js'
import type { Aligned } from '../../../../types.js'
import { asStated, type Constraint } from '../../constraint.js'
import { tellingsOf } from '../../told/levels.js'
import { addsUpButForOne, sumConstraint, sumHolds } from './sum.js'

/** The first is the sum of the others, by what they are called. */
interface NamedSum {
  readonly total: RegExp
  readonly parts: readonly [RegExp, RegExp]
}

const SUMS: readonly NamedSum[] = [
  {
    total: /\bcombined (?:operating )?ratio\b/iu,
    parts: [/\b(?:loss|claims?) ratio\b/iu, /\b(?<!loss )expense ratio\b/iu],
  },
  {
    total:
      /\b(?:total|whole|entire|overall|combined) (?:fleet|capacity)\b|\bfleet (?:of|totals?|totall?ed)\b/iu,
    parts: [/\bowned\b/iu, /\b(?:chartered|leased)\b/iu],
  },
  {
    total: /\bgross (?:provisions?|charge-?offs?|write-?offs?|impairments?|credit losses)\b/iu,
    parts: [
      /\brecover(?:y|ies)\b/iu,
      /\bnet (?:provisions?|charge-?offs?|write-?offs?|impairments?|credit losses)\b/iu,
    ],
  },
]

/**
 * "The loss ratio was A and the expense ratio B, so the combined ratio was C"; what is owned and what is chartered make
 * the fleet; what is recovered and what is left, the gross provision: of now, and of before where it is told of all three.
 */
export function namedSums(doc: Aligned): Constraint[] {
  return tellingsOf(statementsOf(doc)).flatMap((statements) =>
    SUMS.flatMap(({ total, parts }) => {
      const rows = [total, ...parts].map((name) => statements.find((row) => isNamed(doc.text, row, name)))
      if (rows.some((row) => row === undefined) || new Set(rows).size < rows.length) return []
      return (['level', 'base'] as const).flatMap((role) => {
        const [whole, ...lines] = rows.map((row) => figureOf(row!, role))
        if (!whole || lines.some((line) => line?.unit.kind !== whole.unit.kind)) return []
        const told = lines as readonly Figure[]
        return sumHolds(whole, told, asStated) || addsUpButForOne(whole, told, true)
          ? [sumConstraint(whole, told)]
          : []
      })
    }),
  )
}

/** In the words since the figure before. */
const isNamed = (text: string, { subject, parts }: Statement, name: RegExp): boolean =>
  name.test(text.slice(subject.start, parts[0]!.figure.start).slice(-NEAR)) &&
  figureOf({ parts }, 'level') !== undefined

const NEAR = 80

const figureOf = ({ parts }: Pick<Statement, 'parts'>, role: 'level' | 'base'): Figure | undefined =>
  parts.find(
    (part) =>
      (part.role === role || (role === 'level' && part.role === 'other')) &&
      part.period?.kind !== 'coming' &&
      ['amount', 'share'].includes(familyOf(part.figure)),
  )?.figure
