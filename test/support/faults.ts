import { faultsOf } from '../../src/check/numbers/solve.js'
import { textOf } from '../../src/text/spans.js'
import { alignedFrom } from './aligned.js'

/** What is found wrong among the figures of a marked text, as "as heard → best repair". */
export function faults(marked: string): string[] {
  const doc = alignedFrom(marked)
  return faultsOf(doc).map(
    ({ figure, repairs }) => `${textOf(doc.text, figure.figure)} → ${repairs[0]?.value ?? '?'}`,
  )
}
