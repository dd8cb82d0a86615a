import { minutesText, type OpenDocument } from '@camau/collab'
import { limits } from '@camau/domain'
import type { Editor } from '@tiptap/core'
import { EditorContent } from '@tiptap/react'
import { useEffect, useId, useRef, useState } from 'react'
import { Tool, Toolbar } from '../../editor/toolbar'
import type { UnknownContent } from '../../editor/unknown-content'
import { useLiveEditor } from '../../editor/use-live-editor'
import { useTextEvents } from '../../editor/use-text-events'
import { WhoWroteTool } from '../../editor/who-wrote-tool'
import { announce } from '../../platform/announce'
import { commandKey } from '../../platform/command-key'
import { type PageKeys, usePageKeys } from '../../platform/page-keys'
import { useWords } from '../../platform/words'
import { Icon } from '../../ui/icon'
import { editorExtensions } from './editor-extensions'
import { goToItem } from './go-to-item'
import { setCurrentItem } from './past-sections'
import { RaiseDialog } from './raise-dialog'
import { insertBelowLine, lineText } from './raise-from-line'
import { useRaiseAction } from './raised-here'
import type { LiveMinutesProps } from './slot'
import { useWriters } from './use-writers'
import { words } from './words'

const both = (name: 'title' | 'raise' | 'leave' | 'open' | 'bold' | 'italic') => ({
  en: words.en.keyNames[name],
  cy: words.cy.keyNames[name],
})
const minutesKeys: PageKeys = {
  of: both('title'),
  keys: [
    { key: `${commandKey} Enter`, does: both('raise') },
    { key: 'Esc, Tab', does: both('leave') },
    { key: 'Enter', does: both('open') },
    { key: `${commandKey} B`, does: both('bold') },
    { key: `${commandKey} I`, does: both('italic') },
  ],
}

interface MinutesEditorProps extends LiveMinutesProps {
  document: OpenDocument
  unknown: UnknownContent
  editable: boolean
  onEditor: (editor: Editor | null) => void
}

/** The text of the minutes, with the actions and decisions that come of it. */
export function MinutesEditor(props: MinutesEditorProps) {
  const { document, unknown, editable, meeting, goTo, onWriters, onEditor, recordDecision } = props
  const said = useWords(words)
  const keysId = useId()
  usePageKeys(minutesKeys)
  const raise = useRaiseAction({ meetingId: meeting.id, bodyId: meeting.body.id })
  const [asking, setAsking] = useState<string | null>(null)
  const editorRef = useRef<Editor | null>(null)

  const put = (name: 'actionRef' | 'decisionRef', id: string) => {
    const current = editorRef.current
    const node = current?.schema.nodes[name]?.create({ id })
    const paragraph = current?.schema.nodes.paragraph
    if (current && node && paragraph) current.view.dispatch(insertBelowLine(current.state, node, paragraph))
    current?.view.focus()
  }
  const raiseNow = (title: string) => {
    put('actionRef', raise(title))
    announce(said.raised(title))
  }
  const onRaise = () => {
    const line = editorRef.current ? lineText(editorRef.current.state) : ''
    if (!editable) return
    if (line && line.length <= limits.title) raiseNow(line)
    else setAsking(line)
  }
  const onDecide = async () => {
    const line = editorRef.current ? lineText(editorRef.current.state) : ''
    const id = await recordDecision(line)
    if (id) put('decisionRef', id)
    else editorRef.current?.view.focus()
  }

  const events = useTextEvents(said.placeholder, { onRaise })
  const editor = useLiveEditor({
    document,
    extensions: () => editorExtensions(document, unknown, events),
    name: said.name(meeting.name.body, meeting.name.day),
    keysId,
    editable,
    onEditor,
  })
  editorRef.current = editor

  useEffect(() => {
    if (!editor.isDestroyed) editor.view.dispatch(setCurrentItem(editor.state, meeting.currentItemId))
  }, [editor, meeting.currentItemId])
  const { agenda } = meeting
  const visited = useRef(goTo?.asked ?? 0)
  useEffect(() => {
    if (!goTo || goTo.asked === visited.current) return
    visited.current = goTo.asked
    if (goTo.itemId === null) editor.view.focus()
    else goToItem(editor, goTo.itemId, agenda)
  }, [editor, goTo, agenda])
  useWriters(document, minutesText(document.doc), onWriters)

  return (
    <>
      {editable && (
        <Toolbar editor={editor}>
          <Tool name={said.raiseAction} onPress={onRaise} bordered>
            <Icon name="plus" />
            {said.addAction} <kbd>Ctrl ⏎</kbd>
          </Tool>
          <Tool name={said.recordDecision} onPress={() => void onDecide()} bordered>
            <Icon name="plus" />
            {said.addDecision}
          </Tool>
          <WhoWroteTool editor={editor} document={document} documentId={`minutes:${meeting.id}`} />
        </Toolbar>
      )}
      <p className="hidden" id={keysId}>
        {said.keys}
      </p>
      <EditorContent editor={editor} className="read-frame" />
      {asking !== null && (
        <RaiseDialog
          text={asking}
          onClose={() => setAsking(null)}
          onRaise={(title) => {
            setAsking(null)
            raiseNow(title)
          }}
        />
      )}
    </>
  )
}
