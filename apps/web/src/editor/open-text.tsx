import type { OpenDocument } from '@camau/collab'
import type { RefusalCode } from '@camau/domain'
import { type ReactNode, useState } from 'react'
import { useWords } from '../platform/words'
import { DraftPanel } from './draft-panel'
import './editor.css'
import { ReadOnlyNote } from './read-only-note'
import { type Lost, useDocumentStatus } from './use-live-document'
import { editorWords } from './words'

interface OpenTextProps {
  document: OpenDocument
  /** Opens the document once more. */
  again: () => void
  /** What was not sent to a text that this one has replaced. */
  lost: Lost | null
  /** Why it cannot be written now, in words; whoever could write a moment ago deserves another sentence. */
  reason: (because: RefusalCode | undefined, couldWrite: boolean) => string
  children: (editable: boolean) => ReactNode
}

/** Refused for what was written, and not for who wrote it. */
const ofContent: ReadonlySet<RefusalCode> = new Set([
  'too-large',
  'malformed',
  'unknown-content',
  'foreign-client',
  'gap',
])

/** A live text that is here: why it is read only, the words that were not sent, and the text itself. */
export function OpenText({ document, again, lost, reason, children }: OpenTextProps) {
  const said = useWords(editorWords)
  const { because } = useDocumentStatus(document)
  const [couldWrite, setCouldWrite] = useState(false)
  const editable = !document.readOnly
  const why = () => (couldWrite && because && ofContent.has(because) ? said.notTaken : reason(because, couldWrite))
  if (editable && !couldWrite) setCouldWrite(true)
  const discard = async () => {
    await document.discardDraft()
    // The words let go of still stand in this copy of the text; a fresh one has only what was saved.
    if (because !== 'not-found') again()
  }
  return (
    <>
      {!editable && <ReadOnlyNote text={why()} couldWrite={couldWrite} />}
      {document.draft && <DraftPanel text={document.draft.text} onDiscard={() => void discard()} />}
      {lost && (
        <DraftPanel text={lost.text} onDiscard={lost.letGo}>
          <p>{said.replaced}</p>
        </DraftPanel>
      )}
      {children(editable)}
    </>
  )
}
