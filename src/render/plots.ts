import type { Origin, Span } from '../types.js'
import { escapeXml } from './escape.js'

/** Horizontal bars with names and counts, as SVG in HTML; the most counts the full width. */
export function bars(counts: readonly (readonly [name: string, count: number])[]): string {
  const most = Math.max(1, ...counts.map(([, count]) => count))
  const height = Math.max(1, counts.length) * ROW
  const rows = counts.map(([name, count], index) => {
    const y = index * ROW
    const width = Math.round((BARS * count) / most)
    return `<text x="${LABELS - 8}" y="${y + 15}" text-anchor="end">${escapeXml(shortened(name))}</text><rect x="${LABELS}" y="${y + 3}" width="${width}" height="16"/><text x="${LABELS + width + 6}" y="${y + 15}">${count}</text>`
  })
  const told = counts.map(([name, count]) => `${name} ${count}`).join(', ') || 'none'
  return `<svg viewBox="0 0 480 ${height}" role="img" aria-label="${escapeXml(told)}">${rows.join('')}</svg>`
}

const ROW = 22
const LABELS = 190
const BARS = 240

function shortened(name: string): string {
  const signs = Array.from(name)
  return signs.length > 28 ? `${signs.slice(0, 27).join('')}…` : name
}

/** A strip of the origins along a text of `length` UTF-16 code units, as SVG in HTML. */
export function strip(origins: readonly (Span & { readonly origin: Origin })[], length: number): string {
  const scale = 1000 / Math.max(1, length)
  const parts = origins.map(({ start, end, origin }) => {
    const width = Math.max(0.2, (end - start) * scale)
    return `<rect class="${origin}" x="${(start * scale).toFixed(1)}" width="${width.toFixed(1)}" y="0" height="24"><title>${origin}</title></rect>`
  })
  return `<svg viewBox="0 0 1000 24" preserveAspectRatio="none" role="img" aria-label="Origins from the start of the call to its end">${parts.join('')}</svg>`
}
