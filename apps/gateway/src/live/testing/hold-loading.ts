import type { Connection } from 'mongoose'
import { vi } from 'vitest'
import { latch } from './latch.js'

/** Somebody who has asked, and goes on when let go. */
export interface Held {
  asked: Promise<void>
  letGo(): void
}

/** Holds the next who reads these documents of a collection, when the answer is there. */
export function holdReading(db: Connection, name: string, these: Record<string, unknown> = {}): Held {
  const collection = db.collection(name)
  const [asked, here] = latch()
  const [held, letGo] = latch()
  const find = collection.find.bind(collection)
  const spy = vi.spyOn(collection, 'find').mockImplementation((...args: Parameters<typeof find>) => {
    const cursor = find(...args)
    if (Object.entries(these).some(([field, value]) => args[0]?.[field] !== value)) return cursor
    spy.mockRestore()
    const toArray = cursor.toArray.bind(cursor)
    cursor.toArray = async () => {
      const answer = await toArray()
      here()
      await held
      return answer
    }
    return cursor
  })
  return { asked, letGo }
}

/** Holds whoever loads a document, when all they asked for has been read, until let go. */
export const holdLoading = (db: Connection): Held => holdReading(db, 'documentClients')
