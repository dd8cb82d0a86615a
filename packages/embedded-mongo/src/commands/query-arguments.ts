import type { Document } from 'bson'
import type { Arguments } from '../arguments.js'
import { compileCollation } from '../collation.js'
import type { Query } from '../search.js'
import { readVariables } from './variables.js'

/** The part that `find`, `count`, `distinct` and others share. */
export function readQuery(args: Arguments, filterField: string): Query {
  const limit = args.integer('limit') ?? 0
  const strings = compileCollation(args.embedded('collation'))
  return {
    filter: args.embedded(filterField) ?? {},
    sort: args.embedded('sort') ?? {},
    skip: args.count('skip') ?? 0,
    limit: Math.abs(limit),
    hint: readHint(args),
    strings,
    vars: readVariables(args, strings),
  }
}

/** An index by name or by key; an empty one is none. */
export function readHint(args: Arguments): string | Document | undefined {
  const hint: unknown = args.document.hint
  if (typeof hint === 'string') return hint
  const key = args.embedded('hint')
  return key && Object.keys(key).length > 0 ? key : undefined
}
