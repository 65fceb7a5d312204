/**
 * Shows which amounts stand for one another: both are marked while the pointer is over one, or while the
 * selection or the finding at work is on one. Works on the elements themselves, so that no row is drawn
 * anew for it. Gives what ends it.
 */
export function joinAmounts(desk: HTMLElement): () => void {
  let shown: string | undefined
  const show = (link: string | undefined): void => {
    if (link === shown) return
    for (const element of desk.querySelectorAll('[data-joined]')) element.removeAttribute('data-joined')
    shown = link
    if (link === undefined) return
    for (const element of desk.querySelectorAll(`[data-link="${link}"]`))
      element.setAttribute('data-joined', '')
  }
  const linkAt = (target: EventTarget | Node | null): string | undefined => {
    const element =
      target instanceof Element ? target : target instanceof Node ? target.parentElement : undefined
    return element?.closest<HTMLElement>('[data-link]')?.dataset['link']
  }
  const onPointer = (event: Event): void => {
    show(linkAt(event.target))
  }
  const onSelection = (): void => {
    const node = window.getSelection()?.anchorNode ?? null
    if (node && desk.contains(node)) show(linkAt(node))
  }
  desk.addEventListener('pointerover', onPointer)
  document.addEventListener('selectionchange', onSelection)
  return () => {
    desk.removeEventListener('pointerover', onPointer)
    document.removeEventListener('selectionchange', onSelection)
  }
}
