import { announce } from '../platform/announce'
import { useWords } from '../platform/words'
import { Button } from '../ui/button'
import { editorWords } from './words'

/** Words the server no longer takes: they stay with the person who wrote them until they let go. */
export function DraftPanel({ text, onDiscard }: { text: string; onDiscard: () => void }) {
  const said = useWords(editorWords)
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
      <p className="draft-text">{text}</p>
      <div className="row">
        <Button small onClick={() => void copy()}>
          {said.copy}
        </Button>
        <Button small weight="bare" onClick={discard}>
          {said.discard}
        </Button>
      </div>
    </section>
  )
}
