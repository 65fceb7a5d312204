import type { VNode } from 'preact'
import type { Origin } from '../../types.js'
import { WordsField } from './card.js'
import { ORIGIN_NAMES } from './rows.js'
import { Key } from './key.js'
import type { Words, WordsCommand } from './use-words.js'

interface ToolbarProps {
  /** The selected words. */
  readonly text: string
  readonly origin: Origin | undefined
  /** Words waiting to be linked with the selected ones. */
  readonly linking: string | undefined
  readonly words: Words
}

/** What can be done with the selected words, at the foot of the desk. */
export function Toolbar({ text, origin, linking, words }: ToolbarProps): VNode {
  const { mode } = words
  const button = (command: WordsCommand, label: string, key: string, disabled = false): VNode => (
    <button
      type="button"
      disabled={disabled}
      onClick={() => {
        words.command(command)
      }}
    >
      {label} <Key name={key} />
    </button>
  )
  return (
    <div class="toolbar" role="toolbar" aria-label="Selected words">
      <p class="selected">
        “{text.length > 90 ? `${text.slice(0, 60)} … ${text.slice(-24)}` : text}”
        {origin && <span class="aside"> {ORIGIN_NAMES[origin]}</span>}
      </p>
      {mode === 'correct' && (
        <WordsField
          label="Correct to (nothing deletes)"
          initial={text}
          button="Save"
          onSave={words.correct}
          onCancel={words.cancel}
        />
      )}
      {mode === 'turn' && (
        <WordsField
          label="Who speaks from here on"
          initial=""
          button="Begin a turn"
          onSave={words.beginTurn}
          onCancel={words.cancel}
        />
      )}
      {mode === 'plain' && (
        <div class="buttons">
          {button('correct', 'Correct', 'c')}
          <span class="group" role="group" aria-label="Origin">
            {button('mandarin', 'Mandarin', 'm', origin === 'mandarin')}
            {button('interpretation', 'Interpretation', 'i', origin === 'interpretation')}
            {button('english', 'English', 'g', origin === 'english')}
          </span>
          {origin !== 'english' && (
            <span class="group" role="group" aria-label="Bead">
              {button('split', 'Split here', 's')}
              {button('join', 'Join with next', 'J')}
              {button(
                'link',
                linking === undefined ? 'Link with …' : `Link with “${linking.slice(0, 18)}…”`,
                'l',
              )}
            </span>
          )}
          {button('turn', 'Turn begins here', 't')}
        </div>
      )}
    </div>
  )
}
