import { familyOf, figuresOf, type Figure } from '../../numbers/figures.js'
import type { Aligned, ReferenceDocument } from '../../types.js'
import { diagnose } from './blame/diagnose.js'
import type { Fault, Told } from './blame/fault.js'
import { asStated, type Constraint } from './constraint.js'
import { constraintsOf } from './relations/relations.js'

/** The figures that contradict the others, each once, with what may have been said. */
export function faultsOf(doc: Aligned, references: readonly ReferenceDocument[] = []): readonly Fault[] {
  const known = diagnosed(doc, references)
  return (known.faults ??= diagnose(known.constraints, known.around, toldIn(doc)))
}

/** Whether a reference document tells the figure as it was heard: what is weaker has nothing to say then. */
export function agreesWithDocument(
  doc: Aligned,
  references: readonly ReferenceDocument[],
): (figure: Figure) => boolean {
  if (references.length === 0) return () => false
  const around = constraintsByFigure(doc, references)
  return (figure) =>
    (around.get(figure) ?? []).some(
      (constraint) => constraint.kind === 'reference' && constraint.holds(asStated),
    )
}

/** What each figure takes part in; nothing for a figure that takes part in nothing. */
export const constraintsByFigure = (
  doc: Aligned,
  references: readonly ReferenceDocument[] = [],
): ReadonlyMap<Figure, readonly Constraint[]> => diagnosed(doc, references).around

interface Diagnosed {
  readonly references: readonly ReferenceDocument[]
  readonly constraints: readonly Constraint[]
  readonly around: ReadonlyMap<Figure, readonly Constraint[]>
  faults?: readonly Fault[]
}

const diagnosedByDoc = new WeakMap<Aligned, Diagnosed>()

function diagnosed(doc: Aligned, references: readonly ReferenceDocument[]): Diagnosed {
  const known = diagnosedByDoc.get(doc)
  if (known && isSame(known.references, references)) return known
  const constraints = constraintsOf(doc, references)
  const made: Diagnosed = { references, constraints, around: byFigure(constraints) }
  diagnosedByDoc.set(doc, made)
  return made
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

function byFigure(constraints: readonly Constraint[]): Map<Figure, Constraint[]> {
  const around = new Map<Figure, Constraint[]>()
  for (const constraint of constraints) {
    for (const figure of constraint.figures) {
      const known = around.get(figure)
      if (known) known.push(constraint)
      else around.set(figure, [constraint])
    }
  }
  return around
}

/** Mandarin left out. */
function toldIn(doc: Aligned): Told {
  const counts = new Map<string, number>()
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const figure of figuresOf(doc)) {
    if (figure.origin === 'mandarin') continue
    count(`${familyOf(figure)} ${figure.value}`)
    count(`places ${likeOf(figure)} ${decimalsOf(figure, figure.precision)}`)
    if (figure.scale) count(`scale ${figure.turn} ${figure.scale.power}`)
  }
  return {
    times: (figure, value) => counts.get(`${familyOf(figure)} ${value}`) ?? 0,
    withScale: (figure, power) => counts.get(`scale ${figure.turn} ${power}`) ?? 0,
    asFine: (figure, precision) =>
      counts.get(`places ${likeOf(figure)} ${decimalsOf(figure, precision)}`) ?? 0,
  }
}

/** Figures of one turn, kind and scale word are mostly told with as many decimals. */
const likeOf = ({ turn, unit, scale }: Figure): string => `${turn} ${unit.kind} ${scale?.power ?? 0}`

const decimalsOf = ({ scale }: Figure, precision: number): number =>
  Math.max(0, Math.round((scale?.power ?? 0) - Math.log10(2 * precision)))
