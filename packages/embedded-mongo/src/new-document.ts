import { type Document, ObjectId } from 'bson'
import { badValue, MongoError } from './errors.js'

/** With its `_id` first, as MongoDB stores it, and a new one when it has none. */
export function withId(document: Document): Document {
  const id: unknown = document._id
  if (id === undefined) return { _id: new ObjectId(), ...document }
  if (Array.isArray(id)) throw new MongoError(53, "The '_id' value cannot be of type array")
  refusePattern(id)
  return Object.keys(document)[0] === '_id' ? document : { _id: id, ...document }
}

function refusePattern(id: unknown): void {
  const type: unknown = typeof id === 'object' && id !== null && Reflect.get(id, '_bsontype')
  if (type === 'BSONRegExp') throw badValue("The '_id' value cannot be of type regex")
}
