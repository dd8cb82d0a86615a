import { actionDetail, actionTitle, connect, Y } from '@camau/collab'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../../test/running-programme.js'

let programme: RunningProgramme
let chair: Caller
let secretary: Caller
let other: Caller
beforeAll(async () => {
  programme = await runningProgramme()
  chair = await programme.as('ws1-chair')
  secretary = await programme.as('secretariat')
  other = await programme.as('ws2-chair')
})
afterAll(() => programme?.stop())

async function anAction(title: string): Promise<string> {
  const id = v7()
  await chair.tell('proposeAction', { id, bodyId: 'body-ws-1', title })
  return id
}

async function open(caller: Caller, id: `action:${string}` | `legacy:${string}`) {
  const connection = connect({ url: programme.origin, cookie: caller.cookie })
  const document = connection.openDocument(id)
  await document.opened
  return { ...document, doc: document.doc, end: () => connection.close() }
}

const inTime = { timeout: 20_000 }

describe('the words of an action', () => {
  it('begin with the title as proposed, and a new title is in the log as soon as it is saved', async () => {
    const id = await anAction('Ask the bords')
    const document = await open(secretary, `action:${id}`)
    expect(actionTitle(document.doc).toString()).toBe('Ask the bords')
    actionTitle(document.doc).insert(10, 'a')
    actionDetail(document.doc).push([new Y.XmlElement('paragraph')])
    await document.saved()
    const read = async () => (await chair.ask('query A($id: ID!) { action(id: $id) { title version } }', { id })).action
    await expect.poll(read, inTime).toEqual({ title: 'Ask the boards', version: 2 })
    const { changes } = await chair.ask('{ changes(room: "body:body-ws-1", last: 1) { patches { id fields } } }')
    expect(changes[0].patches[0]).toMatchObject({ id, fields: { title: 'Ask the boards' } })
    document.end()
  })

  it('keeps the last title that said something', async () => {
    const id = await anAction('Keep me')
    const document = await open(secretary, `action:${id}`)
    actionTitle(document.doc).delete(0, 7)
    await document.saved()
    actionTitle(document.doc).insert(0, 'New words')
    await document.saved()
    const title = async () => (await chair.ask('query A($id: ID!) { action(id: $id) { title } }', { id })).action.title
    await expect.poll(title, inTime).toBe('New words')
    document.end()
  })

  it('turn read-only when a chair closes the action', async () => {
    const id = await anAction('Soon closed')
    const document = await open(secretary, `action:${id}`)
    await chair.tell('dropAction', { id, reason: 'Overtaken' })
    await expect.poll(() => document.status.get(), inTime).toMatchObject({ state: 'read-only' })
    document.end()
  })

  it('can be read, not written, on another workstream', async () => {
    const id = await anAction('Not yours')
    const document = await open(other, `action:${id}`)
    expect(document.status.get()).toMatchObject({ state: 'read-only' })
    expect(actionTitle(document.doc).toString()).toBe('Not yours')
    document.end()
  })
})

describe('the story of a legacy item', () => {
  it('begins with the problem the report states', async () => {
    const { legacyItem } = await chair.ask('{ legacyItem(id: "legacy-1") { problem } }')
    const document = await open(chair, 'legacy:legacy-1')
    expect(document.doc.getXmlFragment('narrative').toString()).toContain(legacyItem.problem.slice(0, 40))
    expect(document.status.get()).toMatchObject({ state: 'saved' })
    document.end()
  })

  it('can be read, not written, by another workstream', async () => {
    const document = await open(other, 'legacy:legacy-1')
    expect(document.status.get()).toMatchObject({ state: 'read-only' })
    document.end()
  })
})
