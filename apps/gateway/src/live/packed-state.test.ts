import { gunzipSync, gzipSync } from 'node:zlib'
import { minutesText, sameState, Y } from '@camau/collab'
import type { OpenedDocument } from '@camau/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packing } from './packed-state.js'
import { aBareSocket } from './testing/attacker.js'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { latch } from './testing/latch.js'
import { aParagraph } from './testing/typist.js'

let database: Awaited<ReturnType<typeof aDatabase>>
let gateway: Gateway
beforeAll(async () => {
  database = await aDatabase()
  gateway = await aGateway({ uri: database.uri })
})
afterAll(async () => {
  await gateway?.close()
  await database?.stop()
})

async function anEditor(personId: string, id: `minutes:${string}`) {
  const opened = (await gateway.as(personId)).openDocument(id)
  await opened.opened
  return opened
}

/** A document of some length, typed a letter at a time. */
async function aLongDocument(id: `minutes:${string}`) {
  const author = await anEditor('author', id)
  minutesText(author.doc).push([aParagraph('It begins. ')])
  const text = (minutesText(author.doc).get(2) as Y.XmlElement).get(0) as Y.XmlText
  for (let i = 0; i < 4_000; i++) text.insert((i * 7_919) % (i + 1), String.fromCharCode(97 + (i % 26)))
  await author.saved()
  return { ...author, text }
}

async function asked(personId: string, message: object): Promise<OpenedDocument & { ok: boolean; code?: string }> {
  const socket = await aBareSocket(gateway, personId)
  const answer = await socket.emitWithAck('document:open', message)
  socket.close()
  return answer
}

describe('whoever comes to a long document while it is packed', () => {
  it('is given all of it, though others bring so much that it is to be packed anew', async () => {
    const doc = new Y.Doc()
    const [zipped, letGo] = latch()
    const packed = packing(
      () => doc,
      () => 100_000,
      async (state) => {
        await zipped
        return gzipSync(state)
      },
    )
    doc.on('update', packed.grew)
    doc.getText('body').insert(0, 'Long. '.repeat(4_000))
    const coming = packed.state()
    for (let row = 1; row <= 200; row++) doc.getText('body').insert(0, `row ${row}. `)
    letGo()
    const state = await coming
    if (!state) throw new Error('it was not packed')
    const given = new Y.Doc()
    Y.applyUpdateV2(given, gunzipSync(state.bytes))
    Y.applyUpdate(given, state.since())
    expect(sameState(given, doc)).toBe(true)
  })
})

describe('a long document', () => {
  it('comes packed to whoever has nothing of it, in a fraction of the bytes, made once for everybody', async () => {
    const id = 'minutes:packed'
    const { doc } = await aLongDocument(id)
    const plain = await asked('one', { documentId: id, clientId: 7 })
    const [first, second] = [
      await asked('two', { documentId: id, clientId: 8, packed: true }),
      await asked('three', { documentId: id, clientId: 9, packed: true }),
    ]
    expect(plain.state).toBeUndefined()
    expect(first.state?.byteLength).toBeLessThan(plain.update.length * 0.5)
    expect(first.update.length).toBeLessThan(plain.update.length * 0.1)
    expect(second.state).toEqual(first.state)
    const newcomer = await anEditor('newcomer', id)
    expect(sameState(newcomer.doc, doc)).toBe(true)
  })

  it('is packed anew as soon as the writing pauses, before somebody comes', async () => {
    const doc = new Y.Doc()
    let made = 0
    const packed = packing(
      () => {
        made++
        return doc
      },
      () => 100_000,
    )
    doc.on('update', packed.grew)
    await packed.state()
    for (let i = 0; i < 100; i++) doc.getText('body').insert(0, 'ŵ')
    expect(made).toBe(1)
    await expect.poll(() => made, { timeout: 5_000 }).toBe(2)
    await packed.state()
    expect(made).toBe(2)
  })

  it('loses nothing that is typed while it is being unpacked', async () => {
    const id = 'minutes:packed-and-typed'
    const { doc, text, saved } = await aLongDocument(id)
    const typing = setInterval(() => text.insert(0, 'ŵ'), 2)
    const newcomers = await Promise.all(Array.from({ length: 6 }, (_, i) => anEditor(`newcomer-${i}`, id)))
    clearInterval(typing)
    await saved()
    for (const newcomer of newcomers) await expect.poll(() => sameState(newcomer.doc, doc)).toBe(true)
  })

  it('is given to nobody who may not see it, packed or not', async () => {
    const id = 'minutes:packed'
    gateway.holds('stranger', [])
    expect(await asked('stranger', { documentId: id, clientId: 7, packed: true })).toEqual({
      ok: false,
      code: 'not-found',
      details: {},
    })
  })
})
