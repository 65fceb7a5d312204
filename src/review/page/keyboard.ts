import { flushSync } from 'preact/compat'
import { useEffect, useRef } from 'preact/hooks'

/** What a key does, by its name; `undo` and `redo` besides have their usual Ctrl keys. */
export interface Keyboard {
  readonly keys: Readonly<Record<string, (event: KeyboardEvent) => void>>
  readonly undo: () => void
  readonly redo: () => void
  /** Whether keys are for something else at present. */
  readonly off: boolean
}

/** Listens to keys wherever nobody is typing. */
export function useKeyboard(keyboard: Keyboard): void {
  const latest = useRef(keyboard)
  latest.current = keyboard
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const run = commandOf(event, latest.current)
      if (!run) return
      event.preventDefault()
      // At once, so that the next key meets what this one made, however fast it comes.
      flushSync(() => {
        run(event)
      })
    }
    document.addEventListener('keydown', listen)
    return () => {
      document.removeEventListener('keydown', listen)
    }
  }, [])
}

function commandOf(
  event: KeyboardEvent,
  { keys, undo, redo, off }: Keyboard,
): ((event: KeyboardEvent) => void) | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  if (off || altKey || isTyping(event)) return undefined
  if (ctrlKey || metaKey) {
    const letter = key.toLowerCase()
    if (letter === 'y') return redo
    return letter === 'z' ? (shiftKey ? redo : undo) : undefined
  }
  return isWorking(event) ? undefined : keys[key]
}

/** A person writes in a field, so that keys are letters. */
function isTyping({ target, isComposing }: KeyboardEvent): boolean {
  const field = 'input:not([type=checkbox]), select, textarea'
  return isComposing || (target instanceof Element && target.closest(field) !== null)
}

/** The focus is on something that has a use for the key itself. */
function isWorking({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (key === 'Enter') return target.closest('button, a, summary') !== null
  return /^Arrow/u.test(key) && target.closest('.scroll, [role=tablist]') !== null
}
