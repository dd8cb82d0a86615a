import type { OpenDocument } from '@camau/collab'
import type { AnyExtension, Editor } from '@tiptap/core'
import { useEditor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { fadeCarets } from './carets'

interface LiveEditorOptions {
  document: OpenDocument
  /** Asked once: another language, another right or another step only changes the editor's settings. */
  extensions: () => AnyExtension[]
  /** For people who listen: what text this is, and the id of the sentence about its keys. */
  name: string
  keysId: string
  editable: boolean
  onEditor: (editor: Editor | null) => void
}

/** The editor over a live document, made once. */
export function useLiveEditor({ document, extensions, name, keysId, editable, onEditor }: LiveEditorOptions): Editor {
  const [made] = useState(extensions)
  const editor = useEditor(
    {
      extensions: made,
      editable,
      shouldRerenderOnTransaction: false,
      editorProps: { attributes: attributesOf(name, keysId, editable) },
    },
    [made],
  )
  useEffect(() => {
    onEditor(editor)
    return () => onEditor(null)
  }, [editor, onEditor])
  useEffect(() => fadeCarets(document.awareness, editor.view.dom), [document, editor])
  useEffect(() => {
    editor.setOptions({ editable, editorProps: { attributes: attributesOf(name, keysId, editable) } })
  }, [editor, editable, name, keysId])
  return editor
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
