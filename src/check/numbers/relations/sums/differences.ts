import { familyOf, figuresOf, significance, type Figure } from '../../../../numbers/figures.js'
import { statementsOf, type Statement } from '../../../../numbers/statements.js'
import type { Aligned } from '../../../../types.js'
import { asStated, type Constraint } from '../../constraint.js'
import { currentLevel } from '../../told/levels.js'
import { addsUpButForOne, sumConstraint, sumHolds } from './sum.js'

/** What is left when one amount is taken from another, where the words say so. */
export function differences(doc: Aligned): Constraint[] {
  return [...resultsOf(doc), ...remainders(doc), ...netDebts(doc)]
}

/**
 * "…, resulting in free cash flow of C": C = A − B; "debt is A and cash B, so net cash is C". "Net loss A;
 * adjusted net loss B after adding back C", "net income A; adjusted net income, which excludes C, was B":
 * the larger is the sum of the others.
 */
function resultsOf(doc: Aligned): Constraint[] {
  const told = (statement: Statement): Figure | undefined =>
    currentLevel(statement) ?? addedBack(doc.text, statement)
  const statements = statementsOf(doc).filter((statement) => told(statement) !== undefined)
  return statements.flatMap((statement, index): Constraint[] => {
    const [a, b, c] = [statements[index - 2], statements[index - 1], statement].map(
      (other) => other && told(other),
    )
    if (!a || !b || !c || a.turn !== c.turn || c.start - a.end > 400) return []
    if ([a, b, c].some((figure) => significance(figure) < 3)) return []
    const words = doc.text.slice(b.end, c.start)
    const after = doc.text.slice(c.end, c.end + 40)
    const source = doc.text.slice(statements[index - 2]!.subject.start, a.start)
    if (/\b(?:resulting in|leading to|leaving)\b/iu.test(words) || leavesCashFlow(source, words))
      return Math.abs(b.value) < Math.abs(a.value) ? [sumConstraint(a, [b, c])] : []
    if (NET_POSITION.test(words))
      return CONCLUDING.test(words) || isDebtAndCash(doc.text, statements[index - 2]!, b)
        ? largestIsSum(a, b, c)
        : []
    const excluded = ADDED_BACK.test(words + after)
      ? c
      : ADDED_BACK.test(doc.text.slice(a.end, b.start).slice(-90))
        ? b
        : undefined
    if (!excluded || words.length > 80) return []
    const [smaller, larger] = [a, b, c].filter((figure) => figure !== excluded).toSorted(bySize)
    return Math.abs(excluded.value) < Math.abs(larger!.value)
      ? [sumConstraint(larger, [smaller!, excluded])]
      : []
  })
}

/** "… after adding back C of share-based compensation". */
function addedBack(text: string, { subject, parts }: Statement): Figure | undefined {
  const { figure } = parts[0]!
  const words = text.slice(subject.start, figure.start)
  return familyOf(figure) === 'amount' && /\b(?:adding back|add-?back of|excluding) $/iu.test(words)
    ? figure
    : undefined
}

/** Of the cash from operations: "…, so free cash flow was C", "which leaves free catch flow of C". */
const leavesCashFlow = (source: string, words: string): boolean =>
  /\bcash|\boperati|\bflow/iu.test(source) &&
  CONCLUDING.test(words) &&
  /\bfree (?:\p{L}+ )?flow\b[^.;\d]{0,30}$/iu.test(words)

const CONCLUDING = /\b(?:so|therefore|thus|hence|accordingly|leaves|as a result)\b/iu

const bySize = (one: Figure, other: Figure): number => Math.abs(one.value) - Math.abs(other.value)

const ADDED_BACK =
  /\b(?:adding back|add-?back|exclud(?:ing|es))\b.{0,60}\b(?:compensation|payments?|amortization)\b/iu

const NET_POSITION = /\bnet (?:cash|debt)\b[^.;\d]{0,30}$/iu

/** One of the two amounts is told to be debt, the other cash. */
function isDebtAndCash(text: string, { subject }: Statement, second: Figure): boolean {
  const words = text.slice(subject.start, second.start)
  return /\b(?:debts?|borrowings?|loans?)\b/iu.test(words) && /\bcash\b/iu.test(words)
}

/** The larger of the two amounts is the smaller with what is left of it. */
function largestIsSum(a: Figure, b: Figure, left: Figure): Constraint[] {
  const [smaller, larger] = [a, b].toSorted(bySize)
  return [sumConstraint(larger, [smaller!, left])]
}

/** "Total debt was A, so net debt was B": the cash between them is told elsewhere, or would be but for one slip. */
function netDebts(doc: Aligned): Constraint[] {
  const statements = statementsOf(doc)
  const saying = (statement: Statement, words: RegExp): boolean =>
    words.test(doc.text.slice(statement.subject.start, statement.parts[0]!.figure.start))
  const holdings = statements.filter((statement) => saying(statement, HOLDING)).slice(0, MOST)
  return statements.flatMap((statement, index): Constraint[] => {
    const before = statements[index - 1]
    const [debt, net] = [before && currentLevel(before), currentLevel(statement)]
    if (!before || !debt || !net || debt.turn !== net.turn || debt.value <= net.value) return []
    if (!saying(statement, /\bnet debt\b/iu) || !saying(before, DEBT)) return []
    const sums = holdings
      .flatMap((holding) => currentLevel(holding) ?? [])
      .filter((cash) => cash !== debt && cash !== net && [cash, debt, net].every(isTold))
      .map((cash) => [net, cash])
    const exact = sums.find((parts) => sumHolds(debt, parts, asStated))
    const meant = exact ?? sums.find((parts) => addsUpButForOne(debt, parts))
    return meant ? [sumConstraint(debt, meant)] : []
  })
}

const isTold = (figure: Figure): boolean => familyOf(figure) === 'amount' && significance(figure) >= 3

const HOLDING = /\bcash\b(?! flow)[^.;\d]{0,90}$/iu
const DEBT = /\b(?:debts?|borrowings?|loans?)\b[^.;\d]{0,40}$/iu
const MOST = 12

/** "The program was A in total, B is used, so C remains": three amounts told together with these words. */
function remainders(doc: Aligned): Constraint[] {
  const figures = figuresOf(doc).filter((figure) => familyOf(figure) === 'amount')
  return figures.flatMap((first, index): Constraint[] => {
    const three = figures.slice(index, index + 3)
    const last = three[2]
    if (!last || last.turn !== first.turn || last.start - first.end > TOGETHER) return []
    if (three.some((figure) => significance(figure) < 2 || figure.unit.kind !== first.unit.kind)) return []
    const told = three.map((figure, place) => {
      const from = place === 0 ? first.sentence.start : three[place - 1]!.end
      const to = place === 2 ? last.sentence.end : three[place + 1]!.start
      const [before, after] = [doc.text.slice(from, figure.start).slice(-80), doc.text.slice(figure.end, to)]
      return place === 0 && /\bof which\b/iu.test(after) ? 'total' : partPlayed(before, after)
    })
    const [total, used, left] = (['total', 'used', 'left'] as const).map((part) => three[told.indexOf(part)])
    if (!total || !used || !left || bySize(total, used) <= 0 || bySize(total, left) <= 0) return []
    return [sumConstraint(total, [used, left])]
  })
}

/** Characters between the first and the last of the three. */
const TOGETHER = 260

type PartPlayed = 'total' | 'used' | 'left'

function partPlayed(before: string, after: string): PartPlayed | undefined {
  const clause = /^[^,.;]{0,40}/u.exec(after)![0].split(/\b(?:and|but|because|while|so)\b/u)[0]!
  if (/\b(?:remaining|remainder|remains?|unused|left)\b/iu.test(before)) return 'left'
  if (/\b(?:in total|altogether)\b/iu.test(clause) || WHOLE.test(before)) return 'total'
  if (/\b(?:remaining|unused|undrawn|left|to go|still available)\b/iu.test(clause)) return 'left'
  return /\b(?:used|spent|utili[sz]ed|drawn|drawn down)\b/iu.test(`${before} ${clause}`) ? 'used' : undefined
}

const WHOLE =
  /\b(?:total(?: of)?|whole|(?:budget|plan|program|programme|facility|authorization|quota) (?:is|was|of)(?: still| about)?)\s?$/iu
