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

/** Whether a value is an embedded document, not a BSON value that happens to be an object. */
export function isDocument(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !('_bsontype' in value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp) &&
    !ArrayBuffer.isView(value)
  )
}

/** A BSON or JavaScript number as a plain number; undefined for anything else. */
export function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value !== 'object' || value === null || !('_bsontype' in value)) return undefined
  switch (value._bsontype) {
    case 'Int32':
    case 'Double':
    case 'Long':
    case 'Decimal128':
      return Number(value.toString())
    default:
      return undefined
  }
}
