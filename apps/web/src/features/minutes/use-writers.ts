import type { OpenDocument } from '@camau/collab'
import { useEffect } from 'react'
import type { XmlFragment } from 'yjs'
import { othersIn } from '../../editor/carets'
import { itemAt } from './sections'
import type { LiveMinutesProps } from './slot'

/** Tells the page who else has a caret in the text and under which item, whenever that changes. */
export function useWriters(
  { doc, awareness }: OpenDocument,
  text: XmlFragment,
  onWriters: LiveMinutesProps['onWriters'],
): void {
  useEffect(() => {
    let told = '[]'
    const tell = () => {
      const writers = othersIn(awareness).map(({ user, cursor }) => ({
        personId: String(user?.personId),
        itemId: itemAt(doc, text, cursor.head),
      }))
      const now = JSON.stringify(writers)
      if (now === told) return
      told = now
      onWriters(writers)
    }
    awareness.on('change', tell)
    tell()
    return () => awareness.off('change', tell)
  }, [doc, awareness, text, onWriters])
}
