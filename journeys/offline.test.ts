import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, launchBrowser, noBrowser, visit } from './browser.js'
import { aRunningMeeting } from './meetings.js'
import { signIn } from './person.js'
import { type Product, startProduct } from './product.js'

let product: Product
let browser: Browser
let meetingId: string

beforeAll(async () => {
  if (noBrowser) return
  product = await startProduct()
  browser = await launchBrowser()
  meetingId = await aRunningMeeting(await signIn(product, 'secretariat'), 'body-ws-1')
})
afterAll(async () => {
  await browser?.close()
  await product?.end()
})

const minutesOf = (page: Page): Locator => page.getByRole('textbox', { name: /^(Minutes|Cofnodion),/ })
const timesIn = async (page: Page, words: string) => (await minutesOf(page).innerText()).split(words).length - 1

/** Everything of one store of the device, as text. */
function stored(page: Page, database: string, store: string): Promise<string> {
  return page.evaluate(
    ([name, from]) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const db = opening.result
          if (!db.objectStoreNames.contains(from)) return resolve('')
          const asked = db.transaction(from).objectStore(from).getAll()
          asked.onsuccess = () => {
            db.close()
            const asText = (_key: string, value: unknown) =>
              ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value) : value
            resolve(JSON.stringify(asked.result, asText))
          }
        }
      }),
    [database, store] as const,
  )
}

/** The shell, the page and the text are on the device. */
async function isKept(page: Page, words: string): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker?.controller)
  await expect.poll(() => stored(page, 'camau-device', 'texts'), { timeout: 30_000 }).toContain(words)
  await expect.poll(() => stored(page, 'camau-device', 'reading'), { timeout: 30_000 }).toContain(meetingId)
}

async function cut(context: BrowserContext): Promise<void> {
  await context.setOffline(true)
}

describe.skipIf(noBrowser)('working without a line', () => {
  it('a meeting opens with its minutes; what is written and decided survives a reload, and arrives once', async () => {
    const { page, context } = await visit(browser, product, 'ws1-chair', `/en/meetings/${meetingId}`, { worker: true })
    await minutesOf(page).click()
    await page.keyboard.type('Said with a line. ')
    await isKept(page, 'Said with a line.')

    await cut(context)
    await page.reload()
    await expect.poll(() => timesIn(page, 'Said with a line.')).toBe(1)
    await minutesOf(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Said without a line. ')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Raised without a line')
    await page.keyboard.press('Control+Enter')
    await page.locator('.state.offline').waitFor()
    await expect.poll(() => stored(page, 'camau-commands', 'commands')).toContain('Raised without a line')

    await page.reload()
    await expect.poll(() => timesIn(page, 'Said without a line.')).toBe(1)
    await page.getByRole('link', { name: 'What waits here' }).click()
    await page.getByRole('heading', { name: 'Waiting on this device', level: 1 }).waitFor()
    await page.getByRole('main').getByRole('listitem').filter({ hasText: 'given' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.goBack()

    await context.setOffline(false)
    const reader = await visit(browser, product, 'secretariat', `/en/meetings/${meetingId}`)
    await expect.poll(() => timesIn(reader.page, 'Said without a line.'), { timeout: 30_000 }).toBe(1)
    await expect.poll(() => reader.page.locator('.raised-part', { hasText: 'Raised without a line' }).count()).toBe(1)
    await page.locator('.state.saved').waitFor()
    expect(await timesIn(page, 'Said without a line.')).toBe(1)
    await Promise.all([context.close(), reader.context.close()])
  })
})
