import type { Aligned, ReferenceDocument } from '../../../types.js'
import type { Constraint } from '../constraint.js'
import { changeConstraints } from './changes.js'
import { conversionConstraints } from './conversions.js'
import { leverageConstraints } from './leverage.js'
import { mentionConstraints } from './mentions/mentions.js'
import { perShareConstraints } from './per-share.js'
import { productConstraints } from './products.js'
import { rangeConstraints } from './ranges.js'
import { marginConstraints } from './ratios/margins.js'
import { sharesOfAmounts, sharesOfCounts, sharesOfPlans, sharesOfTargets } from './ratios/shares-beside.js'
import { sharesInARow } from './ratios/shares-in-a-row.js'
import { sharesOfRevenue } from './ratios/shares.js'
import { referenceConstraints } from './references.js'
import { accountConstraints, operatingProfits } from './sums/accounts.js'
import { differences } from './sums/differences.js'
import { closingTotals, totalConstraints } from './sums/lines.js'
import { hundredConstraints, listConstraints } from './sums/lists.js'
import { namedSums } from './sums/named-sums.js'
import { netIncomes } from './sums/net-income.js'
import { nineMonths, restsOfYear } from './sums/quarters.js'
import { toldTotals } from './sums/told-totals.js'

/** What ties figures to each other, a function for each way to tell it; of two that say the same the first is named. */
const RELATIONS: readonly ((doc: Aligned) => Constraint[])[] = [
  changeConstraints,
  marginConstraints,
  accountConstraints,
  operatingProfits,
  netIncomes,
  namedSums,
  nineMonths,
  restsOfYear,
  perShareConstraints,
  leverageConstraints,
  productConstraints,
  sharesOfRevenue,
  sharesOfAmounts,
  sharesOfCounts,
  sharesOfPlans,
  sharesOfTargets,
  sharesInARow,
  hundredConstraints,
  listConstraints,
  totalConstraints,
  closingTotals,
  toldTotals,
  differences,
  rangeConstraints,
  conversionConstraints,
  mentionConstraints,
]

/** Everything the figures of the call, and what documents tell, demand of each other. */
export const constraintsOf = (
  doc: Aligned,
  references: readonly ReferenceDocument[] = [],
): readonly Constraint[] => [
  ...referenceConstraints(doc, references),
  ...RELATIONS.flatMap((relation) => relation(doc)),
]
