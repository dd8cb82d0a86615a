import { aReplica } from '@camau/collab'
import * as Y from 'yjs'
import { serverClient } from './admission.js'

/** What a document holds before anybody writes in it, as an update of the server's own. */
export function firstContent(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = aReplica()
  doc.clientID = serverClient
  doc.transact(() => write(doc))
  return Y.encodeStateAsUpdate(doc)
}

/** A change of the server's own; null where it changes nothing. Leaves the document changed. */
export function serverEdit(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array | null {
  let made: Uint8Array | null = null
  const keep = (update: Uint8Array) => {
    made = update
  }
  doc.clientID = serverClient
  doc.once('update', keep)
  doc.transact(() => change(doc))
  doc.off('update', keep)
  return made
}
