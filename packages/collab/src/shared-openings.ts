import type { DocumentId } from '@camau/protocol'
import type { Channel } from './channel.js'
import type { OpenDocument, SharedDocument } from './open-document.js'

interface Opening {
  document: SharedDocument
  users: number
  /** What has taken its place, and is held open for as long as this one is shown. */
  next?: OpenDocument
}

const openOver = new WeakMap<Channel, Map<DocumentId, Opening>>()

/**
 * One opening of a document for each line, however many parts of a page want it: to the server a line is in a document or it is not,
 * so whoever closed a second opening would close the first one, too, and its page would hear nothing more.
 * `open` is given what tells the server that nobody is there any more.
 */
export function shareOpening(
  channel: Channel,
  id: DocumentId,
  open: (leave: () => void) => SharedDocument,
): OpenDocument {
  const openings = openOver.get(channel) ?? new Map<DocumentId, Opening>()
  openOver.set(channel, openings)
  const leave = (): void => {
    if (!openings.has(id)) channel.send('document:close', { documentId: id })
  }
  const known = openings.get(id)
  if (known?.document.isOver) {
    openings.delete(id)
    known.next = shareOpening(channel, id, open)
    // Woken by a new line or a new right it would take the place of the one that comes after it.
    known.document.retire(known.next)
  }
  const opening = openings.get(id) ?? { document: open(leave), users: 0 }
  openings.set(id, opening)
  opening.users += 1
  let closed = false
  return {
    ...opening.document,
    get readOnly() {
      return opening.document.readOnly
    },
    get draft() {
      return opening.document.draft
    },
    get isOver() {
      return opening.document.isOver
    },
    close() {
      if (closed) return
      closed = true
      opening.users -= 1
      if (opening.users > 0) return
      if (openings.get(id) === opening) openings.delete(id)
      opening.document.close()
      opening.next?.close()
    },
  }
}
