import { aReplica, firstMinutes, minutesSchema, minutesText, sameState, Y } from '@camau/collab'
import { limits } from '@camau/domain'
import { describe, expect, it } from 'vitest'
import { admit, checkDecoded, decode } from './admission.js'
import { fitsSimply } from './admit-simple.js'
import { simpleEdit } from './simple-edit.js'
import { attacks } from './testing/hostile.js'
import { aSeed, randomFrom } from './testing/random.js'
import { edit } from './testing/typist.js'

const isTakenByLooking = (doc: Y.Doc, update: Uint8Array): boolean => {
  const simple = simpleEdit(update)
  return simple !== null && fitsSimply(doc, simple, undefined)
}

/** What trying it out says: a copy that holds it and, of the update, what was new. Throws where it is refused. */
function triedOut(doc: Y.Doc, update: Uint8Array) {
  const copy = aReplica()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const decoded = decode(update)
  checkDecoded(copy, minutesSchema, decoded)
  return { copy, brought: admit(copy, minutesSchema, update, decoded) }
}

/** Two people write at random; gives every update with the document as it stood before. */
function* written(random: ReturnType<typeof randomFrom>, edits: number) {
  const doc = aReplica()
  firstMinutes([{ id: 'i', title: 'Welcome' }])(doc)
  const authors = [1_001, 1_002].map((clientID) => Object.assign(aReplica(), { clientID }))
  for (let i = 0; i < edits; i++) {
    const author = random.pick(authors)
    Y.applyUpdate(author, Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateVector(author)
    const told: Uint8Array[] = []
    author.once('update', (update: Uint8Array) => told.push(update))
    edit(author, random)
    // As a client pushes it, or as it would after a break, with all that was ever deleted.
    const update = random.chance(0.8) ? told[0] : Y.encodeStateAsUpdate(author, before)
    if (!update) continue
    yield { doc, update }
    Y.applyUpdate(doc, update)
  }
}

describe('an edit that is taken by looking at it', () => {
  it('is one that trying it out would take, and comes to the same', () => {
    const random = randomFrom(aSeed())
    const because = `seed ${random.seed}`
    let simple = 0
    for (const { doc, update } of written(random, 300)) {
      if (!isTakenByLooking(doc, update)) continue
      simple++
      const { copy, brought } = triedOut(doc, update)
      const direct = aReplica()
      Y.applyUpdate(direct, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(direct, update)
      expect(brought, because).not.toBeNull()
      expect(sameState(direct, copy), because).toBe(true)
    }
    expect(simple, because).toBeGreaterThan(50)
  })

  it('is never one that trying it out refuses, whatever bytes are sent', () => {
    const random = randomFrom(aSeed())
    const because = `seed ${random.seed}`
    const taken: string[] = []
    for (const { doc, update } of written(random, 150)) {
      const flipped = update.slice()
      flipped[random.int(flipped.length)] = random.int(256)
      const tries = { flipped, cut: update.slice(0, random.int(update.length)), stray: new Uint8Array([...update, 0]) }
      const name = random.pick(Object.keys(attacks))
      const attack = attacks[name]?.(doc, random, 1_003) ?? new Uint8Array()
      for (const [kind, bytes] of Object.entries({ ...tries, [name]: attack })) {
        if (!isTakenByLooking(doc, bytes)) continue
        taken.push(kind)
        expect(() => triedOut(doc, bytes), `${kind}, ${because}`).not.toThrow()
      }
    }
    expect(taken, because).not.toContain('stray')
  })

  it('is typing within a text or deleting, and nothing else', () => {
    const doc = aReplica()
    firstMinutes([{ id: 'i', title: 'Welcome' }])(doc)
    const text = (minutesText(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const before = aReplica()
    Y.applyUpdate(before, Y.encodeStateAsUpdate(doc))
    text.insert(3, 'ŵ')
    text.delete(0, 2)
    text.format(0, 2, { bold: {} })
    minutesText(doc).push([new Y.XmlElement('paragraph')])
    const [typing, ...rest] = updates
    expect(isTakenByLooking(before, typing!)).toBe(true)
    Y.applyUpdate(before, typing!)
    expect(rest.map((update) => isTakenByLooking(before, update))).toEqual([true, false, false])
    expect(isTakenByLooking(before, typing!)).toBe(false) // known already
  })

  it('may be the first in a new paragraph, and in nothing but a text', () => {
    const doc = aReplica()
    firstMinutes([{ id: 'i', title: 'Welcome' }])(doc)
    const [paragraph, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()]
    minutesText(doc).push([paragraph])
    paragraph.insert(0, [text])
    const before = aReplica()
    Y.applyUpdate(before, Y.encodeStateAsUpdate(doc))
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    text.insert(0, 'D')
    const [first] = updates
    expect(isTakenByLooking(before, first!)).toBe(true)
    const simple = simpleEdit(first!)!
    const inParagraph = simple.typed.map((one) => ({ ...one, parent: paragraph._item!.id }))
    expect(fitsSimply(before, { ...simple, typed: inParagraph }, undefined)).toBe(false)
    const gone = minutesText(before)
    gone.delete(gone.length - 1, 1)
    expect(isTakenByLooking(before, first!)).toBe(false)
  })

  it('is not the first in a text that stands too deep for words', () => {
    for (const depth of [limits.nesting - 2, limits.nesting - 1, limits.nesting, limits.nesting + 1]) {
      const doc = aReplica()
      let inner: Y.XmlElement | Y.XmlText = new Y.XmlText()
      const text = inner
      for (let i = 0; i < depth; i++) {
        const outer: Y.XmlElement = new Y.XmlElement('paragraph')
        outer.insert(0, [inner])
        inner = outer
      }
      minutesText(doc).push([inner])
      const before = aReplica()
      Y.applyUpdate(before, Y.encodeStateAsUpdate(doc))
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      text.insert(0, 'D')
      const tried = (): boolean => {
        try {
          return triedOut(before, updates[0]!) !== null
        } catch {
          return false
        }
      }
      expect([depth, isTakenByLooking(before, updates[0]!)]).toEqual([depth, tried()])
    }
  })
})
