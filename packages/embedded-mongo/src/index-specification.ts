import { type Document, Int32 } from 'bson'
import { Arguments } from './arguments.js'
import { toNumber } from './bson/numbers.js'
import { equalValues } from './bson/order.js'
import { compileCollation } from './collation.js'
import { badValue, commandNotSupported, MongoError } from './errors.js'
import type { Index } from './index-definition.js'
import { sameKey } from './planner/plan.js'
import { compileFilter } from './query/match.js'

const known = new Set([
  ...['v', 'key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds', 'background', 'ns'],
  ...['hidden', 'collation', 'storageEngine', 'prepareUnique'],
])

/** Checks what `createIndexes` was given and returns it as it is kept and listed. */
export function checkSpecification(document: Document): Document {
  const args = new Arguments('createIndexes.indexes', document)
  const key = args.requiredEmbedded('key')
  checkKey(key)
  refuseUnsupported(args)
  const unknown = Object.keys(document).find((field) => !known.has(field))
  if (unknown !== undefined)
    throw new MongoError(
      197,
      `The field '${unknown}' is not valid for an index specification. Specification: ${args.text('name')}`,
    )
  const partial = args.embedded('partialFilterExpression')
  if (partial) compileFilter(partial)
  if (partial && args.flag('sparse'))
    throw new MongoError(67, 'cannot mix "partialFilterExpression" and "sparse" options')
  const seconds = expiry(args, key)
  return {
    v: new Int32(2),
    key,
    name: args.requiredText('name'),
    ...(args.flag('unique') && { unique: true }),
    ...(args.flag('sparse') && { sparse: true }),
    ...(partial && { partialFilterExpression: partial }),
    ...(seconds !== undefined && { expireAfterSeconds: new Int32(seconds) }),
  }
}

/** An equal index that is there already. Throws when there is one that contradicts it. */
export function existingIndex(indexes: readonly Index[], specification: Document): Index | undefined {
  const byName = indexes.find(({ name }) => name === specification.name)
  const byKey = indexes.find((index) => sameKey(index.specification.key, specification.key))
  if (byKey?.name === '_id_') return byKey
  if (byName && byName !== byKey)
    throw new MongoError(
      86,
      `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${specification.name}`,
    )
  if (
    byKey &&
    (byKey.name !== specification.name ||
      !equalValues(withoutVersion(byKey.specification), withoutVersion(specification)))
  )
    throw new MongoError(
      byKey.name === specification.name ? 86 : 85,
      `Index already exists with a different name or options: ${byKey.name}`,
    )
  return byKey
}

function withoutVersion({ v, ...rest }: Document): Document {
  return rest
}

function checkKey(key: Document): void {
  const entries = Object.entries(key)
  if (entries.length === 0) throw new MongoError(67, 'Index keys cannot be an empty object')
  if (entries.length > 32) throw new MongoError(67, 'An index can have at most 32 fields')
  for (const [path, direction] of entries) checkKeyPart(path, direction)
}

function checkKeyPart(path: string, direction: unknown): void {
  if (path.includes('$**')) throw commandNotSupported('A wildcard index')
  if (path === '' || path.startsWith('$') || path.startsWith('.') || path.endsWith('.'))
    throw new MongoError(67, `Index key contains an illegal field name: '${path}'`)
  if (typeof direction === 'string') throw commandNotSupported(`An index of kind '${direction}'`)
  if (!toNumber(direction))
    throw new MongoError(
      67,
      `Values in v:2 index key pattern cannot be of this type. Only numbers > 0, numbers < 0, and strings are allowed.`,
    )
}

function refuseUnsupported(args: Arguments): void {
  if (compileCollation(args.embedded('collation'))) throw commandNotSupported('An index with a collation')
  if (args.flag('hidden')) throw commandNotSupported('A hidden index')
  if (args.flag('prepareUnique')) throw commandNotSupported('The index option prepareUnique')
  if (args.has('storageEngine')) throw commandNotSupported('The index option storageEngine')
}

function expiry(args: Arguments, key: Document): number | undefined {
  const seconds = args.integer('expireAfterSeconds')
  if (seconds === undefined) return undefined
  if (Object.keys(key).length > 1 || '_id' in key)
    throw new MongoError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL')
  if (seconds < 0 || seconds > 0x7fffffff)
    throw badValue('TTL index expireAfterSeconds must be between 0 and 2147483647')
  return seconds
}
