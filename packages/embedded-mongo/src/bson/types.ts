import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  DBRef,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  UUID,
} from 'bson'

/** One BSON type: `bracket` is its place in MongoDB's total order; only values of one bracket are greater or smaller than each other. */
export interface BsonType {
  readonly alias: string
  readonly number: number
  readonly bracket: number
}

const type = (alias: string, number: number, bracket: number): BsonType => ({ alias, number, bracket })

/** Every BSON type this engine meets. Brackets start at 1: the byte 0 ends a list in index keys. */
export const types = {
  minKey: type('minKey', -1, 1),
  missing: type('missing', 0, 2),
  undefined: type('undefined', 6, 2),
  null: type('null', 10, 3),
  double: type('double', 1, 4),
  int: type('int', 16, 4),
  long: type('long', 18, 4),
  decimal: type('decimal', 19, 4),
  string: type('string', 2, 5),
  symbol: type('symbol', 14, 5),
  object: type('object', 3, 6),
  array: type('array', 4, 7),
  binData: type('binData', 5, 8),
  objectId: type('objectId', 7, 9),
  bool: type('bool', 8, 10),
  date: type('date', 9, 11),
  timestamp: type('timestamp', 17, 12),
  regex: type('regex', 11, 13),
  dbPointer: type('dbPointer', 12, 14),
  javascript: type('javascript', 13, 15),
  javascriptWithScope: type('javascriptWithScope', 15, 16),
  maxKey: type('maxKey', 127, 17),
} as const

/** The bracket that all four kinds of number share. */
export const NUMBERS = types.int.bracket

// By prototype and not by a `_bsontype` property: a stored document may hold a field of that name.
const byPrototype = new Map<unknown, BsonType>([
  [Object.prototype, types.object],
  [null, types.object],
  [Array.prototype, types.array],
  [Int32.prototype, types.int],
  [Double.prototype, types.double],
  [Long.prototype, types.long],
  [Decimal128.prototype, types.decimal],
  [ObjectId.prototype, types.objectId],
  [Date.prototype, types.date],
  [Binary.prototype, types.binData],
  [UUID.prototype, types.binData],
  [Buffer.prototype, types.binData],
  [Uint8Array.prototype, types.binData],
  [Timestamp.prototype, types.timestamp],
  [RegExp.prototype, types.regex],
  [BSONRegExp.prototype, types.regex],
  [BSONSymbol.prototype, types.symbol],
  [Code.prototype, types.javascript],
  [DBRef.prototype, types.object],
  [MinKey.prototype, types.minKey],
  [MaxKey.prototype, types.maxKey],
])

/** The BSON type a value has or would be stored with. `undefined` stands for a missing field. */
export function typeOf(value: unknown): BsonType {
  switch (typeof value) {
    case 'string':
      return types.string
    case 'number':
      return isInt32(value) ? types.int : types.double
    case 'boolean':
      return types.bool
    case 'bigint':
      return types.long
    case 'object':
      if (value === null) return types.null
      if (value instanceof Code && value.scope) return types.javascriptWithScope
      return byPrototype.get(Object.getPrototypeOf(value)) ?? types.object
    default:
      return types.missing
  }
}

/** Whether a JavaScript number is stored as a 32-bit integer (the driver's own rule; minus zero is a double). */
export const isInt32 = (value: number): boolean => (value | 0) === value && !Object.is(value, -0)

/** Type by the alias or number `$type` takes; `number` is a group and not in this table. */
export function typeNamed(name: string | number): BsonType | undefined {
  return Object.values(types).find((one) => one !== types.missing && (one.alias === name || one.number === name))
}
