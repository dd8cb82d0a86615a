import { connect, Y } from '@camau/collab'
import type { RecordsChanged } from '@camau/protocol'
import type { Browser } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, noBrowser, visit } from './browser.js'
import { pace } from './pace.js'
import { type Person, signIn } from './person.js'
import { type Product, startProduct } from './product.js'

let product: Product
let secretary: Person
let viceChair: Person
let browser: Browser | undefined

beforeAll(async () => {
  product = await startProduct()
  secretary = await signIn(product, 'secretariat')
  viceChair = await signIn(product, 'ws1-vice-chair')
  if (!noBrowser) browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.end()
})

async function aMeeting(): Promise<string> {
  const id = v7()
  const [startsAt, endsAt] = [new Date().toISOString(), new Date(Date.now() + 7_200_000).toISOString()]
  expect((await secretary.command('createMeeting', { id, bodyId: 'body-ws-1', startsAt, endsAt })).code).toBeNull()
  expect((await secretary.command('startMeeting', { id })).code).toBeNull()
  return id
}

/** Gives somebody an office; the answer ends it again. */
async function appoint(personId: string, office: string, bodyId: string): Promise<() => Promise<void>> {
  const id = v7()
  expect((await secretary.command('appointPerson', { id, personId, office, bodyId })).code).toBeNull()
  return async () => {
    expect((await secretary.command('endAppointment', { id })).code).toBeNull()
  }
}

const write = (doc: Y.Doc, words: string) => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment('default').push([paragraph])
}

describe('a member of workstream 1 loses the office while writing', () => {
  it('and within a second edits, commands, presence, catch-up and changes are refused', async () => {
    const guest = await signIn(product, 'guest')
    const endOffice = await appoint(guest.personId, 'MEMBER', 'body-ws-1')
    const meetingId = await aMeeting()

    const reader = connect({ url: product.url, cookie: viceChair.cookie })
    const readers = reader.openDocument(`minutes:${meetingId}`)
    const acceptedAt: number[] = []
    readers.doc.on('update', () => acceptedAt.push(Date.now()))

    const leaver = connect({ url: product.url, cookie: guest.cookie })
    const leavers = leaver.openDocument(`minutes:${meetingId}`)
    const heard: { at: number; change: RecordsChanged }[] = []
    leaver.openRecords('body:body-ws-1', {
      onChange: (change) => heard.push({ at: Date.now(), change }),
      onReset: () => {},
    })
    await leavers.opened
    await readers.opened
    expect(leavers.readOnly).toBe(false)

    let n = 0
    const typing = setInterval(() => write(leavers.doc, `edit ${n++}`), 50) // 20 edits a second
    await expect.poll(() => acceptedAt.length, { timeout: 15_000 }).toBeGreaterThan(20)
    await endOffice()
    const answered = Date.now()
    await expect.poll(() => Date.now() - answered, { interval: 100, timeout: 5_000 }).toBeGreaterThan(1_500)
    // The room goes on: somebody else's command, which the leaver must not hear of.
    const { code } = await viceChair.command('proposeAction', {
      id: v7(),
      bodyId: 'body-ws-1',
      title: 'Said after they left',
    })
    expect(code).toBeNull()
    write(readers.doc, 'said after they left')
    await readers.saved()
    clearInterval(typing)

    expect(acceptedAt.filter((at) => at > answered + 1_000)).toHaveLength(1) // the reader's own
    expect(heard.filter(({ at, change }) => at > answered + 1_000 && change.patches.length > 0)).toEqual([])
    expect(leavers.doc.getXmlFragment('default').toString()).not.toContain('said after they left')
    expect(leavers.status.get().state).not.toBe('saved')
    expect(leavers.draft?.text).toContain(`edit ${n - 1}`)
    expect((await guest.command('proposeAction', { id: v7(), bodyId: 'body-ws-1', title: 'Too late' })).code).toBe(
      'not-permitted',
    )
    expect((await guest.ask('query ($id: ID!) { meeting(id: $id) { id } }', { id: meetingId })).code).toBe('not-found')

    const again = connect({ url: product.url, cookie: guest.cookie })
    const reopened = again.openDocument(`minutes:${meetingId}`)
    await expect.poll(() => reopened.status.get().because, { timeout: 10_000 }).toBe('not-found')
    expect(reopened.doc.getXmlFragment('default').toString()).toBe('')
    for (const connection of [reader, leaver, again]) connection.close()
  })

  it.skipIf(noBrowser)('and the page turns read only, with the unsent words kept as a draft', async () => {
    if (!browser) return
    const member = await signIn(product, 'member') // may read every workstream, write in this one for now
    const endOffice = await appoint(member.personId, 'MEMBER', 'body-ws-1')
    const meetingId = await aMeeting()
    const { page, context } = await visit(browser, product, 'member', `/en/meetings/${meetingId}`)
    const minutes = page.getByRole('textbox', { name: /^Minutes,/ })
    await minutes.click()
    await page.keyboard.type('Said in time. ')
    await page.locator('.state.saved').first().waitFor()

    await context.setOffline(true)
    await page.keyboard.type('The chair will write to the regional boards.')
    await page.locator('.state.offline').first().waitFor()
    await endOffice()
    await context.setOffline(false)
    await page.getByText('Not sent, visible only to you').waitFor({ timeout: 40_000 })
    const draft = page.locator('section, div', { hasText: 'Not sent, visible only to you' }).last()
    expect(await draft.innerText()).toContain('The chair will write to the regional boards.')
    expect(await page.locator('body').innerText()).toContain('Said in time.')
    await expect.poll(() => minutes.getAttribute('contenteditable')).not.toBe('true')
    await context.close()
  })

  it.skipIf(noBrowser)('and while the line is up the page turns read only within a second', async () => {
    if (!browser) return
    const member = await signIn(product, 'member')
    const endOffice = await appoint(member.personId, 'MEMBER', 'body-ws-1')
    const meetingId = await aMeeting()
    const { page, context } = await visit(browser, product, 'member', `/en/meetings/${meetingId}`)
    const minutes = page.getByRole('textbox', { name: /^Minutes,/ })
    await minutes.click()
    await page.keyboard.type('Writing along')
    await endOffice()
    const answered = Date.now()
    await expect.poll(() => minutes.getAttribute('contenteditable'), { interval: 20 }).not.toBe('true')
    console.log(`rights ended: the page was read only after ${Date.now() - answered} ms`)
    expect(Date.now() - answered).toBeLessThan(1_000 * pace)
    await context.close()
  })
})
