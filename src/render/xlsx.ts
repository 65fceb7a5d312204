import { printable } from './escape.js'

export interface Sheet {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly wide?: boolean }[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** An XLSX workbook of one sheet, its header kept in sight; no cell is a formula. */
export async function renderXlsx({ name, columns, rows }: Sheet): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/universal')
  const header = columns.map((column) => ({ value: column.name, fontWeight: 'bold' as const }))
  const cells = rows.map((row) =>
    row.map((value, index) =>
      typeof value === 'number'
        ? { value, type: Number }
        : {
            value: printable(value).slice(0, LONGEST_CELL),
            type: String,
            wrap: columns[index]?.wide === true,
          },
    ),
  )
  const widths = columns.map(({ wide }) => ({ width: wide ? 40 : 14 }))
  const options = { columns: widths, stickyRowsCount: 1, sheet: name }
  const blob = await writeXlsxFile([header, ...cells], options).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

/** What Excel takes, in UTF-16 code units. */
const LONGEST_CELL = 32_000
