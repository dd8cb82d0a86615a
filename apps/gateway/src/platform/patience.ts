import { AsyncLocalStorage } from 'node:async_hooks'
import { Refusal } from '@camau/domain'

/** How long one request for a query may keep the server, in milliseconds. */
export const queryPatience = 5_000

/**
 * A command is waited for longer: its transaction has a patience of its own, and the answer of one that is cut off here says
 * nothing about what becomes of it. The browser sends it again under the same mutationId.
 */
export const commandPatience = 20_000

/** Gives up waiting at a moment of `performance.now()`; what is waited for is not stopped by that. */
export async function inTime<T>(work: PromiseLike<T> | T, until: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal('took-too-long')), Math.max(0, until - performance.now()))
  })
  try {
    return await Promise.race([work, over])
  } finally {
    clearTimeout(timer)
  }
}

const reading = new AsyncLocalStorage<number>()

/** Runs a query; what it reads may take the database no longer than this, so that nothing piles up behind the answer. */
export const reads = <T>(work: () => T): T => reading.run(queryPatience, work)

/** The limit for a read under way; undefined for commands, live documents and the import, which are not cut short. */
export const readPatience = (): number | undefined => reading.getStore()
