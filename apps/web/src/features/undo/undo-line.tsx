import { useEffect, useState } from 'react'
import { announce } from '../../platform/announce'
import { commandKey } from '../../platform/command-key'
import { useLanguage } from '../../platform/language'
import { freshAct } from '../../platform/last-acts'
import { useSignal } from '../../platform/signal'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { useUndo } from './use-undo'
import { useUndoKey } from './use-undo-key'
import { undoWords } from './words'

const shownFor = 10_000
// What the act itself has to say comes first.
const hintAfter = 1_000

/** What was done last, and how to take it back: a line for ten seconds after each act, and a key for as long as the page is open. */
export function UndoLine() {
  const words = useWords(undoWords)
  const language = useLanguage()
  const fresh = useSignal(freshAct)
  const { said, undo, busy, clear } = useUndo()
  const [held, setHeld] = useState(false)
  useUndoKey(() => void undo())

  // biome-ignore lint/correctness/useExhaustiveDependencies: another act, or other words, begin their time anew.
  useEffect(() => {
    if (held) return
    const gone = () => {
      clear()
      freshAct.set(null)
    }
    const timer = setTimeout(gone, shownFor)
    return () => clearTimeout(timer)
  }, [fresh, said, held])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new act takes the place of what was said of the one before.
  useEffect(() => {
    if (!fresh) return
    clear()
    const timer = setTimeout(() => announce(words.hint(commandKey)), hintAfter)
    return () => clearTimeout(timer)
  }, [fresh])

  const shown = said ?? (fresh && words.done(fresh.what[language]))
  if (!shown) return null
  return (
    <section
      className="undo acts no-print"
      aria-label={words.region}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{shown}</span>
      {!said && (
        <span className="row">
          <Button weight="bare" small busy={busy} onClick={() => void undo()} aria-keyshortcuts="Control+Z Meta+Z">
            {words.undo}
          </Button>
          <kbd>{commandKey} Z</kbd>
        </span>
      )}
    </section>
  )
}
