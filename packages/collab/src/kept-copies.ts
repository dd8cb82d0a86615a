/** A document as the server gave it to this device: what is read, and written on, without a line. */
export interface Copy {
  epoch: number
  /** Nobody may write it, or not this person. */
  readOnly: boolean
  /** Applied in this order they are the document. Nothing in them waits to be sent. */
  updates: readonly Uint8Array[]
}

/** Where copies of one person's documents are kept for the time without a line. */
export interface KeptCopies {
  find(documentId: string): Promise<Copy | null>
  put(documentId: string, copy: Copy): Promise<void>
  forget(documentId: string): Promise<void>
}
