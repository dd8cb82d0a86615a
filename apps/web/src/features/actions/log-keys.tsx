import { useState } from 'react'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { logWords } from './words'

/** The keys at the foot of the log, and all of them on request. */
export function LogKeys({ count }: { count: string }) {
  const words = useWords(logWords)
  const [all, setAll] = useState(false)
  const keys = words.keys
  return (
    <div className="key pad foot no-print">
      <span>{count}</span>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {keys.move}
      </span>
      <span>
        <kbd>Enter</kbd> {keys.edit}
      </span>
      <span>
        <kbd>Space</kbd> {keys.open}
      </span>
      <span>
        <kbd>Esc</kbd> {keys.leave}
      </span>
      <Button weight="bare" small onClick={() => setAll(true)} aria-haspopup="dialog">
        {keys.all}
      </Button>
      {all && <AllKeys onClose={() => setAll(false)} />}
    </div>
  )
}

function AllKeys({ onClose }: { onClose: () => void }) {
  const { keys } = useWords(logWords)
  const rows: [string, string][] = [
    ['↑ ↓ ← →', keys.move],
    ['Enter, F2', keys.edit],
    ['Space', keys.open],
    ['Esc', keys.leave],
    ['Tab', keys.commit],
    ['Home, End', keys.first],
    ['Page Up, Page Down', keys.page],
    ['Ctrl Home, Ctrl End', keys.ends],
  ]
  return (
    <Dialog title={keys.title} onClose={onClose}>
      <dl className="facts">
        {rows.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
