import { aReplica, firstMinutes, minutesPlainText, minutesSchema, minutesText } from '@camau/collab'
import type { Connection } from 'mongoose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { inTransaction } from '../platform/transaction.js'
import { documentLog, newRow } from './document-log.js'
import { passageFinder, redactionMark, redactText } from './history/redact-text.js'
import { createHistory } from './history.js'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { aParagraph } from './testing/typist.js'

let database: Awaited<ReturnType<typeof aDatabase>>
let gateway: Gateway
beforeAll(async () => {
  database = await aDatabase()
  // Nothing is found by looking at the log now and then: it must have been heard.
  gateway = await aGateway({ uri: database.uri, headCheck: 600_000 })
})
afterAll(async () => {
  await gateway?.close()
  await database?.stop()
})

type Id = `minutes:${string}`
/** So many that going through them takes longer than somebody takes to type a letter. */
const versions = 30
const historyHere = () => createHistory(gateway.db, () => minutesSchema)

/** Minutes that nobody has open, and that say so. */
async function minutesSaying(id: Id, words: string): Promise<void> {
  const log = documentLog(gateway.db)
  const { epoch } = await log.begin(id)
  const doc = aReplica()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  firstMinutes([])(doc)
  minutesText(doc).push([aParagraph(words)])
  await log.insert(updates.map((update, i) => ({ ...newRow(id, epoch, update, 'p', new Date()), seq: i + 1 })))
}

async function keepVersion(id: Id, version: string): Promise<void> {
  const keeping = { id: version, kind: 'kept', label: null, personId: 'p' } as const
  await inTransaction(gateway.db, (session) => historyHere().keep({ session, at: new Date() }, id, keeping))
}

async function takeOut(id: Id, passage: string): Promise<void> {
  const find = passageFinder([passage])
  const { epoch } = await inTransaction(gateway.db, (session) =>
    historyHere().beginAnew({ session, at: new Date() }, id, {
      words: (label) => label,
      change(doc) {
        const { clients } = redactText(doc, minutesSchema, find, 'r')
        return clients.map((clientId) => ({ clientId, personId: 'p', at: new Date(), madeBy: 'p' }))
      },
    }),
  )
  gateway.bus.publish('moved', { documentId: id, epoch })
}

/** Holds the last question of whoever loads a document, until let go. */
function holdLoading(db: Connection): { asked: Promise<void>; letGo(): void } {
  const clients = db.collection('documentClients')
  const [asked, here] = latch()
  const [held, letGo] = latch()
  const find = clients.find.bind(clients)
  const spy = vi.spyOn(clients, 'find').mockImplementation((...args: Parameters<typeof find>) => {
    const cursor = find(...args)
    const toArray = cursor.toArray.bind(cursor)
    cursor.toArray = async () => {
      here()
      await held
      return toArray()
    }
    spy.mockRestore()
    return cursor
  })
  return { asked, letGo }
}

function latch(): [Promise<void>, () => void] {
  let open = () => {}
  const opened = new Promise<void>((done) => {
    open = done
  })
  return [opened, open]
}

describe('a history that ends', () => {
  it('is shown to nobody, though the document was just being loaded', async () => {
    const id = 'minutes:loading'
    await minutesSaying(id, 'Quartz Meadow spoke')
    const { asked, letGo } = holdLoading(gateway.db)
    const page = (await gateway.as('reader')).openDocument(id)
    await asked
    await takeOut(id, 'Quartz Meadow')
    letGo()
    await page.opened
    expect(minutesPlainText(page.doc)).toBe(`${redactionMark} spoke`)
  })

  it('ends though somebody types without a pause and many versions must be gone through; no word they were told is saved is lost', async () => {
    const id = 'minutes:busy'
    await minutesSaying(id, 'Quartz Meadow spoke')
    for (let n = 0; n < versions; n++) await keepVersion(id, `v-${n}`)
    const page = (await gateway.as('typist')).openDocument(id)
    await page.opened
    const saved: string[] = []
    const typing = (async () => {
      for (let n = 0; ; n++) {
        minutesText(page.doc).push([aParagraph(`line ${n}`)])
        await page.saved()
        saved.push(`line ${n}`)
      }
    })()
    const [told] = await Promise.all([typing.catch((error: unknown) => error), takeOut(id, 'Quartz Meadow')])
    expect(told).toMatchObject({ code: 'stale-epoch' })
    const { doc } = await gateway.live.documents.read(id)
    expect(minutesPlainText(doc).split('\n')).toEqual([`${redactionMark} spoke`, ...saved])
  })
})
