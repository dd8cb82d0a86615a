import type { OpenDocument } from '@camau/collab'
import { useState } from 'react'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { DraftPanel } from './draft-panel'
import './minutes.css'
import { MinutesEditor } from './minutes-editor'
import { ReadOnlyNote } from './read-only-note'
import { type LiveMinutesProps, SurroundingsProvider } from './slot'
import { useDocumentStatus, useLiveDocument } from './use-live-document'
import { useOffline } from './use-offline'
import { useUnknownContent } from './use-unknown-content'
import { words } from './words'

/** The minutes of a meeting, written by everyone who may at the same time. */
export function LiveMinutes(props: LiveMinutesProps) {
  const said = useWords(words)
  const { meeting, parts } = props
  const live = useLiveDocument(`minutes:${meeting.id}`)
  const offline = useOffline()
  return (
    <article className="minutes" aria-label={said.crumb}>
      <SurroundingsProvider value={{ meetingId: meeting.id, body: meeting.body, parts }}>
        {live.state === 'opening' &&
          (offline ? <p className="note t-attention">{said.offline}</p> : <Skeleton what={said.loading} />)}
        {live.state === 'failed' && (
          <div className="centre" role="alert">
            <p>{said.failed}</p>
            <Button onClick={live.again}>{said.tryAgain}</Button>
          </div>
        )}
        {live.state === 'open' && <OpenMinutes key={live.document.doc.guid} {...live} {...props} />}
      </SurroundingsProvider>
    </article>
  )
}

function OpenMinutes({ document, again, ...props }: LiveMinutesProps & { document: OpenDocument; again: () => void }) {
  const status = useDocumentStatus(document)
  const { unknown, editing, version } = useUnknownContent(document.doc)
  // A person who could write a moment ago deserves another sentence than one who came to read.
  const [couldWrite, setCouldWrite] = useState(false)
  const writable = !document.readOnly
  if (writable && !couldWrite) setCouldWrite(true)
  const discard = async () => {
    await document.discardDraft()
    // The words let go of still stand in this copy of the text; a fresh one has only what was saved.
    if (status.because !== 'not-found') again()
  }
  return (
    <>
      {!writable && <ReadOnlyNote because={status.because} couldWrite={couldWrite} />}
      {document.draft && <DraftPanel text={document.draft.text} onDiscard={() => void discard()} />}
      <MinutesEditor
        key={version}
        document={document}
        unknown={unknown}
        onEditor={editing}
        editable={writable}
        {...props}
      />
    </>
  )
}
