import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ExportKind } from '../protocol.js'
import type { CallView } from '../view.js'
import { exportAddress, fetchExports } from './api.js'
import { Key } from './key.js'

export interface ExportsMenuProps {
  readonly view: Pick<CallView, 'id' | 'timed'>
  /** How many findings nobody settled. */
  readonly open: number
  readonly onClose: () => void
}

/** The files that can be made of the call as it stands, as a dialog. */
export function ExportsMenu({ view, open, onClose }: ExportsMenuProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const [kinds, setKinds] = useState<readonly ExportKind[]>([])
  useEffect(() => {
    dialog.current?.showModal()
    fetchExports().then(
      (all) => {
        setKinds(all.filter(({ timed = false }) => view.timed || !timed))
      },
      () => undefined,
    )
  }, [])
  return (
    <dialog ref={dialog} class="exports" aria-labelledby="exports-title" onClose={onClose}>
      <form method="dialog">
        <h2 id="exports-title">Export</h2>
        <button type="submit">
          Close <Key name="Esc" />
        </button>
      </form>
      <p class="quiet">
        {open === 0
          ? 'Everything is settled.'
          : `${open} findings are open: their words stay as they were heard.`}
      </p>
      <ul>
        {kinds.map(({ id: kind, label, ending }) => (
          <li key={kind}>
            <a href={exportAddress(view.id, kind)} download>
              {label} <span class="aside">{ending}</span>
            </a>
          </li>
        ))}
      </ul>
    </dialog>
  )
}
