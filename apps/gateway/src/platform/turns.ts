import { Refusal } from '@camau/domain'

/** Runs one piece of work after the other. Commands all meet in the head of the audit trail: side by side they would only collide. */
export function createTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return (work) => {
    if (waiting >= most) return Promise.reject(new Refusal('unavailable'))
    waiting++
    const turn = last.then(work).finally(() => waiting--)
    last = turn.catch(() => undefined)
    return turn
  }
}
