/**
 * The rows of comma-separated values (RFC 4180): quoted cells may hold commas, quotes and line ends; lines
 * end in any way; a byte-order mark and empty lines are passed over. Semicolons or tabs part the cells where
 * the first line has them and no comma, as spreadsheets of some countries write.
 */
export function parseCsv(text: string): string[][] {
  const body = text.replace(/^\uFEFF/u, '')
  const [first = ''] = body.split(/[\r\n]/u, 1)
  const comma = first.includes(',') ? ',' : first.includes(';') ? ';' : '\t'
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  for (let at = 0; at < body.length; at++) {
    const sign = body[at]!
    if (quoted && sign === '"' && body[at + 1] === '"') cell += body[at++]!
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (quoted) cell += sign
    else if (sign === comma) endCell()
    else if (sign === '\n' || sign === '\r') endRow()
    else cell += sign
  }
  endRow()
  return rows
}

/** Words without the apostrophe that keeps a spreadsheet from running them. */
export function unguarded(cell: string): string {
  return /^'[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell) ? cell.slice(1) : cell
}
