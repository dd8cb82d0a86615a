import { Binary, BSONSymbol, Decimal128, Double, Long, ObjectId, Timestamp, UUID } from 'bson'
import { integer } from '../../bson/arithmetic.js'
import { entryOf, isDocument } from '../../bson/fields.js'
import { isNumber, parseDecimal, toDecimal, toNumber } from '../../bson/numbers.js'
import { typeNamed, typeOf, types } from '../../bson/order.js'
import { show } from '../../bson/show.js'
import { MongoError, mongoError } from '../../errors.js'
import { type Compiler, type Expression, isNullish, nullable, type Operators, unary } from './expression.js'

/** Questions about types, and conversions between them. */
export const conversions: Operators = {
  $type: unary((value) => typeOf(value).alias),
  $isNumber: unary(isNumber),
  $toString: nullable((value) => convert(value, 'string')),
  $toInt: nullable((value) => convert(value, 'int')),
  $toLong: nullable((value) => convert(value, 'long')),
  $toDouble: nullable((value) => convert(value, 'double')),
  $toDecimal: nullable((value) => convert(value, 'decimal')),
  $toBool: nullable((value) => convert(value, 'bool')),
  $toDate: nullable((value) => convert(value, 'date')),
  $toObjectId: nullable((value) => convert(value, 'objectId')),
  $toUUID: nullable((value) => {
    if (typeof value === 'string' && UUID.isValid(value)) return new UUID(value)
    throw failure(`Failed to parse UUID ${show(value)} in $convert with no onError value`)
  }),
  $convert: compileConvert,
}

/** The value as text, if its type can be written as text. */
export function textFrom(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (value instanceof BSONSymbol) return value.value
  if (typeof value === 'boolean') return String(value)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  if (value instanceof ObjectId) return value.toHexString()
  if (value instanceof Binary && value.sub_type === 4) return value.toUUID().toString()
  if (value instanceof Timestamp) return undefined
  if (value instanceof Decimal128 || value instanceof Long) return value.toString()
  const number = toNumber(value)
  return number === undefined ? undefined : String(number)
}

const failure = (message: string): MongoError => new MongoError(241, message)

function convert(value: unknown, to: string): unknown {
  if (typeOf(value).alias === to) return value
  const result = converters[to]?.(value)
  if (result !== undefined) return result
  if (!converters[to])
    throw failure(`Unsupported conversion from ${typeOf(value).alias} to ${to} in $convert with no onError value`)
  const from = typeOf(value).alias
  if (typeof value === 'string')
    throw failure(`Failed to parse ${noun(to)} '${value}' in $convert with no onError value`)
  throw failure(
    isNumber(value) && to !== 'objectId'
      ? `Conversion would overflow target type in $convert with no onError value: ${show(value)}`
      : `Unsupported conversion from ${from} to ${to} in $convert with no onError value`,
  )
}

const noun = (to: string): string => (to === 'objectId' ? 'objectId' : to === 'date' ? 'date' : 'number')

const converters: Record<string, (value: unknown) => unknown> = {
  string: textFrom,
  bool: (value) => (isNumber(value) ? toNumber(value) !== 0 : true),
  int: (value) => toInteger(value, 32),
  long: (value) => toInteger(value, 64),
  double: (value) => {
    const number = numberFrom(value)
    const text = typeof value === 'string' && number === undefined ? specialNumber(value) : undefined
    return number === undefined && text === undefined ? undefined : new Double(number ?? text ?? 0)
  },
  decimal: toDecimal128,
  date: toDate,
  objectId: (value) => (typeof value === 'string' && /^[0-9a-fA-F]{24}$/.test(value) ? new ObjectId(value) : undefined),
}

function numberFrom(value: unknown): number | undefined {
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Date) return value.getTime()
  if (typeof value === 'string') return parseDecimal(value) ? Number(value) : undefined
  return toNumber(value)
}

const specialNumber = (text: string): number | undefined => entryOf(specialNumbers, text.toLowerCase())

const specialNumbers = { nan: Number.NaN, infinity: Number.POSITIVE_INFINITY, '-infinity': Number.NEGATIVE_INFINITY }

function toInteger(value: unknown, bits: 32 | 64): unknown {
  if (value instanceof Date && (bits === 32 || Number.isNaN(value.getTime()))) return undefined
  const whole = wholeFrom(value)
  if (whole === undefined || BigInt.asIntN(bits, whole) !== whole) return undefined
  return integer(whole, bits === 64 ? 'long' : 'int')
}

function wholeFrom(value: unknown): bigint | undefined {
  if (typeof value === 'string') return /^[+-]?\d+$/.test(value) ? BigInt(value.replace('+', '')) : undefined
  if (typeof value === 'boolean') return BigInt(value)
  if (value instanceof Date) return BigInt(value.getTime())
  const decimal = isNumber(value) ? toDecimal(value) : undefined
  if (!decimal || decimal.exponent > 30) return undefined
  const { coefficient, exponent } = decimal
  return exponent >= 0 ? coefficient * 10n ** BigInt(exponent) : coefficient / 10n ** BigInt(-exponent)
}

function toDecimal128(value: unknown): Decimal128 | undefined {
  const number = numberFrom(value)
  if (typeOf(value) === types.double && number !== undefined) return Decimal128.fromString(String(number))
  const text = value instanceof Date || typeof value === 'boolean' ? String(number) : textFrom(value)
  return text !== undefined && number !== undefined ? Decimal128.fromString(text) : undefined
}

// Milliseconds either side of 1970 that a JavaScript date can hold.
const LAST_DATE = 8.64e15

function toDate(value: unknown): Date | undefined {
  if (value instanceof ObjectId) return value.getTimestamp()
  if (value instanceof Timestamp) return new Date(value.getHighBitsUnsigned() * 1000)
  if (typeof value === 'string') return parseDate(value)
  const number = isNumber(value) && typeOf(value) !== types.int ? toNumber(value) : undefined
  return number === undefined || !(Math.abs(number) <= LAST_DATE) ? undefined : new Date(Math.trunc(number))
}

/** Reads ISO 8601 text; without a zone it is UTC. */
export function parseDate(text: string): Date | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text)
  if (!match) return undefined
  const zone = (match[3] ?? 'Z').replace(/([+-]\d{2}):?(\d{2})/, '$1:$2')
  const date = new Date(`${match[1]}T${match[2] ?? '00:00'}${zone}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}

function compileConvert(argument: unknown, compiler: Compiler): Expression {
  if (!isDocument(argument))
    throw mongoError(9, `$convert expects an object of named arguments but found: ${typeOf(argument).alias}`)
  const part = (name: string): Expression | undefined =>
    Object.hasOwn(argument, name) ? compiler.compile(argument[name]) : undefined
  const [input, to, onError, onNull] = ['input', 'to', 'onError', 'onNull'].map(part)
  if (!input || !to) throw mongoError(9, `Missing '${input ? 'to' : 'input'}' parameter to $convert`)
  return (env) => {
    const value = input(env)
    if (isNullish(value)) return onNull ? onNull(env) : null
    const target = targetType(to(env))
    if (target === null) return null
    try {
      return convert(value, target)
    } catch (error) {
      if (onError && error instanceof MongoError && error.code === 241) return onError(env)
      throw error
    }
  }
}

function targetType(to: unknown): string | null {
  if (isNullish(to)) return null
  const name = isDocument(to) ? to.type : to
  const type = typeof name === 'string' ? typeNamed(name) : typeNamed(toNumber(name) ?? Number.NaN)
  if (type) return type.alias
  throw mongoError(2, `Unknown type name: ${show(to)}`)
}
