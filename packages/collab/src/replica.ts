import * as Y from 'yjs'

/**
 * A document that changes only by what it is told. Yjs by itself tidies superfluous formatting whenever it hears of another's edit,
 * and those deletions are edits too: every reader would push them, and a server's copy would drift from its own log.
 */
export function aReplica(): Y.Doc {
  const doc = new Y.Doc()
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false
  })
  return doc
}
