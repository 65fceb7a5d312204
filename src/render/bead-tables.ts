import type { Fragment } from './bead-fragments.js'

/** What stands side by side: the two sides of a bead, or words of one side. */
export interface Row {
  readonly mandarin: readonly Fragment[]
  readonly interpretation: readonly Fragment[]
}

/** A passage of Mandarin with what interprets it. */
export interface Table {
  readonly rows: readonly Row[]
}

/**
 * Tables of the fragments of a stretch in two languages, in order. A table ends where Mandarin begins
 * again, unless a bead reaches across. Rows follow the Mandarin; what has no Mandarin beside it stands
 * before the first row whose interpretation comes later.
 */
export function beadTables(fragments: readonly Fragment[]): Table[] {
  return passagesOf(fragments).map((own) => ({ rows: rowsOf(own) }))
}

function passagesOf(fragments: readonly Fragment[]): Fragment[][] {
  const ends = new Map<number, number>()
  for (const { bead, end } of fragments) if (bead !== undefined) ends.set(bead, end)
  const passages: Fragment[][] = []
  let reach = 0
  fragments.forEach((fragment, index) => {
    const again = fragment.side === 'mandarin' && fragments[index - 1]?.side === 'interpretation'
    if (index === 0 || (again && reach <= fragment.start)) passages.push([fragment])
    else passages.at(-1)!.push(fragment)
    if (fragment.bead !== undefined) reach = Math.max(reach, ends.get(fragment.bead)!)
  })
  return passages
}

function rowsOf(fragments: readonly Fragment[]): Row[] {
  const groups = new Map<number | Fragment, { mandarin: Fragment[]; interpretation: Fragment[] }>()
  for (const fragment of fragments) {
    const key = fragment.bead ?? fragment
    const row = groups.get(key) ?? { mandarin: [], interpretation: [] }
    groups.set(key, row)
    row[fragment.side].push(fragment)
  }
  const rows = [...groups.values()]
  const added = rows.filter(({ mandarin }) => mandarin.length === 0)
  const ordered = rows
    .filter(({ mandarin }) => mandarin.length > 0)
    .flatMap((row) => {
      const start = row.interpretation[0]?.start ?? 0
      const later = added.findIndex(({ interpretation }) => interpretation[0]!.start >= start)
      return [...added.splice(0, later < 0 ? added.length : later), row]
    })
  return [...ordered, ...added]
}
