import { aReplica, firstMinutes } from '@camau/collab'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { sideBySide } from './group-row.js'
import { simpleEdit } from './simple-edit.js'
import { aSeed, randomFrom } from './testing/random.js'
import { edit } from './testing/typist.js'

/** What some people write at the same moment, each under a client id of any size: all that one did is one update. */
function writtenAtOnce(random: ReturnType<typeof randomFrom>, doc: Y.Doc): Uint8Array[] {
  const clients = new Set(Array.from({ length: 2 + random.int(20) }, () => 2 + random.int(2 ** (2 + random.int(30)))))
  return [...clients].flatMap((clientID) => {
    if (doc.store.clients.has(clientID)) return []
    const author = Object.assign(aReplica(), { clientID })
    Y.applyUpdate(author, Y.encodeStateAsUpdate(doc))
    const told: Uint8Array[] = []
    author.on('update', (update: Uint8Array) => told.push(update))
    for (let i = random.int(3); i >= 0; i--) edit(author, random)
    return told.length > 0 ? [Y.mergeUpdates(told)] : []
  })
}

describe('edits put side by side', () => {
  it('are byte by byte what Yjs makes of them', () => {
    const random = randomFrom(aSeed())
    const because = `seed ${random.seed}`
    const doc = aReplica()
    firstMinutes([{ id: 'i', title: 'Welcome' }])(doc)
    let groups = 0
    for (let i = 0; i < 20; i++) {
      const updates = writtenAtOnce(random, doc)
      for (const update of updates) Y.applyUpdate(doc, update)
      const typed = updates.filter((update) => Y.decodeUpdate(update).ds.clients.size === 0)
      if (typed.length === 0) continue
      expect(sideBySide(typed), because).toEqual(Y.mergeUpdates(typed))
      groups++
    }
    expect(groups, because).toBeGreaterThan(10)
  })

  it('are left to Yjs where one deletes, or two are of one client', () => {
    const typed = [aLetter(2, 0), aLetter(300, 0)]
    expect(sideBySide(typed)).toEqual(Y.mergeUpdates(typed))
    expect(sideBySide([...typed, aLetter(2, 1)])).toBeNull()
    expect(sideBySide([...typed, new Uint8Array([0, 1, 2, 1, 0, 1])])).toBeNull()
  })
})

describe('an edit that is read by looking', () => {
  it('ends with a zero if it deletes nothing, and with none if it does, whatever bytes are sent', () => {
    const random = randomFrom(aSeed())
    const because = `seed ${random.seed}`
    const seeds = [aLetter(9, 3), new Uint8Array([0, 1, 7, 1, 3, 2]), new Uint8Array([0, 2, 7, 1, 3, 2, 8, 1, 0, 1])]
    let taken = 0
    for (let i = 0; i < 40_000; i++) {
      const bytes = [...random.pick(seeds)]
      for (let times = random.int(3); times >= 0; times--) {
        const at = random.int(bytes.length)
        if (random.chance(0.5)) bytes.splice(at, random.int(2), random.int(4))
        else bytes.push(...random.pick([[0], [1, 7, 0], [random.int(9), 0]]))
      }
      const update = new Uint8Array(bytes)
      const read = simpleEdit(update)
      if (!read) continue
      taken++
      expect(update.at(-1) === 0, `${because}: ${update}`).toBe(read.deleted.length === 0)
    }
    expect(taken, because).toBeGreaterThan(1_000)
  })

  it.each([
    ['no range of a client', [0, 1, 5, 0]],
    ['ranges, and none of the last client', [0, 2, 1, 1, 2, 3, 7, 0]],
  ])('is not one that deletes %s', (_what, bytes) => {
    expect(simpleEdit(new Uint8Array(bytes))).toBeNull()
  })

  it('is of a client id that Yjs could have made', () => {
    const [known, beyond] = [aLetter(0xffffffff, 1), aLetter(0x100000000, 1)]
    expect(simpleEdit(known)?.client).toBe(0xffffffff)
    expect(simpleEdit(beyond)).toBeNull()
  })
})

/** A letter of this client in a text of no document. */
function aLetter(client: number, clock: number): Uint8Array {
  const doc = Object.assign(aReplica(), { clientID: client })
  const text = doc.getText('text')
  text.insert(0, 'a'.repeat(clock + 1))
  return Y.diffUpdate(Y.encodeStateAsUpdate(doc), Y.encodeStateVector(new Map([[client, clock]])))
}
