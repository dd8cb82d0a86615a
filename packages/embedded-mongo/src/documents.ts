import { type Document, deserialize, serialize } from 'bson'

/**
 * Numbers keep their BSON type (Int32, Double, Long): a value that is only passed through must not change its type.
 */
export function decodeDocument(bytes: Uint8Array): Document {
  return deserialize(bytes, { promoteValues: false, promoteBuffers: false, bsonRegExp: true })
}

export function encodeDocument(document: Document): Uint8Array {
  return serialize(document, { ignoreUndefined: false })
}
