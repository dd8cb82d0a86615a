import type { Document } from 'bson'
import { isDocument, splitPath } from '../../bson/fields.js'
import { show } from '../../bson/show.js'
import { badValue, failedToParse, MongoError } from '../../errors.js'
import { compileFilter, type FilterOptions } from '../match.js'

/** Which elements `$[identifier]` means. */
export type ArrayFilters = Map<string, (element: unknown) => boolean>

/** Compiles `arrayFilters`; each is about one identifier, the first part of all its paths. */
export function compileArrayFilters(filters: Document[], options: FilterOptions): ArrayFilters {
  const compiled: ArrayFilters = new Map()
  for (const filter of filters) {
    const identifier = identifierOf(filter)
    if (compiled.has(identifier)) {
      throw failedToParse(`Found multiple array filters with the same top-level field name ${identifier}`)
    }
    const matches = compileFilter(filter, options)
    compiled.set(identifier, (element) => matches({ [identifier]: element }))
  }
  return compiled
}

/** Throws when a path names an identifier nobody defined, or when a definition is not used. */
export function checkUse(filters: ArrayFilters, paths: string[], update: Document): void {
  const used = new Set<string>()
  for (const path of paths) {
    for (const identifier of identifiersIn(path)) {
      if (!filters.has(identifier)) {
        throw badValue(`No array filter found for identifier '${identifier}' in path '${path}'`)
      }
      used.add(identifier)
    }
  }
  for (const identifier of filters.keys()) {
    if (!used.has(identifier)) {
      throw failedToParse(`The array filter for identifier '${identifier}' was not used in the update ${show(update)}`)
    }
  }
}

const identifiersIn = (path: string): string[] =>
  splitPath(path).flatMap((part) => /^\$\[(.+)\]$/.exec(part)?.[1] ?? [])

function identifierOf(filter: Document): string {
  const names = [...new Set(topLevelNames(filter))]
  const [first, second] = names
  if (first === undefined)
    throw failedToParse('Cannot use an expression without a top-level field name in arrayFilters')
  if (second !== undefined) {
    throw failedToParse(
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${first}' and '${second}'`,
    )
  }
  if (/^[a-z][a-zA-Z0-9]*$/.test(first)) return first
  throw new MongoError(
    2,
    `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${first}'`,
  )
}

function topLevelNames(filter: Document): string[] {
  return Object.entries(filter).flatMap(([name, condition]) => {
    if (!name.startsWith('$')) return splitPath(name).slice(0, 1)
    return Array.isArray(condition) ? condition.filter(isDocument).flatMap(topLevelNames) : []
  })
}
