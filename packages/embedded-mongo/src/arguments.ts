import type { Document } from 'bson'
import { isDocument } from './bson/fields.js'
import { toNumber } from './bson/numbers.js'
import { typeOf } from './bson/types.js'
import { badValue, commandNotSupported, failedToParse, invalidNamespace, MongoError, unknownField } from './errors.js'

/** MongoDB allows 255 bytes for database and collection together. */
const longestName = 190

/** A command's arguments, each checked as it is read. */
export class Arguments {
  readonly command: string
  readonly document: Document

  /** `command` is what the arguments are called in errors: `find`, or `update.updates` for a part of one. */
  constructor(command: string, document: Document) {
    this.command = command
    this.document = document
  }

  has(field: string): boolean {
    return this.document[field] !== undefined && this.document[field] !== null
  }

  /** Refuses what nobody would read: an option that is ignored silently is a mistake nobody finds. */
  refuseUnknown(known: ReadonlySet<string>): void {
    for (const field of Object.keys(this.document)) if (!known.has(field)) throw unknownField(this.command, field)
  }

  /** Refuses features that are left out, unless they are switched off. */
  refuseLeftOut(fields: readonly string[]): void {
    for (const field of fields)
      if (this.has(field) && this.document[field] !== false)
        throw commandNotSupported(`The option '${field}' of ${this.command}`)
  }

  embedded(field: string): Document | undefined {
    return this.#read(field, 'object', isDocument)
  }

  requiredEmbedded(field: string): Document {
    return this.embedded(field) ?? this.#missing(field)
  }

  list(field: string): unknown[] | undefined {
    return this.#read(field, 'array', (value): value is unknown[] => Array.isArray(value))
  }

  requiredList(field: string): unknown[] {
    return this.list(field) ?? this.#missing(field)
  }

  embeddedList(field: string): Document[] {
    return this.requiredList(field).map((value, at) => {
      if (isDocument(value)) return value
      throw this.#wrongType(`${field}.${at}`, value, 'object')
    })
  }

  text(field: string): string | undefined {
    return this.#read(field, 'string', (value): value is string => typeof value === 'string')
  }

  requiredText(field: string): string {
    return this.text(field) ?? this.#missing(field)
  }

  /** A truth value; MongoDB takes numbers for it too. */
  flag(field: string): boolean {
    const value: unknown = this.document[field]
    if (value === undefined || value === null || typeof value === 'boolean') return value === true
    const number = toNumber(value)
    if (number === undefined) throw this.#wrongType(field, value, 'bool')
    return number !== 0
  }

  /** A whole number that is not negative. */
  count(field: string): number | undefined {
    const value = this.integer(field)
    if (value !== undefined && value < 0)
      throw new MongoError(51024, `BSON field '${field}' value must be >= 0, actual value '${value}'`)
    return value
  }

  integer(field: string): number | undefined {
    if (!this.has(field)) return undefined
    const value = toNumber(this.document[field])
    if (value === undefined) throw this.#wrongType(field, this.document[field], 'long')
    if (!Number.isInteger(value)) throw failedToParse(`Expected an integer: ${field}: ${value}`)
    return value
  }

  /** The collection a command is about, under its own name: `{find: 'actions'}`. */
  collectionName(field = this.command): string {
    const name: unknown = this.document[field]
    if (typeof name !== 'string') throw badValue(`collection name has invalid type ${typeOf(name).alias}`)
    if (name === '' || name.startsWith('.') || name.endsWith('.') || name.includes('$') || name.includes('\0'))
      throw invalidNamespace(`Invalid collection name: ${name}`)
    if (Buffer.byteLength(name) > longestName) throw invalidNamespace(`Fully qualified namespace is too long: ${name}`)
    return name
  }

  #read<T>(field: string, type: string, is: (value: unknown) => value is T): T | undefined {
    if (!this.has(field)) return undefined
    const value: unknown = this.document[field]
    if (is(value)) return value
    throw this.#wrongType(field, value, type)
  }

  #wrongType(field: string, value: unknown, expected: string): MongoError {
    const { alias } = typeOf(value)
    return new MongoError(
      14,
      `BSON field '${this.command}.${field}' is the wrong type '${alias}', expected type '${expected}'`,
    )
  }

  #missing(field: string): never {
    throw new MongoError(40414, `BSON field '${this.command}.${field}' is missing but a required field`)
  }
}
