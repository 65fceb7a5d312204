import { familyOf, significance, type Figure } from '../../../numbers/figures.js'
import type { Metric } from '../../../numbers/metrics.js'
import type { Fact, Facts } from '../../../numbers/reference/fact.js'
import { basisOf, factsOf } from '../../../numbers/reference/facts.js'
import { quarterOfPeriod, reportedQuarter } from '../../../numbers/reference/quarters.js'
import { statementsOf, type Part, type Statement } from '../../../numbers/statements.js'
import type { Aligned, Evidence, ReferenceDocument } from '../../../types.js'
import { hedge, SLACK, type Constraint, type Reading } from '../constraint.js'

/**
 * What the reference documents demand: a figure whose metric, role, quarter and unit a document tells has
 * the document's value. Where the document holds several values that may be meant, any of them will do;
 * where it holds none for just that, nothing is demanded.
 */
export function referenceConstraints(doc: Aligned, references: readonly ReferenceDocument[]): Constraint[] {
  if (references.length === 0) return []
  const reported = reportedQuarter(doc.text)
  const statements = statementsOf(doc).filter(({ parts }) => parts[0]!.figure.origin !== 'mandarin')
  return references.flatMap((reference) => {
    const facts = factsOf(reference)
    const drawers = drawersOf(facts)
    return statements.flatMap((statement) => {
      const told = statement.metric && drawers.get(keyOf(statement.metric))
      if (!told) return []
      return statement.parts.flatMap((part) => {
        if (isConverted(doc.text, part.figure)) return []
        const meant = told.filter((fact) => isMeant(fact, statement, part, facts, reported))
        return meant.length === 0 ? [] : referenceConstraint(facts.document, part.figure, meant, told)
      })
    })
  })
}

/** "RMB 1.37 billion, equivalent to US$212 million": the same amount in another currency. */
const isConverted = (text: string, { start }: Figure): boolean =>
  /\b(?:equivalent to|equals?|or)[^.;\d]{0,24}$/iu.test(text.slice(Math.max(0, start - 40), start))

function drawersOf({ facts }: Facts): ReadonlyMap<string, readonly Fact[]> {
  const drawers = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = keyOf(fact.metric)
    const drawer = drawers.get(key)
    if (drawer) drawer.push(fact)
    else drawers.set(key, [fact])
  }
  return drawers
}

/** Without a kind of measure, a name alone says too little. */
const keyOf = ({ key, head }: Metric): string => (head ? key : '')

function isMeant(
  fact: Fact,
  statement: Statement,
  part: Part,
  { reported: documents }: Facts,
  calls: number | undefined,
): boolean {
  const { figure, role, period } = part
  if (!statement.metric?.head || fact.role !== role || fact.family !== familyOf(figure)) return false
  if (role === 'other' || figure.unit.kind === 'count' || figure.unit.kind === 'measure') return false
  if (role === 'change') {
    const basis = basisOf(statement, part)
    return (
      basis !== undefined &&
      basis === fact.basis &&
      fact.direction === part.direction &&
      calls !== undefined &&
      calls === documents
    )
  }
  if (figure.unit.kind === 'currency' && fact.currency !== undefined && fact.currency !== figure.unit.code)
    return false
  if (calls === undefined || documents === undefined || fact.quarter === undefined) return false
  return fact.quarter === quarterOfPeriod(period, calls)
}

/** Nothing where the document tells several values for what seems one and the same. */
function referenceConstraint(
  document: string,
  figure: Figure,
  meant: readonly Fact[],
  told: readonly Fact[],
): Constraint[] {
  const agrees = (reading: Reading, fact: Fact): boolean =>
    Math.abs(Math.abs(reading.value) - Math.abs(fact.value)) <=
    Math.max(reading.precision, fact.precision) * SLACK + hedge(figure) * Math.abs(fact.value)
  const finest = meant.toSorted((a, b) => a.precision - b.precision)[0]!
  const one = meant.every((fact) => agrees(finest, fact))
  const reading = { value: figure.value, precision: figure.precision }
  const elsewhere = told.find((fact) => fact.family === familyOf(figure) && agrees(reading, fact))
  if (!one && !elsewhere) return []
  if (!elsewhere && significance(figure) < 2) return []
  const accepted = elsewhere ? [...meant, elsewhere] : meant
  const quoted = elsewhere ?? finest
  const evidence: readonly Evidence[] = [{ kind: 'reference', document, quote: quoted.quote }]
  return [
    {
      kind: 'reference',
      figures: [figure],
      firm: true,
      holds: (readings) => accepted.some((fact) => agrees(readings(figure), fact)),
      evidence: () => evidence,
      solve: () => Math.abs(finest.value),
    },
  ]
}
