import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { faultsOf } from './axe.js'
import { launchBrowser, noBrowser, type Visitor, visit } from './browser.js'
import { endOffice } from './offices.js'
import { decline, inTime, linesOf, propose } from './owner-ledger.js'
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

const editorOf = (page: Page): Locator => page.locator('.narrative').getByRole('textbox')
const writeHere = (page: Page): Locator => page.getByRole('button', { name: /^(Write here|Ysgrifennu yma)$/ })

/** Takes up the editor; the caret is at the end of the text. */
async function takeUp(page: Page): Promise<void> {
  await writeHere(page).click(inTime)
  await atTheText(page)
}

async function takeUpByKey(page: Page): Promise<void> {
  await writeHere(page).focus(inTime)
  await page.keyboard.press('Enter')
  await atTheText(page)
}

async function atTheText(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.closest('.narrative .read') !== null, null, inTime)
}

/** The narrative as it stands on a page, in the editor or for reading: a line a block, without others' carets. */
function textOf(page: Page): Promise<string> {
  return page
    .locator('.narrative .read')
    .first()
    .evaluate((text) => {
      const copy = document.createElement('div')
      copy.append(...[...text.children].map((block) => block.cloneNode(true)))
      for (const caret of copy.querySelectorAll('.caret, .ProseMirror-separator')) caret.remove()
      return [...copy.children].map((block) => block.textContent?.replaceAll('\u2060', '') ?? '').join('\n')
    })
}

/** The connection mark says so, and has nothing more to send. */
const saved = (page: Page) => page.locator('.state.saved').first().waitFor(inTime)

async function typeWords({ page }: Visitor, initial: string, count: number, from = 0): Promise<string[]> {
  const words = Array.from({ length: count }, (_, n) => `${initial}${from + n}`)
  for (const word of words) await page.keyboard.type(`${word} `, { delay: 10 })
  return words
}

describe.skipIf(noBrowser)('the narrative of a legacy item', () => {
  it('is written by two at once, one of them offline for a while, and read by a third: nothing typed is missing', async () => {
    const path = '/legacy/legacy-2'
    const [chair, secretariat, reader] = await Promise.all([
      visit(browser, product, 'ws2-chair', `/en${path}`),
      visit(browser, product, 'secretariat', `/cy${path}`),
      visit(browser, product, 'member', `/en${path}`),
    ])
    const fetched: string[] = []
    reader.page.on('request', (request) => fetched.push(request.url()))
    await Promise.all([takeUp(chair.page), takeUp(secretariat.page)])
    expect(await textOf(chair.page)).toContain('staff time')

    await chair.page.keyboard.press('Enter')
    const typed = await typeWords(chair, 'c', 6)
    await expect.poll(() => textOf(secretariat.page), inTime).toContain('c5')
    await expect.poll(() => textOf(reader.page), inTime).toContain('c5')
    await secretariat.page.locator('.narrative .caret').first().waitFor({ state: 'attached' })

    expect(await faultsOf(chair.page)).toEqual([])

    await chair.context.setOffline(true)
    await chair.page.locator('.state.offline').first().waitFor(inTime)
    await secretariat.page.keyboard.press('Control+End')
    const apart = await Promise.all([typeWords(chair, 'c', 8, 6), typeWords(secretariat, 's', 12)])
    expect(await textOf(chair.page)).not.toContain('s11')
    await chair.context.setOffline(false)
    await expect.poll(() => textOf(chair.page), inTime).toContain('s11')
    const together = await Promise.all([typeWords(chair, 'c', 8, 14), typeWords(secretariat, 's', 8, 12)])

    await Promise.all([saved(chair.page), saved(secretariat.page)])
    const read = () => Promise.all([chair, secretariat, reader].map(({ page }) => textOf(page)))
    await expect.poll(async () => new Set(await read()).size, inTime).toBe(1)
    const text = await textOf(chair.page)
    const words = new Set(text.split(/\s+/))
    expect([...typed, ...apart.flat(), ...together.flat()].filter((word) => !words.has(word))).toEqual([])
    expect(text).toContain('staff time')

    // What the report says stays beside it, as a fact.
    await reader.page.getByText('What the report says').click()
    await expect.poll(() => reader.page.locator('.report-words').innerText()).toContain('Much staff time')
    expect(await reader.page.getByText('You can read this.').count()).toBe(1)
    expect(await editorOf(reader.page).count()).toBe(0)
    expect(await writeHere(reader.page).count()).toBe(0)
    expect(fetched.filter((url) => /narrative-editor/.test(url))).toEqual([])

    await chair.page.reload()
    await expect.poll(() => textOf(chair.page), inTime).toBe(text)
    await Promise.all([chair, secretariat, reader].map(({ context }) => context.close()))
  }, 240_000)

  it('keeps unsent words over a reload, and as a draft when the right ends', async () => {
    const item = await anItemOf('body-ws-3')
    const viceChair = await signIn(product, 'ws3-vice-chair')
    const { page, context } = await visit(browser, product, 'ws3-vice-chair', `/en/legacy/${item}`)
    await writeHere(page).waitFor(inTime)
    // The editor comes when it is wanted, and over a dead line later.
    await context.setOffline(true)
    await writeHere(page).click()
    await page.getByText('The editor could not be loaded.').waitFor()
    await context.setOffline(false)
    await takeUpByKey(page)
    await page.keyboard.press('Control+b')
    await page.keyboard.type(' Said before.')
    await page.keyboard.press('Control+u')
    await saved(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('What the report says')
    await editorOf(page).focus()
    await page.keyboard.press('Control+End')
    await context.setOffline(true)
    await page.keyboard.type(' Said on a dead line.')
    await page.locator('.state.offline').first().waitFor(inTime)
    await context.setOffline(false)
    await page.reload()
    await expect.poll(() => textOf(page), inTime).toContain(' Said before. Said on a dead line.')
    expect(await page.locator('.narrative .read strong').innerText()).toContain('Said before.')
    expect(await page.locator('.narrative .read u').count()).toBe(0)
    await saved(page)

    await takeUp(page)
    await context.setOffline(true)
    await page.keyboard.type(' Said too late.')
    await page.locator('.state.offline').first().waitFor(inTime)
    onTestFinished(await endOffice(secretary, viceChair, 'VICE_CHAIR', 'body-ws-3'))
    await context.setOffline(false)
    const draft = page.getByRole('region', { name: 'Not sent, visible only to you' })
    await expect.poll(() => draft.innerText(), inTime).toContain('Said too late.')
    expect(await page.locator('.narrative').innerText()).toContain('You may no longer write here.')
    await expect.poll(() => editorOf(page).getAttribute('contenteditable')).not.toBe('true')
    await page.locator('.notice', { hasText: 'No longer yours' }).waitFor(inTime)
    await draft.getByRole('button', { name: 'Discard' }).click()
    await expect.poll(() => textOf(page), inTime).not.toContain('Said too late.')
    expect(await writeHere(page).count()).toBe(0)
    await context.close()
  }, 240_000)
})

/** An item that the vice-chair of this body may write. */
async function anItemOf(bodyId: string): Promise<string> {
  const { data } = await secretary.ask<{
    legacyItems: { id: string; workstream: { body: { id: string } } | null }[]
  }>('{ legacyItems { id workstream { body { id } } } }')
  const item = data?.legacyItems.find(({ workstream }) => workstream?.body.id === bodyId)
  if (!item) throw new Error(`${bodyId} has no item`)
  return item.id
}

describe.skipIf(noBrowser)('handing a legacy item on', () => {
  it('is asked, declined with a reason, asked again and accepted, on both screens and in both languages', async () => {
    const [one, two] = await Promise.all([
      visit(browser, product, 'secretariat', '/en/legacy/legacy-2'),
      visit(browser, product, 'ws2-chair', '/cy/legacy/legacy-2'),
    ])
    await propose(one.page, 'body-ws-2/CHAIR')
    await two.page.getByRole('heading', { name: 'Gofynnir i chi dderbyn hon' }).waitFor(inTime)
    await decline(two.page, 'Nid ein maes ni')

    await expect.poll(() => one.page.locator('.ledger').innerText(), inTime).toContain('Nid ein maes ni')
    await propose(one.page, 'body-ws-2')
    await two.page.getByRole('button', { name: 'Derbyn', exact: true }).click(inTime)

    const english = ['Accepted by: ', 'Proposed to: ', 'Declined by: ', 'Proposed to: ', 'No owner named']
    const welsh = ['Derbyniwyd gan: ', 'Cynigiwyd i: ', 'Gwrthodwyd gan: ', 'Cynigiwyd i: ', 'Ni enwyd perchennog']
    await expect.poll(() => linesOf(one.page), inTime).toEqual(said(english, ['Workstream 2', 'Chair, Workstream 2']))
    await expect
      .poll(() => linesOf(two.page), inTime)
      .toEqual(said(welsh, ['Ffrwd Waith 2', 'Cadeirydd, Ffrwd Waith 2']))
    const lastLine = (page: Page) => page.locator('.ledger .meta').first().innerText()
    expect(await lastLine(one.page)).toMatch(/^\d+\s\p{L}+\s\d{4}, by Chair, Workstream 2$/u)
    expect(await lastLine(two.page)).toMatch(new RegExp(`^\\d+\\s(${welshMonths})\\s\\d{4}, gan: Chair, Workstream 2$`))
    await Promise.all([one.context.close(), two.context.close()])
  }, 240_000)
})

const welshMonths = 'Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr'

/** The ledger, newest first: the body that accepted, the office that declined. */
function said(verbs: readonly string[], [body, office]: readonly [string, string]): string[] {
  return [body, body, office, office, ''].map((name, line) => `${verbs[line]}${name}`)
}
