import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Key } from './key.js'

const KEYS: readonly { readonly title: string; readonly rows: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Step through',
    rows: [
      ['j  n  ↓', 'next finding'],
      ['k  p  ↑', 'previous finding'],
      ['Enter', 'show the words of the finding'],
      ['/', 'search findings'],
      ['1 … 9', 'take that suggestion (or reason, after r)'],
    ],
  },
  {
    title: 'Settle',
    rows: [
      ['a', 'accept the best suggestion'],
      ['A', 'accept all alike'],
      ['S', 'accept everything marked safe'],
      ['e', 'edit: write the words yourself'],
      ['r', 'reject, with a reason'],
      ['R', 'reject all alike'],
      ['v', 'verified: right as it stands'],
      ['o', 'open again'],
    ],
  },
  {
    title: 'Undo',
    rows: [
      ['u  Ctrl+Z', 'undo, without limit'],
      ['U  Ctrl+Y', 'redo'],
    ],
  },
  {
    title: 'Words and origins',
    rows: [
      ['← →', 'go from word to word'],
      ['Shift+← →', 'select more or fewer words'],
      ['c', 'correct the selected words by hand'],
      ['m  i  g', 'the selected words are Mandarin, interpretation, English'],
      ['<  >', 'the border of origins next to the words: a word back, a word on'],
      ['l', 'link: select one side, l, select the other, l'],
      ['s', 'split the bead before the selected words'],
      ['J', 'join the bead with the next one'],
      ['t', 'a new turn begins with the selected words'],
    ],
  },
  {
    title: 'Panels',
    rows: [
      ['f', 'findings'],
      ['#', 'figures'],
      ['w', 'speakers (who)'],
      ['d', 'changes (difference)'],
      ['x', 'export'],
      ['T', 'light, dark, or as the system'],
      ['?', 'this list'],
      ['Esc', 'close, clear the selection'],
    ],
  },
]

/** The list of keys, as a dialog. */
export function Help({ onClose }: { onClose: () => void }): VNode {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      <form method="dialog">
        <h2 id="help-title">Keys</h2>
        <button type="submit">
          Close <Key name="Esc" />
        </button>
      </form>
      <div class="groups">
        {KEYS.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([keys, meaning]) => (
                <div key={keys}>
                  <dt>
                    {keys.split('  ').map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  )
}
