import { aReplica, firstMinutes, minutesSchema, minutesText, sameState, Y } from '@camau/collab'
import { limits } from '@camau/domain'
import { describe, expect, it } from 'vitest'
import { admit, checkDecoded, decode } from './admission.js'
import { type Ahead, aheadAfter, fitsSimply, textEnding } from './admit-simple.js'
import { simpleEdit } from './simple-edit.js'
import { deletedAt, typedAt } from './testing/bombs.js'
import { attacks } from './testing/hostile.js'
import { aSeed, type Random, randomFrom } from './testing/random.js'
import { aParagraph, edit } from './testing/typist.js'

const isTakenByLooking = (doc: Y.Doc, update: Uint8Array, ahead?: Ahead): boolean => {
  const simple = simpleEdit(update)
  return simple !== null && fitsSimply(doc, simple, ahead)
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

const longText = 'w'.repeat(300)

/** Minutes of one paragraph; `at` gives its letters, from the first. */
function aLongText() {
  const doc = aReplica()
  minutesText(doc).push([aParagraph(longText)])
  const { client, clock } = textOf(doc)._start!.id
  return { doc, at: (letter: number) => Y.createID(client, clock + letter) }
}

const textOf = (doc: Y.Doc): Y.XmlText => (minutesText(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText

describe('a place that a crowd claims', () => {
  const crowds = {
    'behind a letter': (at: (letter: number) => Y.ID, n: number) => ({ origin: at(0), rightOrigin: at(n) }),
    'behind a letter, before anything': (at: (letter: number) => Y.ID, n: number) => ({
      origin: at(300 - n),
      rightOrigin: null,
    }),
    'at the beginning': (at: (letter: number) => Y.ID, n: number) => ({ origin: null, rightOrigin: at(n) }),
  }
  it.each(Object.entries(crowds))('is soon no longer taken by looking: %s', (_, place) => {
    for (const client of [2, 2 ** 32 - 1]) {
      const { doc, at } = aLongText()
      let taken = 0
      for (let n = 1; n < longText.length; n++) {
        const update = typedAt(client, n - 1, [place(at, n)])
        if (isTakenByLooking(doc, update)) taken++
        Y.applyUpdate(doc, update)
      }
      expect(taken).toBeLessThan(100)
      expect(isTakenByLooking(doc, typedAt(client, longText.length - 1, [place(at, longText.length - 1)]))).toBe(false)
    }
  })

  it('keeps nobody from typing beside it', () => {
    const { doc, at } = aLongText()
    for (let n = 1; n < 200; n++) Y.applyUpdate(doc, typedAt(99, n - 1, [{ origin: at(0), rightOrigin: at(n) }]))
    for (const index of [0, 1, 100, 300, textOf(doc).length]) {
      const author = aReplica()
      Y.applyUpdate(author, Y.encodeStateAsUpdate(doc))
      const typed: Uint8Array[] = []
      author.on('update', (update: Uint8Array) => typed.push(update))
      textOf(author).insert(index, 'ŵ')
      expect([index, isTakenByLooking(doc, typed[0]!)]).toEqual([index, true])
    }
  })

  it('keeps nobody from going on with their own words who has not heard of the others yet', () => {
    const doc = aReplica()
    minutesText(doc).push([aParagraph('')])
    const state = Y.encodeStateAsUpdate(doc)
    const authors = Array.from({ length: 200 }, (_, i) => {
      const author = Object.assign(aReplica(), { clientID: i + 1 })
      Y.applyUpdate(author, state)
      textOf(author).insert(0, 'ŵ')
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(author))
      return author
    })
    for (const author of authors) {
      const known = Y.encodeStateVector(author)
      textOf(author).insert(1, 'y')
      expect([author.clientID, isTakenByLooking(doc, Y.encodeStateAsUpdate(author, known))]).toEqual([
        author.clientID,
        true,
      ])
    }
  })

  it('is not made of many places in one edit, or of many ranges that are deleted', () => {
    const { doc, at } = aLongText()
    const places = Array.from({ length: 3 }, (_, n) => ({ origin: at(n), rightOrigin: at(n + 1) }))
    expect(isTakenByLooking(doc, typedAt(99, 0, places.slice(1)))).toBe(true)
    expect(isTakenByLooking(doc, typedAt(99, 0, places))).toBe(false)
    const ranges = Array.from({ length: 17 }, (_, n) => [at(2 * n).clock, 1] as const)
    expect(isTakenByLooking(doc, deletedAt(at(0).client, ranges.slice(1)))).toBe(true)
    expect(isTakenByLooking(doc, deletedAt(at(0).client, ranges))).toBe(false)
  })

  it('is not beside what is on its way: text is gone on with at its end, or between two of its letters', () => {
    const { doc, at } = aLongText()
    const own = (letter: number) => Y.createID(99, letter)
    const ahead = { client: 99, clock: 0, length: 3, origin: at(3), rightOrigin: at(4) }
    const isTaken = (origin: Y.ID | null, rightOrigin: Y.ID | null): boolean =>
      isTakenByLooking(doc, typedAt(99, 3, [{ origin, rightOrigin }]), ahead)
    expect([isTaken(own(2), at(4)), isTaken(own(0), own(1)), isTaken(at(7), at(8))]).toEqual([true, true, true])
    expect([isTaken(own(0), at(4)), isTaken(own(0), own(2)), isTaken(own(1), own(0))]).toEqual([false, false, false])
    expect([isTaken(at(3), own(0)), isTaken(own(2), own(4)), isTaken(own(3), null)]).toEqual([false, false, false])
    expect(isTakenByLooking(doc, typedAt(99, 3, [{ origin: own(2), rightOrigin: at(4) }]))).toBe(false)
    // What others typed behind it meanwhile may be what it stands before now, if that is near.
    expect(isTaken(own(2), at(5))).toBe(true)
    expect(isTaken(own(2), at(2))).toBe(false)
  })
})

/** What a room does with edits: a group is on its way to the log while the next waits. */
function aRoom(doc: Y.Doc) {
  const ahead = new Map<number, Ahead>()
  let groups: Uint8Array[][] = [[], []]
  const push = (update: Uint8Array, pieces: readonly Ahead[]) => {
    const client = pieces[0]?.client ?? 0
    const after = aheadAfter(pieces, ahead.get(client))
    if (after) ahead.set(client, after)
    groups[1]?.push(update)
  }
  return {
    takes(update: Uint8Array): boolean {
      const simple = simpleEdit(update)
      const before = simple?.client ? ahead.get(simple.client) : undefined
      if (!simple || !fitsSimply(doc, simple, before)) return false
      push(update, simple.typed)
      return true
    },
    triesOut(update: Uint8Array): void {
      const { copy } = triedOut(doc, Y.mergeUpdates([...groups.flat(), update]))
      push(
        update,
        [textEnding(copy, decode(update).structs)].filter((ending) => ending !== null),
      )
    },
    /** Gives what is durable now. */
    land(): Uint8Array[] {
      const [landed = [], waiting = []] = groups
      groups = [waiting, []]
      for (const update of landed) Y.applyUpdate(doc, update)
      for (const { client, clock, length } of [...ahead.values()])
        if (clock + length <= Y.getState(doc.store, client)) ahead.delete(client)
      return landed
    },
  }
}

/** Somebody with a caret in a text. */
function aTypist(doc: Y.Doc, clientID: number) {
  const own = Object.assign(aReplica(), { clientID })
  Y.applyUpdate(own, Y.encodeStateAsUpdate(doc))
  const written: Uint8Array[] = []
  own.on('update', (update: Uint8Array, origin: unknown) => origin !== 'others' && written.push(update))
  const text = textOf(own)
  let caret = Y.createRelativePositionFromTypeIndex(text, 0, -1)
  const at = () => Y.createAbsolutePositionFromRelativePosition(caret, own)?.index ?? 0
  const to = (index: number) => {
    caret = Y.createRelativePositionFromTypeIndex(text, Math.min(index, text.length), -1)
  }
  return {
    at,
    to,
    length: () => text.length,
    type(words: string): void {
      const index = at()
      text.insert(index, words)
      to(index + words.length)
    },
    erase(): void {
      text.delete(Math.max(at() - 1, 0), 1)
    },
    hear: (update: Uint8Array) => Y.applyUpdate(own, update, 'others'),
    /** What goes into the next push. */
    push: (): Uint8Array => Y.mergeUpdates(written.splice(0)),
  }
}

/** Five people type in one long text, often in the same place; now and then one corrects, pastes, or moves the caret. Says what was not taken by looking. */
function aSession(random: Random, strokes: number): { pushes: number; others: string[] } {
  const { doc } = aLongText()
  const room = aRoom(doc)
  const people = [5_005, 1_001, 3_003, 4_004, 2_002].map((client) => aTypist(doc, client))
  const others: string[] = []
  let pushes = 0
  const land = (): void => {
    for (const update of room.land()) for (const one of people) one.hear(update)
  }
  // Longer than anything is on its way: nobody is that quick.
  const pause = (): void => [1, 2].forEach(land)
  const send = (what: string, person: (typeof people)[number]): void => {
    pushes++
    const update = person.push()
    if (room.takes(update)) return
    others.push(what)
    room.triesOut(update)
  }
  for (let i = 0; i < strokes; i++) {
    const person = random.pick(people)
    const what = random.int(100)
    if (what < 3) {
      pause()
      person.to(random.pick([random.int(person.length()), person.length(), random.pick(people).at()]))
    } else if (what < 6) {
      pause()
      person.erase()
      send('a letter erased', person)
    } else if (what < 7) {
      person.type(longText.repeat(20))
      room.triesOut(person.push())
    } else {
      for (let letters = random.pick([1, 1, 1, 3]); letters > 0; letters--) person.type(random.pick(['a', 'ŵ', ' ']))
      send('letters', person)
    }
    if (random.chance(0.4)) land()
  }
  pause()
  return { pushes, others }
}

describe('a session of typing', () => {
  it('is taken by looking, all of it', () => {
    const random = randomFrom(aSeed())
    const { pushes, others } = aSession(random, 3_000)
    expect([pushes > 2_500, others], `seed ${random.seed}`).toEqual([true, []])
  })
})
