import { legacyNarrative, type OpenDocument } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { type Editor, getSchema } from '@tiptap/core'
import { EditorContent } from '@tiptap/react'
import { useEffect, useId } from 'react'
import { liveExtensions } from '../../editor/live-extensions'
import { textSchema } from '../../editor/text-schema'
import { Toolbar } from '../../editor/toolbar'
import { findUnknown, knownTo, type UnknownContent } from '../../editor/unknown-content'
import { useLiveEditor } from '../../editor/use-live-editor'
import { useTextEvents } from '../../editor/use-text-events'
import { useUnknownContent } from '../../editor/use-unknown-content'
import { WhoWroteTool } from '../../editor/who-wrote-tool'
import { editorWords } from '../../editor/words'
import { useWords } from '../../platform/words'
import { legacyWords } from './words'

interface NarrativeEditorProps {
  document: OpenDocument
  editable: boolean
  documentId: DocumentId
  /** For people who listen. */
  name: string
  /** Whether somebody waits for it: answers once. */
  isAsked: () => boolean
}

const known = knownTo(getSchema(textSchema()))
const unknownIn = (doc: OpenDocument['doc']) => findUnknown(legacyNarrative(doc), known)
const nothingMore = {}

/** The editor of a narrative. Whoever asked for it goes on at the end of the text. */
export function NarrativeEditor(props: NarrativeEditorProps) {
  const { unknown, editing, version } = useUnknownContent(props.document.doc, unknownIn)
  return <WrittenText key={version} {...props} unknown={unknown} onEditor={editing} />
}

interface WrittenTextProps extends NarrativeEditorProps {
  unknown: UnknownContent
  onEditor: (editor: Editor | null) => void
}

function WrittenText({ document, documentId, editable, name, isAsked, unknown, onEditor }: WrittenTextProps) {
  const { placeholder } = useWords(legacyWords).narrative
  const { keys } = useWords(editorWords)
  const keysId = useId()
  const events = useTextEvents(placeholder, nothingMore)
  const text = legacyNarrative(document.doc)
  const extensions = () => [...textSchema(), ...liveExtensions(text, document, unknown, events)]
  const editor = useLiveEditor({ document, extensions, name, keysId, editable, onEditor })
  useEffect(() => {
    if (isAsked()) editor.commands.focus('end')
  }, [editor, isAsked])
  return (
    <>
      {editable && (
        <Toolbar editor={editor}>
          <WhoWroteTool editor={editor} document={document} documentId={documentId} />
        </Toolbar>
      )}
      <p className="hidden" id={keysId}>
        {keys}
      </p>
      <EditorContent editor={editor} className="read-frame" />
    </>
  )
}
