/** What a kind of live document may hold. The server refuses an update that brings anything else, before the live document is touched. */
export interface DocumentSchema {
  /** Root name → its type. */
  roots: Readonly<Record<string, 'text' | 'xml'>>
  /** Element name → the attributes it may carry, each with the type of its value. */
  nodes: Readonly<Record<string, Readonly<Record<string, 'string' | 'number' | 'boolean'>>>>
  /** Formatting of text: mark name → whether it carries a value. */
  marks: readonly string[]
}
