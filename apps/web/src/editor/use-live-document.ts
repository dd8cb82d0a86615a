import { type OpenDocument, type Status, withDocuments } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useConnection } from '../platform/live'

/** A document as a page sees it: on its way, refused, or here. */
export type LiveDocument =
  | { state: 'opening' }
  | { state: 'failed'; again: () => void }
  | { state: 'open'; document: OpenDocument; again: () => void }

/** Opens a live document for as long as the component is shown; an editor is mounted only once its content is here. */
export function useLiveDocument(id: DocumentId): LiveDocument {
  const connection = useConnection()
  const [live, setLive] = useState<LiveDocument>({ state: 'opening' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for the document once more.
  useEffect(() => {
    let gone = false
    const document = withDocuments(connection).openDocument(id)
    const again = () => setAttempt((n) => n + 1)
    setLive({ state: 'opening' })
    document.opened.then(
      () => gone || setLive({ state: 'open', document, again }),
      () => gone || setLive({ state: 'failed', again }),
    )
    return () => {
      gone = true
      document.close()
    }
  }, [connection, id, attempt])
  return live
}

export function useDocumentStatus({ status }: OpenDocument): Status {
  return useSyncExternalStore(status.subscribe, status.get)
}
