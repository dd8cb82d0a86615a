import {
  aReplica,
  firstMinutes,
  minutesPlainText,
  minutesSchema,
  minutesText,
  type OpenDocument,
  Y,
} from '@camau/collab'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../platform/transaction.js'
import { compact } from './compaction.js'
import { documentLog, newRow } from './document-log.js'
import { passageFinder, redactionMark, redactText } from './history/redact-text.js'
import { createHistory } from './history.js'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { holdLoading, holdReading } from './testing/hold-loading.js'
import { latch } from './testing/latch.js'
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

async function takeOut(id: Id, passage: string, beforeEachTry = () => {}): Promise<void> {
  const find = passageFinder([passage])
  const { epoch } = await inTransaction(gateway.db, (session) => {
    beforeEachTry()
    return historyHere().beginAnew({ session, at: new Date() }, id, {
      words: (label) => label,
      change(doc) {
        const { clients } = redactText(doc, minutesSchema, find, 'r')
        return clients.map((clientId) => ({ clientId, personId: 'p', at: new Date(), madeBy: 'p' }))
      },
    })
  })
  gateway.bus.publish('moved', { documentId: id, epoch })
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

  it('loses nothing of the one that begins while what is left of ended ones is swept away', async () => {
    for (const id of ['minutes:swept-before', 'minutes:begun-anew'] as const)
      await minutesSaying(id, 'Quartz Meadow spoke')
    const { asked, letGo } = holdReading(gateway.db, 'documentSnapshots', { documentId: 'minutes:swept-before' })
    const swept = historyHere().sweep(new Set())
    await asked
    await takeOut('minutes:begun-anew', 'Quartz Meadow')
    await compact(documentLog(gateway.db), 'minutes:begun-anew', new Date(), 0)
    letGo()
    await swept
    const { doc } = await gateway.live.documents.read('minutes:begun-anew')
    expect(minutesPlainText(doc)).toBe(`${redactionMark} spoke`)
    expect(await gateway.db.collection('documentSnapshots').countDocuments({ documentId: 'minutes:begun-anew' })).toBe(
      1,
    )
  })

  it('waits for whoever is writing elsewhere what it says, and they find it ended afterwards', async () => {
    const id = 'minutes:followed'
    await minutesSaying(id, 'Quartz Meadow spoke')
    const { epoch } = await gateway.live.documents.read(id)
    const isCurrent = documentLog(gateway.db).isCurrent(id, epoch)
    let ending = Promise.resolve()
    let ended = false
    await inTransaction(gateway.db, async (session) => {
      expect(await isCurrent(session)).toBe(true)
      const [triedAgain, again] = latch()
      let tries = 0
      ending = takeOut(id, 'Quartz Meadow', () => ++tries > 1 && again()).then(() => {
        ended = true
      })
      await Promise.race([triedAgain, ending])
      expect(ended).toBe(false)
    })
    await ending
    expect(await inTransaction(gateway.db, isCurrent)).toBe(false)
  })

  it('is left for good by whoever had words of their own in it, though another part of the page has it open and the line breaks again', async () => {
    const id = 'minutes:left'
    await minutesSaying(id, 'Quartz Meadow spoke')
    const connection = await gateway.as('two-parts')
    const [page, other] = [connection.openDocument(id), connection.openDocument(id)]
    await page.opened
    connection.channel.breakOff()
    minutesText(page.doc).push([aParagraph('not sent')])
    await takeOut(id, 'Quartz Meadow')
    await expect.poll(() => page.status.get(), { timeout: 5_000 }).toMatchObject({ because: 'stale-epoch', kept: 1 })
    page.close()

    const openedAgain = new Promise<OpenDocument>((opened) => {
      connection.channel.line.subscribe(() => {
        if (connection.channel.line.get().state === 'connected') opened(connection.openDocument(id))
      })
    })
    connection.channel.breakOff()
    const fresh = await openedAgain
    await fresh.opened
    expect(minutesPlainText(fresh.doc)).toBe(`${redactionMark} spoke`)
    other.close()
  })

  it('is heard of by a text that was refused words and gave up its place, though who took the place has left', async () => {
    const id = 'minutes:gave-up'
    await minutesSaying(id, 'Quartz Meadow spoke')
    const connection = await gateway.as('gave-up')
    const page = connection.openDocument(id)
    await page.opened
    minutesText(page.doc).push([new Y.XmlElement('script')])
    await expect.poll(() => page.status.get().because).toBe('unknown-content')
    const other = connection.openDocument(id)
    await other.opened
    expect(other.readOnly).toBe(false)
    other.close()
    await takeOut(id, 'Quartz Meadow')
    await expect.poll(() => page.status.get().because).toBe('stale-epoch')
  })
})
