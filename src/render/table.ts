/** A cell of comma-separated values: quoted where needed, and never taken for a formula. */
export function csvCell(value: string | number): string {
  const words = guarded(value)
  return /[",\r\n]/u.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

/** A cell of tab-separated values: white space is a space, and it is never taken for a formula. */
export function tsvCell(value: string | number): string {
  return guarded(value).replace(/[\s\p{Cc}]+/gu, ' ')
}

/** A cell of a Markdown table. */
export function markdownCell(value: string | number): string {
  return String(value)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\\|*_`<>[\]]/gu, '\\$&')
}

/** A spreadsheet runs what begins with one of these; an apostrophe before it makes it plain words. */
function guarded(value: string | number): string {
  return typeof value === 'string' && /^[\s\p{Cc}]*[=+\-@\t\r＝＋－＠]/u.test(value)
    ? `'${value}`
    : String(value)
}
