import * as encoding from 'lib0/encoding'
import { digest } from 'lib0/hash/sha256'
import * as Y from 'yjs'

/**
 * SHA-256 of what a document has deleted, hex. Two replicas with one state vector may still differ in deletes,
 * so whoever compares replicas compares this too. Sorted: Yjs keeps clients in order of arrival.
 */
export function deleteSetHash(doc: Y.Doc): string {
  const { clients } = Y.createDeleteSetFromStructStore(doc.store)
  const encoder = encoding.createEncoder()
  for (const [client, ranges] of [...clients].sort(([a], [b]) => a - b)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
  return hex(digest(encoding.toUint8Array(encoder)))
}

/** Whether two replicas hold the same: same edits known, same deleted. */
export function sameState(one: Y.Doc, other: Y.Doc): boolean {
  return hex(stateOf(one)) === hex(stateOf(other)) && deleteSetHash(one) === deleteSetHash(other)
}

function stateOf(doc: Y.Doc): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const [client, clock] of [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
  }
  return encoding.toUint8Array(encoder)
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
