import type { Border, BorderMove } from './borders.js'
import { movedTo } from './borders.js'
import { highlight, offsetAt } from './selection.js'

/** What a drag works on, as it stands at that moment. */
export interface Draggable {
  readonly text: string
  readonly borders: readonly Border[]
  readonly move: (move: BorderMove) => void
}

/**
 * Lets the mark at the beginning of an origin be dragged to another word: the border goes there. The words
 * that would change sides are shown on the way. Gives what ends it.
 */
export function dragBorders(desk: HTMLElement, current: () => Draggable): () => void {
  let dragged: Border | undefined
  const moveAt = ({ clientX, clientY }: PointerEvent): BorderMove | undefined => {
    const offset = offsetAt(clientX, clientY)
    return dragged && offset !== undefined ? movedTo(current().text, dragged, offset) : undefined
  }
  const markOf = ({ target }: Event): Element | null =>
    target instanceof Element ? target.closest('[data-border]') : null
  const selectNothing = (event: MouseEvent): void => {
    if (markOf(event)) event.preventDefault()
  }
  const take = (event: PointerEvent): void => {
    const mark = markOf(event)
    if (!mark || event.button !== 0) return
    dragged = current().borders.find(({ at }) => at === Number(mark.getAttribute('data-border')))
    desk.classList.add('dragging')
  }
  const follow = (event: PointerEvent): void => {
    if (dragged) highlight(moveAt(event)?.span ?? { start: dragged.at, end: dragged.at + 1 })
  }
  const drop = (event: PointerEvent): void => {
    const move = moveAt(event)
    dragged = undefined
    desk.classList.remove('dragging')
    if (move) current().move(move)
  }
  desk.addEventListener('mousedown', selectNothing)
  desk.addEventListener('pointerdown', take)
  document.addEventListener('pointermove', follow)
  document.addEventListener('pointerup', drop)
  return () => {
    desk.removeEventListener('mousedown', selectNothing)
    desk.removeEventListener('pointerdown', take)
    document.removeEventListener('pointermove', follow)
    document.removeEventListener('pointerup', drop)
  }
}
