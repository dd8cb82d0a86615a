import type { Document } from 'bson'
import { getField, isDocument, splitPath } from '../../bson/fields.js'
import { identicalValues } from '../../bson/order.js'
import { showField } from '../../bson/show.js'
import { badValue, type MongoError } from '../../errors.js'
import type { Leaf, Place } from './leaf.js'

/** `$rename` as two halves: the source disappears, and the target takes the value the source had before the update. */
export function renameLeaves(source: string, target: unknown): { target: string; give: Leaf; take: Leaf } {
  const to = checkedTarget(source, target)
  return {
    target: to,
    give: (current, place) => (place.throughArray ? refuseSource(current, place) : undefined),
    take: (current, place) => {
      const value = valueAt(place.root, source)
      if (value === undefined) return current
      if (place.throughArray) throw arrayElement('destination', to, place)
      return current !== undefined && identicalValues(current, value) ? current : value
    },
  }
}

function checkedTarget(source: string, target: unknown): string {
  if (typeof target !== 'string')
    throw badValue(`The 'to' field for $rename must be a string: ${showField(source, target)}`)
  if (source === target)
    throw badValue(`The source and target field for $rename must differ: ${showField(source, target)}`)
  if (source.startsWith(`${target}.`) || target.startsWith(`${source}.`)) {
    throw badValue(`The source and target field for $rename must not be on the same path: ${showField(source, target)}`)
  }
  if (isDynamic(source)) throw badValue(`The source field for $rename may not be dynamic: ${source}`)
  if (isDynamic(target)) throw badValue(`The destination field for $rename may not be dynamic: ${target}`)
  return target
}

const isDynamic = (path: string): boolean => splitPath(path).some((part) => part === '$' || part.startsWith('$['))

function refuseSource(current: unknown, place: Place): undefined {
  if (current !== undefined) throw arrayElement('source', place.path, place)
  return undefined
}

function arrayElement(which: 'source' | 'destination', path: string, { root }: Place): MongoError {
  return badValue(
    `The ${which} field cannot be an array element, '${path}' in doc with ${showField('_id', root._id)} has an array field called '${arrayName(root, path)}'`,
  )
}

function arrayName(root: Document, path: string): string {
  let value: unknown = root
  for (const part of splitPath(path)) {
    value = isDocument(value) ? getField(value, part) : undefined
    if (Array.isArray(value)) return part
  }
  return path
}

function valueAt(root: Document, path: string): unknown {
  let value: unknown = root
  for (const part of splitPath(path)) {
    if (Array.isArray(value)) value = value[Number(part)]
    else value = isDocument(value) ? getField(value, part) : undefined
  }
  return value
}
