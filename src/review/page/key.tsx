import type { VNode } from 'preact'

/** A key's name on a button; buttons are read without it. */
export function Key({ name }: { name: string }): VNode {
  return <kbd aria-hidden="true">{name}</kbd>
}
