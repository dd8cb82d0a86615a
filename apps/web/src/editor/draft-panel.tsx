import type { ReactNode } from 'react'
import { announce } from '../platform/announce'
import { useWords } from '../platform/words'
import { Button } from '../ui/button'
import { uiWords } from '../ui/words'
import './editor.css'
import { editorWords } from './words'

interface DraftPanelProps {
  text: string
  onDiscard: () => void
  /** Where another try may succeed. */
  again?: { busy: boolean; run: () => Promise<void> }
  /** What happened, where the place does not say it. */
  children?: ReactNode
}

/** Words the server no longer takes: they stay with the person who wrote them until they let go. */
export function DraftPanel({ text, onDiscard, again, children }: DraftPanelProps) {
  const said = useWords(editorWords)
  const ui = useWords(uiWords)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    announce(said.copied)
  }
  const discard = () => {
    onDiscard()
    announce(said.discarded)
  }
  return (
    <section className="draft no-print" aria-label={said.draft}>
      <p className="meta">{said.draft}</p>
      {children}
      <p className="draft-text">{text}</p>
      <div className="row">
        <Button small onClick={() => void copy()}>
          {said.copy}
        </Button>
        {again && (
          <Button small busy={again.busy} onClick={() => void again.run()}>
            {ui.tryAgain}
          </Button>
        )}
        <Button small weight="bare" onClick={discard}>
          {said.discard}
        </Button>
      </div>
    </section>
  )
}
