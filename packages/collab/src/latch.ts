import type { Refusal } from '@camau/domain'

/** A promise that somebody else keeps or breaks. */
export interface Latch {
  promise: Promise<void>
  resolve(): void
  reject(reason: Refusal): void
}

/** Promise.withResolvers, which Node 20 lacks. */
export function latch(): Latch {
  let resolve = (): void => {}
  let reject = (_reason: Refusal): void => {}
  const promise = new Promise<void>((done, failed) => {
    resolve = done
    reject = failed
  })
  promise.catch(() => {}) // an unheard refusal is told by `status` too
  return { promise, resolve, reject }
}
