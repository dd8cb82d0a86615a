import type { OpenDocument } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import type { Editor } from '@tiptap/core'

/** A live text whose authors somebody asks for. */
export interface WhoWroteProps {
  editor: Editor
  document: OpenDocument
  documentId: DocumentId
}
