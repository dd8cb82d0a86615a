import { type OpenDocument, type Status, withDocuments } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { textCopies } from '../platform/device/texts'
import { useConnection } from '../platform/live'

/** A document as a page sees it: on its way, refused, or here. */
export type LiveDocument =
  | { state: 'opening' }
  | { state: 'failed'; again: () => void }
  | { state: 'open'; document: OpenDocument; again: () => void; lost: Lost | null }

/** Words that were not sent when the text was opened anew, because something was taken out of it. */
export interface Lost {
  text: string
  letGo: () => void
}

/** Opens a live document for as long as the component is shown; an editor is mounted only once its content is here. */
export function useLiveDocument(id: DocumentId): LiveDocument {
  const connection = useConnection()
  const [live, setLive] = useState<LiveDocument>({ state: 'opening' })
  const [attempt, setAttempt] = useState(0)
  const lost = useRef<Lost | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for the document once more.
  useEffect(() => {
    let gone = false
    const document = withDocuments(connection, undefined, textCopies(connection.person)).openDocument(id)
    const again = () => setAttempt((n) => n + 1)
    setLive({ state: 'opening' })
    // The old text must not stay on the screen: what was taken out of it stands there.
    const leaveOld = document.status.subscribe(() => {
      if (gone || document.status.get().because !== 'stale-epoch') return
      const { draft } = document
      lost.current = draft && {
        text: draft.text,
        letGo() {
          lost.current = null
          void document.discardDraft()
          setLive((now) => (now.state === 'open' ? { ...now, lost: null } : now))
        },
      }
      again()
    })
    document.opened.then(
      () => gone || setLive({ state: 'open', document, again, lost: document.draft ? null : lost.current }),
      () => gone || setLive({ state: 'failed', again }),
    )
    return () => {
      gone = true
      leaveOld()
      document.close()
    }
  }, [connection, id, attempt])
  return live
}

export function useDocumentStatus({ status }: OpenDocument): Status {
  return useSyncExternalStore(status.subscribe, status.get)
}
