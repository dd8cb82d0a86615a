import { setTimeout as pause } from 'node:timers/promises'
import { Refusal } from '@camau/domain'
import type { Bus } from './bus.js'
import type { ChangeStore } from './change-store.js'
import type { Log } from './log.js'
import type { SureMessage, SureMessages } from './sure-messages.js'

export interface FollowNeeds {
  sure: SureMessages
  changes: Pick<ChangeStore, 'these'>
  bus: Bus
  log: Pick<Log, 'warn'>
}

/** What a node knows of what the others decided. */
export interface Followed {
  /** null while the node knows what was decided a moment ago; otherwise resolves when it knows what was until now. Throws Refusal. */
  upToDate(): Promise<void> | null
  stop(): void
}

const every = 200
// Together with the write that follows, and may take long on a busy machine, it stays below the second in which rights follow the person.
const enough = 300
const patience = 5_000

/**
 * Hears from the database what the bus did not bring: Redis was away, another node died before it could speak, or this one slept.
 * Begins with what is decided from now on.
 */
export async function followSureMessages({ sure, changes, bus, log }: FollowNeeds): Promise<Followed> {
  let last = await sure.head()
  let knownAt = performance.now()
  let looking: Promise<void> | null = null
  const told = new Set<number>()
  const stop = bus.subscribe('told', ({ number }) => {
    if (number > last) told.add(number)
  })

  const hear = async ({ number, rows, said }: SureMessage): Promise<void> => {
    if (!told.delete(number)) {
      for (const row of await changes.these(rows)) bus.hear('change', row)
      for (const { topic, message } of said) bus.hear(topic, message)
    }
    last = number
  }
  const lookOnce = async (): Promise<void> => {
    const began = performance.now()
    for (let found = await sure.after(last); found.length > 0; found = await sure.after(last))
      for (const one of found) await hear(one)
    knownAt = began
  }
  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = null
    })
    return looking
  }
  const catchUp = async (): Promise<void> => {
    const asked = performance.now()
    while (knownAt < asked) {
      await look().catch(async (error: unknown) => {
        if (performance.now() - asked > patience) throw new Refusal('unavailable', { retryAfter: 1_000 })
        log.warn({ err: error }, 'what other nodes decided could not be read; it is asked for again')
        await pause(100)
      })
    }
  }
  const timer = setInterval(() => void look().catch(() => {}), every) // the database is away: whoever writes asks again

  return {
    upToDate: () => (performance.now() - knownAt < enough ? null : catchUp()),
    stop() {
      clearInterval(timer)
      stop()
    },
  }
}
