import { closeSync, fstatSync, openSync, readSync, truncateSync } from 'node:fs'
import { StartError } from '../start-error.js'

/** Where things stand in the two head pages of an LMDB file: their stamp, the size of a page, the last page used, and by which commit. */
const at = { stamp: 24, pageSize: 48, lastPage: 144, commit: 152, end: 160 }
const stamp = 0xbeefc0de

/**
 * Looks at the heads of an LMDB file before it is mapped into memory: reading a page that was cut off would end the
 * process without a word.
 */
export function checkFile(file: string): 'whole' | 'short' {
  const found = readHead(file)
  if (!found || found.size === 0) return 'whole'
  const [first, second] = found.heads
  if (!first || !second) throw damaged(file, 'its head is unreadable')
  const newest = second.commit > first.commit ? second : first
  const expected = (newest.lastPage + 1) * newest.pageSize
  if (found.size >= expected) return 'whole'
  // Harmless when the last pages are unused ones that were never written, so they are supplied and the caller looks
  // whether everything can be read.
  truncateSync(file, expected)
  return 'short'
}

/** A file that only a backup can cure. */
export const damaged = (file: string, how: string) =>
  new StartError('damaged', `The database file ${file} is damaged (${how}); restore it from a backup.`)

interface Head {
  readonly pageSize: number
  readonly lastPage: number
  readonly commit: bigint
}

function readHead(file: string): { heads: (Head | undefined)[]; size: number } | undefined {
  const handle = open(file)
  if (handle === undefined) return undefined
  try {
    const bytes = Buffer.alloc(2 * 65_536)
    const length = readSync(handle, bytes, 0, bytes.length, 0)
    const first = parseHead(bytes.subarray(0, length))
    const second = first && parseHead(bytes.subarray(first.pageSize, length))
    return { heads: [first, second], size: fstatSync(handle).size }
  } finally {
    closeSync(handle)
  }
}

function parseHead(page: Buffer): Head | undefined {
  if (page.length < at.end || page.readUInt32LE(at.stamp) !== stamp) return undefined
  const pageSize = page.readUInt32LE(at.pageSize)
  const isPageSize = pageSize >= 512 && pageSize <= 65_536 && (pageSize & (pageSize - 1)) === 0
  if (!isPageSize) return undefined
  return { pageSize, lastPage: Number(page.readBigUInt64LE(at.lastPage)), commit: page.readBigUInt64LE(at.commit) }
}

function open(file: string): number | undefined {
  try {
    return openSync(file, 'r')
  } catch (error) {
    const { code } = Object(error)
    if (code === 'ENOENT') return undefined
    throw new StartError('notWritable', `The database file ${file} cannot be opened (${code}).`)
  }
}
