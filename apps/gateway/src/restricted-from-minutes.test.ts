import { connect, minutesPlainText } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createDocuments } from './live/index.js'
import { type Held, holdReading } from './live/testing/hold-loading.js'
import { latch } from './live/testing/latch.js'
import { type Caller, type RunningProgramme, runningProgramme } from './test/running-programme.js'

let programme: RunningProgramme
let secretary: Caller
const open: { close(): void }[] = []
beforeAll(async () => {
  programme = await runningProgramme()
  secretary = await programme.as('secretariat')
})
afterAll(async () => {
  for (const connection of open) connection.close()
  await programme?.stop()
})

/** Holds whoever opens a text for the first time and has read what it shall begin with: before its history begins. */
function beforeItsHistory(documentId: string): Held {
  const documents = programme.db.collection<{ _id: string }>('documents')
  const [asked, here] = latch()
  const [held, letGo] = latch()
  const insertOne = documents.insertOne.bind(documents)
  const spy = vi.spyOn(documents, 'insertOne').mockImplementation(async (...args) => {
    if (args[0]._id === documentId) {
      spy.mockRestore()
      here()
      await held
    }
    return insertOne(...args)
  })
  return { asked, letGo }
}

/** As above: when its history has begun, and nobody has written into it. */
const beforeItsFirstRow = (documentId: string): Held => holdReading(programme.db, 'documentUpdates', { documentId })

describe('an item that is restricted while somebody opens the minutes for the first time', () => {
  it.each([
    ['before their history begins', beforeItsHistory],
    ['before their first row', beforeItsFirstRow],
  ])('is not in them: %s', async (_when, hold) => {
    const [id, itemId] = [v7(), v7()]
    const times = { startsAt: '2027-02-01T10:00:00.000Z', endsAt: '2027-02-01T12:00:00.000Z' }
    const agenda = [
      { id: v7(), title: 'Welcome', minutes: 10 },
      { id: itemId, title: 'Juniper House', minutes: 20 },
      { id: v7(), title: 'Any other business', minutes: 5 },
    ]
    await secretary.tell('createMeeting', { id, bodyId: 'body-ws-1', ...times, agenda })
    const connection = connect({ url: programme.origin, cookie: (await programme.as('ws1-chair')).cookie })
    open.push(connection)
    const { asked, letGo } = hold(`minutes:${id}`)
    const page = connection.openDocument(`minutes:${id}`)
    await asked
    const input = { id: itemId, meetingId: id, restrictedTo: [{ personId: 'demo-secretariat' }] }
    await secretary.tell('restrictAgendaItem', input, 'id').finally(letGo)
    await page.opened
    const { doc } = await createDocuments(programme.db).read(`minutes:${id}`)
    for (const one of [page.doc, doc])
      expect(minutesPlainText(one).split('\n').filter(Boolean)).toEqual(['Welcome', 'Any other business'])
  })
})
