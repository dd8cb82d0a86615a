import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { StartError } from '../start-error.js'

const magic = 0xbeefc0de

/**
 * Looks at the two heads of an LMDB file before it is mapped into memory: reading a page that was cut off would
 * kill the process without a word.
 */
export function checkFile(file: string): void {
  const head = readHead(file)
  if (!head || head.size === 0) return
  const places = [0, head.bytes.readUInt32LE(metaPageSize)].map((page) => page + 16)
  if (!places.every((at) => at + 4 <= head.bytes.length && head.bytes.readUInt32LE(at) === magic))
    throw new StartError(
      'damaged',
      `The database file ${file} is damaged (its head is unreadable); restore it from a backup.`,
    )
}

const metaPageSize = 0

function readHead(file: string): { bytes: Buffer; size: number } | undefined {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    if (Object(error).code === 'ENOENT') return undefined
    throw new StartError('notWritable', `The database file ${file} cannot be opened (${Object(error).code}).`)
  }
  try {
    const { size } = fstatSync(handle)
    const bytes = Buffer.alloc(Math.min(size, 16_384))
    readSync(handle, bytes, 0, bytes.length, 0)
    return { bytes, size }
  } finally {
    closeSync(handle)
  }
}
