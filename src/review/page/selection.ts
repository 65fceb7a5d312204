import type { Span } from '../../types.js'

/** Attribute of elements whose text stands at that offset of the call's text, sign for sign. */
const OFFSET = 'data-at'

/** The words selected in the transcript, white space at the ends left out; undefined where none are. */
export function selectedSpan(text: string): Span | undefined {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const start = offsetOf(range.startContainer, range.startOffset, 'after')
  const end = offsetOf(range.endContainer, range.endOffset, 'before')
  if (start === undefined || end === undefined || end <= start) return undefined
  let [from, to] = [start, end]
  while (from < to && /\s/u.test(text[from]!)) from++
  while (to > from && /\s/u.test(text[to - 1]!)) to--
  return from < to ? { start: from, end: to } : undefined
}

/** Selects words of the transcript, as a person would with the mouse; false where they are not shown. */
export function selectSpan({ start, end }: Span): boolean {
  const from = placeOf(start, 'start')
  const to = placeOf(end, 'end')
  if (!from || !to) return false
  window.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
  from.node.parentElement?.scrollIntoView({ block: 'nearest' })
  return true
}

/** Lays a quiet colour under words, in place of any laid before. */
export function highlight({ start, end }: Span): void {
  const from = placeOf(start, 'start')
  const to = placeOf(end, 'end')
  if (!from || !to || !('highlights' in CSS)) return
  const range = new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  })
  CSS.highlights.set('visited-words', new Highlight(range))
}

/** The offset of the sign at a point of the window; undefined where no words are. */
export function offsetAt(x: number, y: number): number | undefined {
  const place = document.caretPositionFromPoint(x, y)
  const holder = place?.offsetNode.parentElement?.closest(`[${OFFSET}]`)
  return place && holder ? Number(holder.getAttribute(OFFSET)) + place.offset : undefined
}

/** Inside an element with an offset, or the nearest one after or before. */
function offsetOf(node: Node, offset: number, towards: 'after' | 'before'): number | undefined {
  const element = node instanceof Element ? node : node.parentElement
  const holder = element?.closest(`[${OFFSET}]`)
  if (holder && node.nodeType === Node.TEXT_NODE) return Number(holder.getAttribute(OFFSET)) + offset
  const range = document.createRange()
  range.setStart(node, offset)
  const all = Array.from(document.querySelectorAll(`[${OFFSET}]`))
  if (towards === 'after') {
    const next = all.find((one) => range.comparePoint(one, 0) >= 0)
    return next && Number(next.getAttribute(OFFSET))
  }
  const last = all.findLast((one) => range.comparePoint(one, 0) < 0)
  return last && Number(last.getAttribute(OFFSET)) + last.textContent.length
}

function placeOf(offset: number, edge: 'start' | 'end'): { node: Node; offset: number } | undefined {
  for (const holder of document.querySelectorAll(`[${OFFSET}]`)) {
    const start = Number(holder.getAttribute(OFFSET))
    const end = start + holder.textContent.length
    const holds = edge === 'start' ? start <= offset && offset < end : start < offset && offset <= end
    if (holds && holder.firstChild) return { node: holder.firstChild, offset: offset - start }
  }
  return undefined
}
