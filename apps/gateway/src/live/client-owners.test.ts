import { minutesText } from '@camau/collab'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { aParagraph } from './testing/typist.js'

let database: Awaited<ReturnType<typeof aDatabase>>
beforeAll(async () => {
  database = await aDatabase()
})
afterAll(() => database?.stop())

const hour = 3_600_000

/** Opens the text as another page would, under a client id of its own, and writes; says what came of it. */
async function aPageWrites(gateway: Gateway, personId: string): Promise<string> {
  const connection = await gateway.as(personId)
  const refused = new Promise<string>((done) => connection.channel.on('document:refused', ({ code }) => done(code)))
  const text = connection.openDocument('minutes:long-lived')
  await text.opened
  minutesText(text.doc).push([aParagraph('one more page')])
  const answer = await Promise.race([text.saved().then(() => 'saved'), refused])
  connection.close()
  return answer
}

describe('whoever writes in a text from page after page', () => {
  it('is held up when the pages of one day are too many, and not by those of the days before', async () => {
    const options = { uri: database.uri, limits: { clientIds: 3 } }
    const first = await aGateway(options)
    const clients = first.db.collection('documentClients')
    const pages: string[] = []
    for (let i = 0; i < 4; i++) pages.push(await aPageWrites(first, 'author'))
    expect(pages).toEqual(['saved', 'saved', 'saved', 'too-fast'])
    expect(await aPageWrites(first, 'somebody-else')).toBe('saved')
    const claimedBefore = (hours: number) =>
      clients.updateMany({ personId: 'author' }, { $set: { at: new Date(Date.now() - hours * hour) } })
    await claimedBefore(23)
    await first.close()

    const second = await aGateway(options)
    expect(await aPageWrites(second, 'author')).toBe('too-fast')
    await second.close()
    const third = await aGateway(options)
    await third.db
      .collection('documentClients')
      .updateMany({ personId: 'author' }, { $set: { at: new Date(Date.now() - 25 * hour) } })
    expect(await aPageWrites(third, 'author')).toBe('saved')
    await third.close()
  })
})
