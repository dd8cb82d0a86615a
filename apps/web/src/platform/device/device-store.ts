import type { NormalizedCacheObject } from '@apollo/client'
import type { Copy } from '@camau/collab'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { ViewerQuery } from '../viewer.graphql'

/** What one person read last, for the time without a line. */
export interface Reading {
  personId: string
  /** When the server last said that this person is here. */
  at: number
  answer: ViewerQuery
  cache: NormalizedCacheObject
  /** Records that are never kept, as the server last named them. */
  restricted: string[]
}

export interface TextRow {
  personId: string
  documentId: string
  copy: Copy
  at: number
}

/** Unsent work of somebody who has signed out. Whose it is only their key says. */
export interface SealedRow {
  keyId: string
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

interface Shape extends DBSchema {
  reading: { key: string; value: Reading }
  texts: { key: [string, string]; value: TextRow }
  keys: { key: string; value: { personId: string; keyId: string; key: CryptoKey } }
  sealed: { key: number; value: SealedRow; indexes: { keyId: string } }
}

let opened: Promise<IDBPDatabase<Shape>> | undefined

/** Opened when it is first asked, and anew when it could not be, or the browser has closed it. Rejects where the browser keeps nothing. */
export async function deviceStore(): Promise<IDBPDatabase<Shape>> {
  opened ??= open()
  return opened
}

async function open(): Promise<IDBPDatabase<Shape>> {
  const close = () => {
    opened = undefined
  }
  const opening = openDB<Shape>('camau-device', 1, {
    upgrade(db) {
      db.createObjectStore('reading', { keyPath: 'personId' })
      db.createObjectStore('texts', { keyPath: ['personId', 'documentId'] })
      db.createObjectStore('keys', { keyPath: 'personId' })
      db.createObjectStore('sealed', { autoIncrement: true }).createIndex('keyId', 'keyId')
    },
    terminated: close,
  })
  opening.catch(close)
  return opening
}
