import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

/** Where one struct stands: behind `origin`, before `rightOrigin`; with neither, first in `parent`. */
export interface Place {
  origin: Y.ID | null
  rightOrigin: Y.ID | null
  parent: Y.ID | null
}

/** One struct: letters that follow each other. */
export interface TypedText extends Place {
  client: number
  clock: number
  length: number
}

/** What nearly every update is: one person typing within a text, or deleting. */
export interface SimpleEdit {
  /** Null when something is only deleted. */
  client: number | null
  typed: TypedText[]
  deleted: { client: number; clock: number; length: number }[]
}

const hasOrigin = 0x80
const hasRightOrigin = 0x40
const isText = 4
const isById = 0
/** Yjs makes no others. */
const mostClient = 0xffffffff
const mostStructs = 16
/** Each range cuts a text in two: so many take no time, in however long a text. */
const mostRanges = 16
const mostBytes = 4_096

/**
 * Reads an update (Yjs V1) of the simplest kind: text of one client, each piece placed by its neighbours or first in its text, and
 * deletions. null for anything else, for stray bytes, and for a second spelling of the same: Yjs itself then reads it.
 */
export function simpleEdit(update: Uint8Array): SimpleEdit | null {
  if (update.length > mostBytes) return null
  try {
    const from = decoding.createDecoder(update)
    const structs = readStructs(from)
    if (!structs) return null
    const deleted = readDeleted(from)
    return deleted && !decoding.hasContent(from) ? { ...structs, deleted } : null
  } catch {
    return null
  }
}

function readStructs(from: decoding.Decoder): Pick<SimpleEdit, 'client' | 'typed'> | null {
  const clients = count(from)
  if (clients === 0) return { client: null, typed: [] }
  const structs = count(from)
  if (clients > 1 || structs === 0 || structs > mostStructs) return null
  const client = count(from)
  if (client > mostClient) return null
  let clock = count(from)
  const typed: TypedText[] = []
  for (let i = 0; i < structs; i++) {
    const info = decoding.readUint8(from)
    if ((info & ~(hasOrigin | hasRightOrigin)) !== isText) return null
    const origin = info & hasOrigin ? Y.createID(count(from), count(from)) : null
    const rightOrigin = info & hasRightOrigin ? Y.createID(count(from), count(from)) : null
    const isFirst = info === isText
    if (isFirst && count(from) !== isById) return null
    const parent = isFirst ? Y.createID(count(from), count(from)) : null
    const { length } = decoding.readVarString(from)
    if (length === 0) return null
    typed.push({ client, clock, length, origin, rightOrigin, parent })
    clock += length
  }
  return { client, typed }
}

function readDeleted(from: decoding.Decoder): SimpleEdit['deleted'] | null {
  const deleted: SimpleEdit['deleted'] = []
  for (let clients = count(from); clients > 0; clients--) {
    const client = count(from)
    const ranges = count(from)
    if (ranges === 0) return null
    for (let i = 0; i < ranges; i++) {
      const range = { client, clock: count(from), length: count(from) }
      if (range.length === 0 || deleted.length === mostRanges) return null
      deleted.push(range)
    }
  }
  return deleted
}

/** A number in its one shortest form. */
function count(from: decoding.Decoder): number {
  const start = from.pos
  const value = decoding.readVarUint(from)
  if (from.pos - start > 1 && from.arr[from.pos - 1] === 0) throw new Error('not the shortest form')
  return value
}
