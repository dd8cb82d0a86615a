import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.js'
import { type Language, launchBrowser, noBrowser, visit } from './browser.js'
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
  const secretary = await signIn(product, 'secretariat')
  meetingId = await aRunningMeeting(secretary, 'body-ws-1')
})
afterAll(async () => {
  await browser?.close()
  await product?.end()
})

const said = {
  en: { ended: 'Sign in again to go on', again: 'Sign in here', minutes: /^Minutes,/ },
  cy: { ended: 'Mewngofnodwch eto i barhau', again: 'Mewngofnodi yma', minutes: /^Cofnodion,/ },
}

describe.skipIf(noBrowser)('a session that ends while its person writes the minutes', () => {
  it.each(['en', 'cy'] as const)('is taken up again in place, and no word is lost (%s)', async (language: Language) => {
    const { page, context } = await visit(browser, product, 'ws1-chair', `/${language}/meetings/${meetingId}`)
    const minutes = page.getByRole('textbox', { name: said[language].minutes })
    await minutes.click()
    await page.keyboard.type('Said before it ended. ')
    await page.locator('.state.saved').first().waitFor()

    expect((await context.request.post('/auth/sign-out', { data: {} })).status()).toBe(204)
    const dialog = page.getByRole('dialog', { name: said[language].ended })
    await dialog.waitFor()
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: said[language].again }).click()
    await dialog.waitFor({ state: 'detached' })

    await minutes.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('Said after it ended.')
    await page.locator('.state.saved').first().waitFor()
    const reader = await visit(browser, product, 'secretariat', `/${language}/meetings/${meetingId}`)
    const text = () => reader.page.getByRole('textbox', { name: said[language].minutes }).innerText()
    await expect.poll(text, { timeout: 30_000 }).toContain('Said after it ended.')
    expect(await text()).toContain('Said before it ended.')
    await Promise.all([context.close(), reader.context.close()])
  })

  it('is over in every window once its person has signed out in one: nothing is left to read', async () => {
    const { page, context } = await visit(browser, product, 'ws1-chair', '/en/actions')
    const other = await context.newPage()
    await other.goto(`/en/meetings/${meetingId}`)
    await other.getByRole('textbox', { name: said.en.minutes }).waitFor()
    await page.locator('.me-button').click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await Promise.all([page, other].map((window) => window.locator('main.in').waitFor()))
    expect(await other.getByRole('dialog').count()).toBe(0)
    await context.close()
  })
})
