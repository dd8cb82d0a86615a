import type { OpenDocument } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import type { Editor } from '@tiptap/core'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../platform/words'
import { Tool } from './toolbar'
import { editorWords } from './words'

const WhoWrote = lazy(async () => ({ default: (await import('./who-wrote')).WhoWrote }))

export interface WhoWroteProps {
  editor: Editor
  document: OpenDocument
  documentId: DocumentId
}

/** Shows who wrote each paragraph, for as long as somebody wants to know; what finds that out is fetched then. */
export function WhoWroteTool(props: WhoWroteProps) {
  const said = useWords(editorWords)
  const [on, setOn] = useState(false)
  return (
    <>
      <Tool name={said.whoWrote} pressed={on} wide onPress={() => setOn(!on)}>
        {said.whoWrote}
      </Tool>
      {on && (
        <Suspense fallback={null}>
          <WhoWrote {...props} />
        </Suspense>
      )}
    </>
  )
}
