import { connect, minutesText } from '@camau/collab'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { launchBrowser, noBrowser, visit } from './browser.js'
import { write } from './line.js'
import { aRunningMeeting } from './meetings.js'
import { appoint, endOffice } from './offices.js'
import { pace } from './pace.js'
import { type Person, signIn } from './person.js'
import { type Product, startProduct } from './product.js'

let product: Product
let secretary: Person
let chair: Person
let browser: Browser

beforeAll(async () => {
  if (noBrowser) return
  product = await startProduct()
  ;[secretary, chair] = await Promise.all([signIn(product, 'secretariat'), signIn(product, 'ws1-chair')])
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.end()
})

describe.skipIf(noBrowser)('a chair of workstream 1 loses the office, with the minutes and the log open', () => {
  it('while typing: both pages are read only within a second, and no word is lost', async () => {
    const { minutes, log, meetingId, close } = await bothPages()
    const typed: string[] = []
    let going = true
    const typing = (async () => {
      while (going) {
        const word = `w${typed.length}`
        await minutes.keyboard.type(`${word} `, { delay: 40 })
        typed.push(word)
      }
    })()
    await expect.poll(() => typed.length, { timeout: 20_000 }).toBeGreaterThan(20)
    expect(await editable(log).count()).toBeGreaterThan(0)
    const acts = await buttons(log)

    await theOfficeEnds()
    const answered = Date.now()
    await expect.poll(() => isWritable(minutes), { interval: 20, timeout: 20_000 }).toBe(false)
    const until = typed.length - 1 // the word being typed at that moment may be cut short
    const minutesAfter = Date.now() - answered
    await expect.poll(() => editable(log).count(), { interval: 20, timeout: 20_000 }).toBe(0)
    const logAfter = Date.now() - answered
    going = false
    await typing
    console.log(`rights ended: minutes read only after ${minutesAfter} ms, the log after ${logAfter} ms`)
    expect(Math.max(minutesAfter, logAfter)).toBeLessThan(1_000 * pace)
    expect(acts).toContain('Propose an action')
    expect(await buttons(log)).not.toContain('Propose an action')

    // What the server took and the draft are all that was typed; the cut between them may go through a word.
    const written = typed.slice(0, until)
    const shown = await textbox(minutes).innerText()
    expect(written.filter((word) => !shown.split(/\s+/).includes(word))).toEqual([])
    const kept = [await taken(meetingId), await draftOn(minutes)].join('').replaceAll(/\s/g, '')
    expect(kept).toContain(written.join(''))
    await close()
  })

  it('while the line is down: words that were not sent stay as a draft when it is back', async () => {
    const { minutes, log, setOffline, meetingId, close } = await bothPages()
    await minutes.keyboard.type('Said in time. ')
    await minutes.locator('.state.saved').first().waitFor()
    await setOffline(true)
    await minutes.keyboard.type('Said to nobody yet.')
    await minutes.locator('.state.offline').first().waitFor()
    await theOfficeEnds()
    await setOffline(false)

    await expect.poll(() => draftOn(minutes), { timeout: 60_000 }).toContain('Said to nobody yet.')
    expect(await isWritable(minutes)).toBe(false)
    expect(await minutes.locator('main').innerText()).toContain('Said in time. ')
    await expect.poll(() => editable(log).count(), { timeout: 60_000 }).toBe(0)
    expect(await taken(meetingId)).not.toContain('Said to nobody yet.')
    await close()
  })

  it('but keeps a seat in the advisory group: both pages are read on, and follow what the others do', async () => {
    onTestFinished(await appoint(secretary, chair, 'MEMBER', 'body-mag'))
    const { minutes, log, meetingId, close } = await bothPages()
    await minutes.keyboard.type('Said in office. ')
    await minutes.locator('.state.saved').first().waitFor()
    await theOfficeEnds()
    await expect.poll(() => isWritable(minutes), { timeout: 20_000 }).toBe(false)
    await expect.poll(() => editable(log).count(), { timeout: 20_000 }).toBe(0)

    await others(meetingId)
    await minutes.getByText('Said by those who stay').waitFor()
    await log.getByRole('searchbox', { name: 'Filter by words or number' }).fill('of those who stay')
    await log.getByText('An action of those who stay').waitFor()
    expect(await editable(log).count()).toBe(0)
    await close()
  })
})

/** The secretariat ends the appointment; after the test the chair is chair again. */
async function theOfficeEnds(): Promise<void> {
  onTestFinished(await endOffice(secretary, chair, 'CHAIR', 'body-ws-1'))
}

/** Two windows, side by side: a browser slows down a page that nobody sees. */
async function bothPages() {
  const meetingId = await aRunningMeeting(secretary, 'body-ws-1')
  const [minutes, log] = await Promise.all(
    [`/en/meetings/${meetingId}`, '/en/bodies/body-ws-1'].map((path) => visit(browser, product, 'ws1-chair', path)),
  )
  if (!minutes || !log) throw new Error('two pages were asked for')
  const contexts = [minutes.context, log.context]
  const forBoth = async (act: (context: BrowserContext) => Promise<void>) => {
    await Promise.all(contexts.map(act))
  }
  await editable(log.page).first().waitFor()
  await textbox(minutes.page).click()
  await minutes.page.keyboard.press('Control+End')
  return {
    minutes: minutes.page,
    log: log.page,
    meetingId,
    setOffline: (offline: boolean) => forBoth((context) => context.setOffline(offline)),
    close: () => forBoth((context) => context.close()),
  }
}

const textbox = (page: Page): Locator => page.getByRole('textbox', { name: /^Minutes,/ })
const editable = (page: Page): Locator => page.locator('td[role="gridcell"][aria-readonly="false"]')
const isWritable = (page: Page) =>
  page.locator('.ProseMirror').evaluateAll((all) => all.some((one) => one.getAttribute('contenteditable') === 'true'))
const buttons = (page: Page) => page.locator('main').getByRole('button').allInnerTexts()

/** Words that were not sent, as the page keeps them. */
async function draftOn(page: Page): Promise<string> {
  const words = page.getByRole('region', { name: 'Not sent, visible only to you' }).locator('.draft-text')
  return (await words.count()) > 0 ? words.innerText() : ''
}

/** Somebody who stays writes in the minutes and raises an action. */
async function others(meetingId: string): Promise<void> {
  const line = connect({ url: product.url, cookie: secretary.cookie })
  const document = line.openDocument(`minutes:${meetingId}`)
  await document.opened
  write(minutesText(document.doc), 'Said by those who stay')
  await document.saved()
  line.close()
  const action = { id: v7(), bodyId: 'body-ws-1', title: 'An action of those who stay' }
  expect((await secretary.command('proposeAction', action)).code).toBeNull()
}

/** The minutes as somebody who stays reads them. */
async function taken(meetingId: string): Promise<string> {
  const line = connect({ url: product.url, cookie: secretary.cookie })
  const document = line.openDocument(`minutes:${meetingId}`)
  await document.opened
  const text = minutesText(document.doc)
    .toString()
    .replaceAll(/<[^>]*>/g, ' ')
  line.close()
  return text
}
