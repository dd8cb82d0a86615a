import { deleteSetHash, minutesJson, minutesText, sameState, Y } from '@camau/collab'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'

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

const write = (doc: Y.Doc, text: string): void => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  minutesText(doc).push([paragraph])
}

describe('two people writing the minutes', () => {
  it('begin with the agenda, see each other, and hold the same text as a cold load', async () => {
    const chair = (await gateway.as('chair')).openDocument('minutes:m-1')
    const member = (await gateway.as('member')).openDocument('minutes:m-1')
    await Promise.all([chair.opened, member.opened])
    expect(minutesJson(chair.doc).content[0]).toMatchObject({ type: 'heading', attrs: { itemId: 'item-1' } })

    write(chair.doc, 'Dechreuodd y cyfarfod')
    write(member.doc, 'Everyone was welcomed')
    await Promise.all([chair.saved(), member.saved()])
    await expect.poll(() => sameState(chair.doc, member.doc)).toBe(true)
    minutesText(member.doc).delete(2, 1)
    await member.saved()
    await expect.poll(() => deleteSetHash(chair.doc) === deleteSetHash(member.doc)).toBe(true)

    const { doc, seq } = await gateway.live.documents.read('minutes:m-1')
    expect(seq).toBeGreaterThan(2) // what both wrote at once may be one row
    expect(sameState(doc, chair.doc)).toBe(true)
    expect(minutesJson(doc)).toEqual(minutesJson(chair.doc))
    expect(minutesJson(doc)).toEqual(minutesJson(member.doc))
    expect(chair.status.get()).toEqual({ state: 'saved', kept: 0 })
  })

  it('are told of each other on a page that needs the text in two places, and leaves one of them', async () => {
    const page = await gateway.as('two-places')
    const other = (await gateway.as('elsewhere')).openDocument('minutes:m-2')
    const [first, second] = [page.openDocument('minutes:m-2'), page.openDocument('minutes:m-2')]
    await Promise.all([first.opened, second.opened, other.opened])
    second.close()
    second.close()
    write(other.doc, 'You are still here')
    await other.saved()
    await expect.poll(() => sameState(first.doc, other.doc), { timeout: 5_000 }).toBe(true)
    write(first.doc, 'Yes, I am')
    await first.saved()

    first.close()
    const again = page.openDocument('minutes:m-2')
    await again.opened
    await expect.poll(() => sameState(again.doc, other.doc)).toBe(true)
    expect(again.doc).not.toBe(first.doc)
  })
})
