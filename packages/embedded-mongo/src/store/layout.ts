import { uintKey } from './bytes.js'
import type { Key } from './port.js'

/**
 * Where things are kept. One letter, then:
 *
 *     C namespace                        -> what the collection is (catalog.ts)
 *     D collection(4) record(6)          -> the document, as BSON
 *     I index(4) encoded values          -> record(6)     unique index
 *     I index(4) encoded values record(6)-> record(6)     any other index
 *     K index(4)                         -> present when some document put more than one entry into the index
 *     R session                          -> the last reply to a retryable write, or that a transaction was committed
 *     V                                  -> version of this format
 *
 * A record number counts up, so that a plain scan returns documents in the order they came.
 */
export const formatVersion = 1

/** Length of a record number. */
export const recordWidth = 6

export const versionKey: Key = 'V'
export const catalogPrefix: Key = 'C'
export const replyPrefix: Key = 'R'
export const multikeyPrefix: Key = 'K'

export function catalogKey(namespace: string): Key {
  return catalogPrefix + Buffer.from(namespace).toString('latin1')
}

export function dataPrefix(collectionId: number): Key {
  return `D${uintKey(collectionId, 4)}`
}

export function indexPrefix(indexId: number): Key {
  return `I${uintKey(indexId, 4)}`
}

export function multikeyKey(indexId: number): Key {
  return multikeyPrefix + uintKey(indexId, 4)
}
