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
