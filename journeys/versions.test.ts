import type { Browser, Locator, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.js'
import { launchBrowser, noBrowser, visit } from './browser.js'
import { aRunningMeeting } from './meetings.js'
import { type Person, signIn } from './person.js'
import { type Product, startProduct } from './product.js'

let product: Product
let browser: Browser
let secretary: Person

beforeAll(async () => {
  if (noBrowser) return
  product = await startProduct()
  browser = await launchBrowser()
  secretary = await signIn(product, 'secretariat')
})
afterAll(async () => {
  await browser?.close()
  await product?.end()
})

const minutesOf = (page: Page): Locator => page.getByRole('textbox', { name: /^(Minutes|Cofnodion),/ })
const soon = { timeout: 20_000 }

async function write(page: Page, words: string): Promise<void> {
  await minutesOf(page).click({ timeout: 60_000 })
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(words)
}

/** How often the saved text holds some words. */
async function placesOf(meeting: string, words: string): Promise<number | undefined> {
  const { data } = await secretary.ask<{ redactionPreview: { inText: number } }>(
    'query P($id: ID!, $passages: [String!]!) { redactionPreview(documentId: $id, passages: $passages) { inText } }',
    { id: `minutes:${meeting}`, passages: [words] },
  )
  return data?.redactionPreview.inText
}

/** The list, its dialogs, a version and a comparison, as wide as a desk and as narrow as a phone. */
async function expectNoFaults(meeting: string): Promise<void> {
  for (const [language, width] of [
    ['en', 1440],
    ['cy', 360],
  ] as const) {
    const { page, context } = await visit(browser, product, 'secretariat', `/${language}/versions/minutes/${meeting}`, {
      width,
    })
    const check = async (what: string) => {
      expect([what, language, await faultsOf(page)]).toEqual([what, language, []])
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([what, language, wider]).toEqual([what, language, Math.min(wider, 0)])
    }
    const buttons = page.locator('.versions').first().getByRole('button')
    await buttons.first().waitFor({ timeout: 60_000 })
    await check('list')
    const acts = page.locator('.head').getByRole('button')
    for (const which of [0, 1]) {
      await acts.nth(which).click()
      await page.getByRole('dialog').waitFor()
      await check(`dialog ${which}`)
      await page.keyboard.press('Escape')
    }
    await buttons.nth(2).click()
    await page.getByRole('dialog').waitFor()
    await check('bring back')
    await page.keyboard.press('Escape')
    await buttons.nth(0).click()
    await page.locator('.version-text').waitFor()
    await check('read')
    await page.goBack()
    await page.locator('.versions li').last().getByRole('button').nth(1).click()
    await page.locator('.version-text').waitFor()
    await check('compared')
    await context.close()
  }
}

describe.skipIf(noBrowser)('versions of minutes', () => {
  it('are kept, compared with their authors, and come back while somebody else types', async () => {
    const meeting = await aRunningMeeting(secretary, 'body-ws-1')
    const [one, two] = await Promise.all([
      visit(browser, product, 'secretariat', `/en/meetings/${meeting}`),
      visit(browser, product, 'ws1-chair', `/en/meetings/${meeting}`),
    ])
    await write(one.page, 'Wording everybody wanted')
    await expect.poll(() => minutesOf(two.page).innerText(), soon).toContain('Wording everybody wanted')
    await one.page.getByRole('link', { name: 'Versions of this text' }).click()
    await one.page.getByRole('button', { name: 'Keep this version' }).click()
    await one.page.getByLabel('Name of the version').fill('Before the vote')
    await one.page.getByRole('dialog').getByRole('button', { name: 'Keep this version' }).click()
    await one.page.getByText('Before the vote').first().waitFor()

    await two.page.getByRole('button', { name: 'Who wrote this?' }).click()
    await expect
      .poll(() => two.page.locator('[data-written-by]').last().getAttribute('data-written-by'), soon)
      .toMatch(/^Secretariat/)
    await write(two.page, 'Added by the chair')
    await one.page.getByRole('button', { name: /^Compare with now: Before the vote/ }).click()
    const inserted = one.page.locator('ins')
    await expect
      .poll(
        () =>
          inserted
            .first()
            .innerText()
            .catch(() => ''),
        soon,
      )
      .toContain('Added by the chair')
    expect(await inserted.first().innerText()).toContain('Chair, Workstream 1')
    await one.page.keyboard.press('n')
    expect(await one.page.locator('ins:focus').count()).toBe(1)
    expect(await one.page.getByText('Change 1 of 1').count()).toBe(1)
    expect(await one.page.locator('.version-text span[title^="Secretariat"]').first().innerText()).toContain(
      'Wording everybody wanted',
    )

    await one.page.getByRole('button', { name: 'Back to the list' }).click()
    const typing = two.page.keyboard.type(' and typed on without a pause', { delay: 60 })
    await one.page.getByRole('button', { name: /^Bring back: Before the vote/ }).click()
    await one.page.getByRole('dialog').getByRole('button', { name: 'Bring it back' }).click()
    await one.page.getByText('The version is back.').first().waitFor()
    await typing
    // What was typed before it came back is in the version that was kept just before; what came after stays.
    await expect.poll(() => minutesOf(two.page).innerText(), soon).not.toContain('Added by the chair')
    expect(await minutesOf(two.page).innerText()).toContain('Wording everybody wanted')
    await one.page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => minutesOf(two.page).innerText(), soon).toContain('Added by the chair')
    for (const { context } of [one, two]) await context.close()
    await expectNoFaults(meeting)
  }, 240_000)

  it('lose words for good: a browser that still has the old text gets it anew, and its person keeps what was not sent', async () => {
    const meeting = await aRunningMeeting(secretary, 'body-ws-1')
    const visitor = await visit(browser, product, 'ws1-chair', `/en/meetings/${meeting}`)
    const { page, context } = visitor
    await write(page, 'Saffron Windmill-House was there')
    await expect.poll(() => placesOf(meeting, 'was there'), soon).toBe(1)
    await context.setOffline(true)
    await write(page, 'Only on this device')
    const office = await visit(browser, product, 'secretariat', `/en/versions/minutes/${meeting}`)
    await office.page.getByRole('button', { name: 'Take words out for good' }).click()
    await office.page.getByLabel('Words to take out').fill('saffron windmill-house')
    await office.page.getByLabel('Reason').fill('Asked for')
    await office.page.getByRole('button', { name: 'Look where they stand' }).click()
    await office.page.getByText('1 place in the text, 0 versions.').waitFor()
    await office.page.getByRole('button', { name: 'Take them out for good' }).click()
    await office.page.getByText('Taken out for good').waitFor()
    await context.setOffline(false)
    await expect
      .poll(
        () =>
          minutesOf(page)
            .innerText()
            .catch(() => ''),
        soon,
      )
      .toContain('redacted] was there')
    const draft = page.getByRole('region', { name: 'Not sent, visible only to you' })
    await expect
      .poll(
        () =>
          draft
            .first()
            .innerText()
            .catch(() => ''),
        soon,
      )
      .toContain('Only on this device')
    expect(await minutesOf(page).innerText()).not.toContain('Only on this device')
    await write(page, 'Written in the new text')
    await expect.poll(() => placesOf(meeting, 'Written in the new text'), soon).toBe(1)
    for (const one of [visitor, office]) await one.context.close()
  }, 240_000)

  it('lose words for good in an action, too: its open page writes nothing of what it showed into the new text', async () => {
    const chair = await signIn(product, 'ws1-chair')
    const action = v7()
    await chair.command('proposeAction', { id: action, bodyId: 'body-ws-1', title: 'Ask Saffron Windmill-House' })
    const { page, context } = await visit(browser, product, 'ws1-chair', `/en/actions/${action}`)
    const detail = page.getByRole('textbox', { name: 'Detail' })
    await detail.and(page.locator('[aria-busy=false]')).fill('Saffron Windmill-House told us so.')
    await page.locator('.state.saved').waitFor()
    const places = async (words: string) => {
      const { data } = await secretary.ask<{ redactionPreview: { inText: number } }>(
        'query P($id: ID!, $passages: [String!]!) { redactionPreview(documentId: $id, passages: $passages) { inText } }',
        { id: `action:${action}`, passages: [words] },
      )
      return data?.redactionPreview.inText
    }
    await expect.poll(() => places('Windmill-House'), soon).toBe(2)
    const input = { documentId: `action:${action}`, passages: ['Saffron Windmill-House'], reason: 'Asked for' }
    expect(await secretary.command('redactDocument', { id: v7(), ...input })).toMatchObject({ code: null })
    const shown = () => detail.and(page.locator('[aria-busy=false]')).inputValue()
    await expect.poll(shown, soon).toBe('[golygwyd · redacted] told us so.')
    await expect.poll(() => page.locator('.page-title-text').inputValue(), soon).toBe('Ask [golygwyd · redacted]')
    await detail.press('Control+End')
    await page.keyboard.type(' Written since.')
    await expect.poll(() => places('Written since.'), soon).toBe(1)
    expect([await places('told us so.'), await places('Windmill-House')]).toEqual([1, 0])
    await context.close()
  })
})
