import type { Connection } from 'mongoose'
import { vi } from 'vitest'
import { latch } from './latch.js'

/** Holds whoever loads a document, when all they asked for has been read, until let go. */
export function holdLoading(db: Connection): { asked: Promise<void>; letGo(): void } {
  const clients = db.collection('documentClients')
  const [asked, here] = latch()
  const [held, letGo] = latch()
  const find = clients.find.bind(clients)
  const spy = vi.spyOn(clients, 'find').mockImplementation((...args: Parameters<typeof find>) => {
    const cursor = find(...args)
    const toArray = cursor.toArray.bind(cursor)
    cursor.toArray = async () => {
      const answer = await toArray()
      here()
      await held
      return answer
    }
    spy.mockRestore()
    return cursor
  })
  return { asked, letGo }
}
