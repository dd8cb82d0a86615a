import { minutesText, type OpenDocument } from '@camau/collab'
import { limits } from '@camau/domain'
import type { Editor } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useRef, useState } from 'react'
import { announce } from '../../platform/announce'
import { useWords } from '../../platform/words'
import { fadeCarets } from './carets'
import { type EditorEvents, editorExtensions } from './editor-extensions'
import { goToItem } from './go-to-item'
import { setCurrentItem } from './past-sections'
import { RaiseDialog } from './raise-dialog'
import { insertBelowLine, lineText } from './raise-from-line'
import { useRaiseAction } from './raised-here'
import type { LiveMinutesProps } from './slot'
import { Toolbar } from './toolbar'
import type { UnknownContent } from './unknown-content'
import { useWriters } from './use-writers'
import { words } from './words'

interface MinutesEditorProps extends LiveMinutesProps {
  document: OpenDocument
  unknown: UnknownContent
  editable: boolean
  onEditor: (editor: Editor | null) => void
}

/** The editor over a live document. It is made once; another language, another right or another step only changes its settings. */
export function MinutesEditor(props: MinutesEditorProps) {
  const { document, unknown, editable, meeting, goTo, onWriters, onEditor, recordDecision } = props
  const said = useWords(words)
  const keysId = useId()
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
  const events: EditorEvents = {
    placeholder: said.placeholder,
    unknown: said.unknown,
    onRaise,
    onLeaving: () => announce(said.left),
    onFormat: (format, on) => announce(on ? said.on(said[format]) : said.off(said[format])),
  }
  const latest = useRef(events)
  latest.current = events

  const name = said.name(meeting.name.body, meeting.name.day)
  const [extensions] = useState(() => editorExtensions(document, unknown, () => latest.current))
  const editor = useEditor(
    {
      extensions,
      editable,
      shouldRerenderOnTransaction: false,
      editorProps: { attributes: attributesOf(name, keysId, editable) },
    },
    [extensions],
  )
  editorRef.current = editor

  useEffect(() => {
    onEditor(editor)
    return () => onEditor(null)
  }, [editor, onEditor])
  useEffect(() => fadeCarets(document.awareness, editor.view.dom), [document, editor])
  useEffect(() => {
    editor.setOptions({ editable, editorProps: { attributes: attributesOf(name, keysId, editable) } })
  }, [editor, editable, name, keysId])
  useEffect(() => {
    if (!editor.isDestroyed) editor.view.dispatch(setCurrentItem(editor.state, meeting.currentItemId))
  }, [editor, meeting.currentItemId])
  const { agenda } = meeting
  const visited = useRef(goTo?.asked ?? 0)
  useEffect(() => {
    if (!goTo || goTo.asked === visited.current) return
    visited.current = goTo.asked
    goToItem(editor, goTo.itemId, agenda)
  }, [editor, goTo, agenda])
  useWriters(document, minutesText(document.doc), onWriters)

  return (
    <>
      {editable && <Toolbar editor={editor} onRaise={onRaise} onDecide={() => void onDecide()} />}
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

function attributesOf(name: string, keysId: string, editable: boolean): Record<string, string> {
  return {
    class: 'read',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': name,
    ...(editable ? { 'aria-describedby': keysId } : { 'aria-readonly': 'true', tabindex: '0' }),
  }
}
