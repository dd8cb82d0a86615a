import { connect, minutesText, Y } from '@camau/collab'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Language, launchBrowser, noBrowser, visit } from './browser.js'
import { write } from './line.js'
import { aRunningMeeting } from './meetings.js'
import { type Person, signIn } from './person.js'
import { type Product, startProduct } from './product.js'

let product: Product
let browser: Browser
let secretary: Person
let chair: Person
let meeting: string

beforeAll(async () => {
  if (noBrowser) return
  product = await startProduct()
  browser = await launchBrowser()
  ;[secretary, chair] = await Promise.all([signIn(product, 'secretariat'), signIn(product, 'ws1-chair')])
  meeting = await aRunningMeeting(secretary, 'body-ws-1')
  await writeMinutes(meeting, 'Ten plans were received.')
  for (const step of ['endMeeting', 'circulateMinutes']) await carriedOut(secretary, step, { id: meeting })
  await carriedOut(chair, 'agreeMinutes', { id: meeting })
})
afterAll(async () => {
  await browser?.close()
  await product?.end()
})

const said = {
  en: { amendment: 'Amendment 1', agreed: /^Proposed by .*Agreed by Chair, Workstream 1 at the meeting on/s },
  cy: { amendment: 'Diwygiad 1', agreed: /^Cynigiwyd gan: .*Cytunwyd gan: Chair, Workstream 1, yn y cyfarfod ar/s },
}

describe.skipIf(noBrowser)('an amendment to agreed minutes', () => {
  it('is proposed and agreed on the page, and stands at its place and in print, in both languages', {
    timeout: 240_000,
  }, async () => {
    const address = `/meetings/${meeting}/minutes`
    const desk = await visit(browser, product, 'secretariat', `/en${address}`)
    await desk.page.getByRole('button', { name: 'Propose an amendment' }).click()
    await desk.page.getByLabel('Where').selectOption('1.1')
    await desk.page.getByLabel('As agreed').fill('Ten plans')
    await desk.page.getByLabel('Amended to').fill('Twelve plans')
    await desk.page.getByLabel('Why').fill('Two came by post.')
    await desk.page.getByRole('button', { name: 'Propose it' }).click()
    const proposed = desk.page.getByRole('region', { name: 'Amendment 1' })
    await proposed.getByText('Not agreed yet').waitFor()

    // The later meeting; its chair agrees on another screen, and the secretary's page follows.
    const later = await aRunningMeeting(secretary, 'body-ws-1')
    expect(later).not.toBe(meeting)
    const chairs = await visit(browser, product, 'ws1-chair', `/en${address}`)
    await chairs.page.getByRole('button', { name: 'Agree', exact: true }).click()
    const dialog = chairs.page.getByRole('dialog')
    await dialog.getByLabel('At which meeting').waitFor()
    await dialog.getByRole('button', { name: 'Agree', exact: true }).click()
    await proposed.getByText('Agreed by Chair, Workstream 1').waitFor()

    for (const language of ['en', 'cy'] as const) {
      const { page, context } = await visit(browser, product, 'ws1-vice-chair', `/${language}${address}`)
      await standsInPlace(page, language)
      await page.emulateMedia({ media: 'print' })
      await standsInPlace(page, language)
      await context.close()
    }
    await desk.context.close()
    await chairs.context.close()
  })
})

/** Below the passage it amends, with the agreed words still there, and nothing of it hidden. */
async function standsInPlace(page: Page, language: Language): Promise<void> {
  const amendment = page.getByRole('region', { name: said[language].amendment })
  await amendment.waitFor()
  expect(await amendment.locator('del').innerText()).toBe('Ten plans')
  expect(await amendment.locator('ins').innerText()).toBe('Twelve plans')
  expect(await amendment.locator('.of').innerText()).toMatch(said[language].agreed)
  const before = await amendment.evaluate((element) => element.previousElementSibling?.textContent)
  expect(before).toBe('1.1Ten plans were received.')
}

/** Writes a paragraph under a section of its own, as an editor would. */
async function writeMinutes(id: string, words: string): Promise<void> {
  const line = connect({ url: product.url, cookie: secretary.cookie })
  const opened = line.openDocument(`minutes:${id}`)
  await opened.opened
  const text = minutesText(opened.doc)
  text.delete(0, text.length)
  text.push([aHeading('Plans')])
  write(text, words)
  await opened.saved()
  line.close()
}

async function carriedOut(who: Person, command: string, input: Record<string, unknown>): Promise<void> {
  expect([command, (await who.command(command, input)).code]).toEqual([command, null])
}

function aHeading(words: string): Y.XmlElement {
  const heading = new Y.XmlElement<{ level: number }>('heading')
  heading.setAttribute('level', 2)
  heading.insert(0, [new Y.XmlText(words)])
  return heading as Y.XmlElement
}
