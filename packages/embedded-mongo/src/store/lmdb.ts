import { statSync } from 'node:fs'
import { type Database, open } from 'lmdb'
import { toBytes, toKey } from './bytes.js'
import {
  type Batch,
  type Chunk,
  type Entry,
  type Key,
  type KeyRange,
  type KeyValueStore,
  WriteRefused,
} from './port.js'

/** Few large documents fill a chunk as well as many small ones. */
const largestChunk = 4 * 1024 * 1024

/** The store on disk. One process at a time: the caller holds the folder's lock. */
export class LmdbStore implements KeyValueStore {
  readonly #file: string
  readonly #db: Database<Buffer, Buffer>

  constructor(file: string) {
    this.#file = file
    this.#db = open<Buffer, Buffer>(file, {
      noSubdir: true,
      encoding: 'binary',
      keyEncoding: 'binary',
      cache: false,
      // With the default (true) a commit may resolve before its flush, and a reply would promise too much.
      overlappingSync: false,
    })
  }

  get(key: Key): Uint8Array | undefined {
    return this.#db.getBinary(toBytes(key))
  }

  chunk(range: KeyRange, limit: number): Chunk {
    const entries: Entry[] = []
    if (range.start >= range.end) return { entries, reached: undefined }
    let size = 0
    for (const { key, value } of this.#db.getRange(lmdbRange(range, limit))) {
      entries.push([toKey(key), value])
      size += value.length
      if (size > largestChunk) return { entries, reached: entries.at(-1)?.[0] }
    }
    return { entries, reached: entries.length < limit ? undefined : entries.at(-1)?.[0] }
  }

  /**
   * In this thread and not in lmdb's own: on any disk worth using it is quicker than two hand-overs, and when the
   * disk is full it fails cleanly and nothing of it stays, where the other way ends the process.
   */
  async write(batches: readonly Batch[]): Promise<void> {
    try {
      this.#db.transactionSync(() => {
        for (const batch of batches) for (const [key, { after }] of batch) this.#set(toBytes(key), after)
      })
    } catch (error) {
      throw new WriteRefused(`The disk refused the write (${Object(error).message}); nothing of it was kept.`)
    }
  }

  size(): number {
    return statSync(this.#file).size
  }

  close(): Promise<void> {
    return this.#db.close()
  }

  #set(key: Buffer, value: Uint8Array | undefined): void {
    if (value === undefined) this.#db.removeSync(key)
    else this.#db.putSync(key, asBuffer(value))
  }
}

function lmdbRange({ start, end, reverse }: KeyRange, limit: number) {
  if (!reverse) return { start: toBytes(start), end: toBytes(end), limit }
  return { start: toBytes(end), exclusiveStart: true, end: toBytes(start), inclusiveEnd: true, reverse, limit }
}

function asBuffer(value: Uint8Array): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength)
}
