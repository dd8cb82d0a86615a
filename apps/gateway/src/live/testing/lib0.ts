/** The encoder Yjs writes with, for updates that Yjs itself would never write. */
export * as encoding from 'lib0/encoding'
