import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { aReplica, firstMinutes, minutesText, sameState, Y } from '@camau/collab'
import type { DocumentId } from '@camau/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentLog, newRow } from './document-log.js'
import { aBareSocket } from './testing/attacker.js'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { randomFrom } from './testing/random.js'
import { aParagraph } from './testing/typist.js'

let database: Awaited<ReturnType<typeof aDatabase>>
let gateway: Gateway
beforeAll(async () => {
  database = await aDatabase()
  gateway = await aGateway({ uri: database.uri, limits: { opened: 1_000 }, headCheck: 3_000, sleepAfter: 1_000 })
})
afterAll(async () => {
  await gateway?.close()
  await database?.stop()
})

/** IDLE_DOCUMENTS=500 for the figure of the bars. */
const documents = Number(process.env.IDLE_DOCUMENTS ?? 150)
setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Typed here and there, so that hardly two letters stand together: the most memory for the fewest bytes. */
function scattered(): Y.Doc {
  const doc = aReplica()
  firstMinutes([])(doc)
  minutesText(doc).push([aParagraph('It begins.')])
  const text = (minutesText(doc).get(1) as Y.XmlElement).get(0) as Y.XmlText
  const random = randomFrom(7)
  for (let i = 0; i < 2_000; i++) text.insert(random.int(text.length), 'ŵ')
  return doc
}

function memory(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

describe('a document that is open and left alone', () => {
  it('costs little more memory than its bytes, and is there at once when somebody writes', {
    timeout: 120_000,
  }, async () => {
    const log = documentLog(gateway.db)
    const doc = scattered()
    const state = Y.encodeStateAsUpdate(doc)
    const ids = Array.from({ length: documents }, (_, i): DocumentId => `minutes:idle-${i}`)
    for (const id of ids) {
      const { epoch } = await log.begin(id)
      await log.insert([{ ...newRow(id, epoch, state, null, new Date()), seq: 1 }])
    }
    const socket = await aBareSocket(gateway, 'reader')
    const before = memory()
    for (const documentId of ids) await socket.emitWithAck('document:open', { documentId, clientId: 7 })
    expect(gateway.live.counts().documents).toBe(documents)
    const each = () => (memory() - before) / documents
    const awake = each()
    await expect.poll(each, { timeout: 30_000, interval: 500 }).toBeLessThan(50 * 1024 + 2 * state.length)
    const most = Math.round(each() / 1024)
    console.log(`${state.length} bytes of state: ${Math.round(awake / 1024)} KB just opened, ${most} KB left alone`)

    const writer = (await gateway.as('writer')).openDocument('minutes:idle-7')
    await writer.opened
    expect(sameState(writer.doc, doc)).toBe(true)
    minutesText(writer.doc).push([aParagraph('Somebody writes.')])
    await writer.saved()
    expect(sameState((await gateway.live.documents.read('minutes:idle-7')).doc, writer.doc)).toBe(true)
    socket.close()
  })
})
