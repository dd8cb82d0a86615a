import { itemNotes, type OpenDocument } from '@camau/collab'
import { type Editor, getSchema } from '@tiptap/core'
import { EditorContent } from '@tiptap/react'
import { useId } from 'react'
import { liveExtensions } from '../../editor/live-extensions'
import { OpenText } from '../../editor/open-text'
import { textSchema } from '../../editor/text-schema'
import { Toolbar } from '../../editor/toolbar'
import { findUnknown, knownTo, type UnknownContent } from '../../editor/unknown-content'
import { useLiveDocument } from '../../editor/use-live-document'
import { useLiveEditor } from '../../editor/use-live-editor'
import { useTextEvents } from '../../editor/use-text-events'
import { useUnknownContent } from '../../editor/use-unknown-content'
import { WhileOpening } from '../../editor/while-opening'
import { editorWords } from '../../editor/words'
import { useWords } from '../../platform/words'
import { restrictedWords } from './words'

const known = knownTo(getSchema(textSchema()))
const unknownIn = (doc: OpenDocument['doc']) => findUnknown(itemNotes(doc), known)
const nothingMore = {}

/** The notes of a restricted item, written live by those it names: a text of its own, beside the minutes. */
export function ItemNotes({ id, title }: { id: string; title: string }) {
  const words = useWords(restrictedWords)
  const live = useLiveDocument(`item:${id}`)
  if (live.state !== 'open') return <WhileOpening live={live} said={words} rows={3} />
  return (
    <OpenText
      key={live.document.doc.guid}
      document={live.document}
      again={live.again}
      lost={live.lost}
      reason={() => words.readOnly}
    >
      {(editable) => <Notes document={live.document} editable={editable} name={words.notesOf(title)} />}
    </OpenText>
  )
}

interface NotesProps {
  document: OpenDocument
  editable: boolean
  name: string
}

function Notes(props: NotesProps) {
  const { unknown, editing, version } = useUnknownContent(props.document.doc, unknownIn)
  return <WrittenNotes key={version} {...props} unknown={unknown} onEditor={editing} />
}

interface WrittenNotesProps extends NotesProps {
  unknown: UnknownContent
  onEditor: (editor: Editor | null) => void
}

function WrittenNotes({ document, editable, name, unknown, onEditor }: WrittenNotesProps) {
  const { placeholder } = useWords(restrictedWords)
  const { keys } = useWords(editorWords)
  const keysId = useId()
  const events = useTextEvents(placeholder, nothingMore)
  const extensions = () => [...textSchema(), ...liveExtensions(itemNotes(document.doc), document, unknown, events)]
  const editor = useLiveEditor({ document, extensions, name, keysId, editable, onEditor })
  return (
    <>
      {editable && <Toolbar editor={editor} />}
      <p className="hidden" id={keysId}>
        {keys}
      </p>
      <EditorContent editor={editor} className="read-frame" />
    </>
  )
}
