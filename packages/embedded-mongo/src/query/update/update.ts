import type { Document } from 'bson'
import type { FilterOptions } from '../match.js'

/** How an update is to be read. */
export interface UpdateOptions extends FilterOptions {
  arrayFilters?: Document[] | undefined
}

/** The circumstances of one application: whether the document is about to be inserted, and the filter that found it. */
export interface UpdateContext {
  insert: boolean
  filter: Document
  now?: Date
}

/** From a document to the next; the same object means that nothing changed. */
export type Update = (doc: Document, context: UpdateContext) => Document
