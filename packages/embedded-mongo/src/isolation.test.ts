import { join } from 'node:path'
import type { Document } from 'bson'
import { describe, expect, it } from 'vitest'
import { aFolder } from './embedded.fixture.js'
import { anEngine, aSession, batchOf, type SpokenEngine } from './engine.fixture.js'
import { LmdbStore } from './store/lmdb.js'

const accounts = 12
const perAccount = 100

/** The same numbers for the same seed, so that a failure can be looked at again. */
function aDice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * sides)
  }
}

/** Moves money between two accounts it has read; returns whether it was committed. */
async function transfer({ run }: SpokenEngine, dice: (sides: number) => number): Promise<boolean> {
  const session = aSession()
  const from = dice(accounts)
  const to = (from + 1 + dice(accounts - 1)) % accounts
  const read = await run({ find: 'accounts', filter: { _id: { $in: [from, to] } }, ...session.begin() })
  const balances = new Map(batchOf(read).map(({ _id, balance }) => [_id, balance]))
  const set = (_id: number, change: number) => ({ q: { _id }, u: { $set: { balance: balances.get(_id) + change } } })
  const amount = dice(20)
  const write = await run({ update: 'accounts', updates: [set(from, -amount), set(to, amount)], ...session.go() })
  if (write.ok !== 1) return false
  if (dice(10) === 0) return (await run(session.abort())).ok === 0
  return (await run(session.commit())).ok === 1
}

/** Reads all balances within one transaction, in batches and through an index, while others write. */
async function total({ must }: SpokenEngine): Promise<{ sum: number; count: number }> {
  const session = aSession()
  let reply = await must({ find: 'accounts', filter: { balance: { $gte: -1e9 } }, batchSize: 3, ...session.begin() })
  const seen: Document[] = batchOf(reply)
  while (!reply.cursor.id.isZero()) {
    reply = await must({ getMore: reply.cursor.id, collection: 'accounts', batchSize: 3, ...session.go() })
    seen.push(...batchOf(reply))
  }
  await must(session.commit())
  return { sum: seen.reduce((sum, { balance }) => sum + balance, 0), count: new Set(seen.map(({ _id }) => _id)).size }
}

describe('money moved between accounts by many at once', () => {
  it.each([1, 2, 3])(
    'is never seen to appear or vanish (seed %i)',
    async (seed) => {
      const folder = aFolder()
      const store = new LmdbStore(join(folder.path, 'test.mdb'))
      const spoken = anEngine(store)
      await spoken.must({ createIndexes: 'accounts', indexes: [{ key: { balance: 1 }, name: 'balance_1' }] })
      const documents = Array.from({ length: accounts }, (_, _id) => ({ _id, balance: perAccount }))
      await spoken.must({ insert: 'accounts', documents })
      const dice = aDice(seed)
      let committed = 0
      let conflicts = 0
      const mover = async () => {
        for (let i = 0; i < 100; i++) (await transfer(spoken, dice)) ? committed++ : conflicts++
      }
      const watcher = async () => {
        for (let i = 0; i < 60; i++)
          expect(await total(spoken), `seed ${seed}`).toEqual({ sum: accounts * perAccount, count: accounts })
      }
      await Promise.all([mover(), mover(), mover(), mover(), watcher(), watcher()])
      expect(await total(spoken)).toEqual({ sum: accounts * perAccount, count: accounts })
      expect(committed).toBeGreaterThan(50)
      expect(conflicts).toBeGreaterThan(10)
      expect(spoken.faults).toEqual([])
      await store.close()
      folder.remove()
    },
    60_000,
  )
})
