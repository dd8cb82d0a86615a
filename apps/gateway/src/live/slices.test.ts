import { setImmediate as turn } from 'node:timers/promises'
import { aReplica, minutesSchema, sameState, Y } from '@camau/collab'
import { Refusal } from '@camau/domain'
import { describe, expect, it } from 'vitest'
import { admit, checkDecoded, decode, inSteps } from './admission.js'
import { slices } from './slices.js'
import { bombs } from './testing/bombs.js'
import { aSeed, randomFrom } from './testing/random.js'
import { edit } from './testing/typist.js'

/** What several people wrote, some of it without knowing of the others. */
function together(seed: number): Y.Doc {
  const random = randomFrom(seed)
  const docs = Array.from({ length: 4 }, () => aReplica())
  for (let i = 0; i < 300; i++) {
    const doc = random.pick(docs)
    edit(doc, random)
    if (random.chance(0.2)) Y.applyUpdate(random.pick(docs), Y.encodeStateAsUpdate(doc))
  }
  const all = aReplica()
  for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc))
  return all
}

describe('an update in slices', () => {
  it('is the same update, and each slice can be applied when it is read', () => {
    const seed = aSeed()
    for (let i = 0; i < 8; i++) {
      const doc = together(seed + i)
      const again = aReplica()
      let pieces = 0
      for (const { update } of slices(Y.decodeUpdate(Y.encodeStateAsUpdate(doc)))) {
        pieces++
        Y.applyUpdate(again, update)
        expect(again.store.pendingStructs, `seed ${seed + i}`).toBeNull()
        expect(again.store.pendingDs, `seed ${seed + i}`).toBeNull()
      }
      expect(pieces).toBeGreaterThan(10)
      expect(sameState(again, doc), `seed ${seed + i}`).toBe(true)
    }
  })
})

/** The processor time that it takes to say no, in milliseconds. */
function refusedWithin(doc: Y.Doc, update: Uint8Array): { code: string; took: number } {
  const before = process.cpuUsage()
  try {
    const decoded = decode(update)
    checkDecoded(doc, minutesSchema, decoded)
    admit(doc, minutesSchema, update, decoded)
    return { code: 'admitted', took: Number.POSITIVE_INFINITY }
  } catch (error) {
    const { user, system } = process.cpuUsage(before)
    return { code: error instanceof Refusal ? error.code : String(error), took: (user + system) / 1_000 }
  }
}

/** How often the event loop came round meanwhile. */
async function turnsUntil(ended: AbortSignal): Promise<number> {
  let turns = 0
  while (!ended.aborted) {
    await turn()
    turns++
  }
  return turns
}

const unmeasured =
  () =>
  <T>(work: () => T) =>
    work()

describe('an update that would keep the gateway busy', () => {
  it('leaves others their turn while it is tried out, and is refused when it has had its time', async () => {
    const decoded = decode(bombs.crowd(4_000, [99, 7]))
    const ended = new AbortController()
    const turns = turnsUntil(ended.signal)
    const tried = inSteps(aReplica(), minutesSchema, decoded, 120_000, unmeasured)
    await expect(tried).rejects.toMatchObject({ code: 'too-large' })
    ended.abort()
    expect(await turns).toBeGreaterThan(5)
  })

  it('is refused for its depth while it is tried out', async () => {
    const tried = inSteps(aReplica(), minutesSchema, decode(bombs.tower(10_000, 99)), 170_000, unmeasured)
    await expect(tried).rejects.toMatchObject({ code: 'unknown-content' })
  })

  // Applied whole, this one takes seconds, and one of a full frame a quarter of a minute.
  it('is refused when it has had its time: a crowd that claims one place', () => {
    const { code, took } = refusedWithin(aReplica(), bombs.crowd(4_000, [99, 7]))
    expect(code).toBe('too-large')
    expect(took).toBeLessThan(4_000)
  })

  it('is refused when it has had its time: a text cut to confetti from its end', () => {
    const doc = aReplica()
    const { text, holes } = bombs.confetti(120_000, 99)
    Y.applyUpdate(doc, text)
    const { code, took } = refusedWithin(doc, holes)
    expect(code).toBe('too-large')
    expect(took).toBeLessThan(4_000)
  })

  it('is refused for its depth', () => {
    expect(refusedWithin(aReplica(), bombs.tower(100, 99)).code).toBe('unknown-content')
    const { code, took } = refusedWithin(aReplica(), bombs.tower(10_000, 99))
    expect(code).toBe('unknown-content')
    expect(took).toBeLessThan(2_000)
  })
})
