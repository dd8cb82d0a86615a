import type { OpenDocument } from '@camau/collab'
import type { RefusalCode } from '@camau/domain'
import { type ReactNode, useState } from 'react'
import { DraftPanel } from './draft-panel'
import './editor.css'
import { ReadOnlyNote } from './read-only-note'
import { useDocumentStatus } from './use-live-document'

interface OpenTextProps {
  document: OpenDocument
  /** Opens the document once more. */
  again: () => void
  /** Why it cannot be written now, in words; whoever could write a moment ago deserves another sentence. */
  reason: (because: RefusalCode | undefined, couldWrite: boolean) => string
  children: (editable: boolean) => ReactNode
}

/** A live text that is here: why it is read only, the words that were not sent, and the text itself. */
export function OpenText({ document, again, reason, children }: OpenTextProps) {
  const { because } = useDocumentStatus(document)
  const [couldWrite, setCouldWrite] = useState(false)
  const editable = !document.readOnly
  if (editable && !couldWrite) setCouldWrite(true)
  const discard = async () => {
    await document.discardDraft()
    // The words let go of still stand in this copy of the text; a fresh one has only what was saved.
    if (because !== 'not-found') again()
  }
  return (
    <>
      {!editable && <ReadOnlyNote text={reason(because, couldWrite)} couldWrite={couldWrite} />}
      {document.draft && <DraftPanel text={document.draft.text} onDiscard={() => void discard()} />}
      {children(editable)}
    </>
  )
}
