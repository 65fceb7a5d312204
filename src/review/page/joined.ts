/**
 * Shows which amounts stand for one another: both are marked while the pointer is over one. Works on the
 * elements themselves, so that no row is drawn anew for it. Gives what ends it.
 */
export function joinUnderPointer(desk: HTMLElement): () => void {
  let last: Element | null = null
  const follow = ({ target }: Event): void => {
    const amount = target instanceof Element ? target.closest('[data-link]') : null
    if (amount !== last) join(desk, amount)
    last = amount
  }
  desk.addEventListener('pointerover', follow)
  return () => {
    desk.removeEventListener('pointerover', follow)
  }
}

/** Marks the amounts joined with the one that the finding at work is about, if it is about one. */
export function joinCurrent(desk: HTMLElement): void {
  const found = desk.querySelector('.found.current')
  join(desk, found?.closest('[data-link]') ?? found?.querySelector('[data-link]') ?? null)
}

function join(desk: HTMLElement, amount: Element | null): void {
  for (const element of desk.querySelectorAll('[data-joined]')) element.removeAttribute('data-joined')
  const link = amount?.getAttribute('data-link')
  if (link === null || link === undefined) return
  for (const element of desk.querySelectorAll(`[data-link="${link}"]`))
    element.setAttribute('data-joined', '')
}
