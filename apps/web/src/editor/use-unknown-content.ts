import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Doc } from 'yjs'
import type { UnknownContent } from './unknown-content'

/**
 * What an open document holds beyond this version. When somebody with a newer page brings something unknown, the editor is
 * taken away before it sees it, for it would delete it, and comes back with a place for it. `unknownIn` knows the kind of document.
 */
export function useUnknownContent(doc: Doc, unknownIn: (doc: Doc) => UnknownContent) {
  const [unknown, setUnknown] = useState(() => unknownIn(doc))
  const seen = useRef(JSON.stringify(unknown))
  const editor = useRef<Editor | null>(null)
  useEffect(() => {
    const look = ({ local }: { local: boolean }) => {
      if (local) return
      const found = unknownIn(doc)
      const now = JSON.stringify(found)
      if (now === seen.current) return
      seen.current = now
      editor.current?.destroy()
      setUnknown(found)
    }
    // Before the observers: the editor's binding is one of them.
    doc.on('beforeObserverCalls', look)
    return () => doc.off('beforeObserverCalls', look)
  }, [doc, unknownIn])
  const editing = useCallback((now: Editor | null) => {
    editor.current = now
  }, [])
  return { unknown, editing, version: JSON.stringify(unknown) }
}
