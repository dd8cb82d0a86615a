import { useEffect } from 'react'
import { announce } from '../platform/announce'
import { useWords } from '../platform/words'
import { Button } from './button'
import { uiWords } from './words'

const shownFor = 10_000

/** What was done, and ten seconds to take it back. */
export function UndoBar({ said, onUndo, onGone }: { said: string; onUndo: () => void; onGone: () => void }) {
  const words = useWords(uiWords)
  useEffect(() => {
    announce(`${said} ${words.undo}`)
    const timer = setTimeout(onGone, shownFor)
    return () => clearTimeout(timer)
  }, [said, onGone, words.undo])
  return (
    <div className="undo">
      <span>{said}</span>
      <Button weight="bare" small onClick={onUndo}>
        {words.undo}
      </Button>
    </div>
  )
}
