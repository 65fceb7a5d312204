import { textOf } from '../text/spans.js'
import type { Token } from '../text/tokens.js'
import { CLAUSE, mark, pieces, touches, type Marks } from './marks.js'

/** A Han run shorter than this is a word inside English. */
const LEAST_HAN = 4
/** A Latin run of up to so many words between Han runs is a word inside Chinese (AI, EBITDA). */
const MOST_LATIN = 3

/** Marks the borders between Han and other letters; short words of one script inside the other stay. */
export function markScriptBorders(text: string, tokens: readonly Token[], marks: Marks): void {
  if (!tokens.some((token) => token.kind === 'han')) return
  for (const [from, to] of pieces(marks)) {
    const groups = joined(withoutShortHan(withLatinInHan(text, tokens, groupsOf(tokens, from, to))))
    for (const group of groups.slice(1)) mark(marks, borderBefore(text, tokens, group), CLAUSE)
  }
}

interface Group {
  readonly han: boolean
  readonly from: number
  readonly to: number
  /** Characters of Han, words of Latin. */
  readonly size: number
}

function groupsOf(tokens: readonly Token[], from: number, to: number): Group[] {
  const groups: Group[] = []
  for (let index = from; index < to; index++) {
    const token = tokens[index]!
    if (token.kind === 'han')
      groups.push({ han: true, from: index, to: index + 1, size: token.end - token.start })
    else if (token.kind === 'word') groups.push({ han: false, from: index, to: index + 1, size: 1 })
  }
  return joined(groups)
}

/** Neighbours of one script made one. */
function joined(groups: readonly Group[]): Group[] {
  const result: Group[] = []
  for (const group of groups) {
    const last = result.at(-1)
    if (last?.han === group.han)
      result[result.length - 1] = { ...last, to: group.to, size: last.size + group.size }
    else result.push(group)
  }
  return result
}

function withLatinInHan(text: string, tokens: readonly Token[], groups: readonly Group[]): Group[] {
  const inHan = groups.map((group, index) => {
    const isInside = index > 0 && index < groups.length - 1
    const belongs = isInside
      ? group.size <= MOST_LATIN
      : group.size < MOST_LATIN && groups.length > 1 && isAcronym(text, tokens, group)
    return !group.han && belongs ? { ...group, han: true, size: 0 } : group
  })
  return joined(inHan)
}

const isAcronym = (text: string, tokens: readonly Token[], group: Group): boolean =>
  tokens.slice(group.from, group.to).every((token) => /^[\p{Lu}\p{N}]+$/u.test(textOf(text, token)))

const withoutShortHan = (groups: readonly Group[]): Group[] =>
  groups.map((group) => (group.han && group.size < LEAST_HAN ? { ...group, han: false, size: 1 } : group))

/** Opening brackets go with the group, and so do figures that touch Han (2025年). */
function borderBefore(text: string, tokens: readonly Token[], group: Group): number {
  const leads = group.han ? /^[\p{N}\p{Ps}\p{Pi}\p{Sc}]/u : /^[\p{Ps}\p{Pi}]/u
  let border = group.from
  while (touches(tokens, border) && leads.test(textOf(text, tokens[border - 1]!))) border--
  return border
}
