import { getField, isDocument, splitPath } from '../../bson/fields.js'
import { mongoError } from '../../errors.js'

/** The value at a path, through arrays: `a.b` of an array of documents is the array of their `b`. */
export function valueAt(start: unknown, path: string[], at = 0): unknown {
  let value = start
  for (let i = at; i < path.length; i++) {
    if (Array.isArray(value)) {
      return value.flatMap((element: unknown) => {
        const inner = isDocument(element) ? valueAt(element, path, i) : undefined
        return inner === undefined ? [] : [inner]
      })
    }
    if (!isDocument(value)) return undefined
    value = getField(value, path[i] ?? '')
  }
  return value
}

/** As `valueAt`, for a dotted path. */
export const valueAtPath = (start: unknown, path: string): unknown => valueAt(start, splitPath(path))

/** Checks and splits a field path such as `a.b`. */
export function fieldPath(path: string): string[] {
  if (path === '') throw mongoError(16872, "'$' by itself is not a valid FieldPath")
  const parts = splitPath(path)
  if (parts.includes('')) throw mongoError(15998, 'FieldPath field names may not be empty strings.')
  if (parts.some((part) => part.startsWith('$'))) {
    throw mongoError(16410, "FieldPath field names may not start with '$'. Consider using $getField or $setField.")
  }
  return parts
}
