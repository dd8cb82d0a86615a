import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.js'
import { launchBrowser, noBrowser, visit } from './browser.js'
import { decline, inTime, linesOf, propose } from './owner-ledger.js'
import { type Product, startProduct } from './product.js'

let product: Product
let browser: Browser

beforeAll(async () => {
  if (noBrowser) return
  product = await startProduct()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.end()
})

const path = '/legacy/legacy-5'
const said = {
  en: {
    proposed: 'Proposed to: ',
    declined: 'Declined by: ',
    accepted: 'Accepted by: ',
    none: 'No owner named',
    two: 'Chair, Workstream 2',
    three: 'Chair, Workstream 3',
    nobody: 'It had no owner on that day.',
    owner: 'Owner on that day: ',
  },
  cy: {
    proposed: 'Cynigiwyd i: ',
    declined: 'Gwrthodwyd gan: ',
    accepted: 'Derbyniwyd gan: ',
    none: 'Ni enwyd perchennog',
    two: 'Cadeirydd, Ffrwd Waith 2',
    three: 'Cadeirydd, Ffrwd Waith 3',
    nobody: 'Nid oedd ganddi berchennog ar y diwrnod hwnnw.',
    owner: 'Perchennog ar y diwrnod hwnnw: ',
  },
} as const
type Said = (typeof said)[keyof typeof said]

/** The first so many steps of the story, as the ledger tells them: newest first, above what the report says. */
function story({ proposed, declined, accepted, none, two, three }: Said, steps: number): string[] {
  const all = [`${proposed}${two}`, `${declined}${two}`, `${proposed}${three}`, `${accepted}${three}`]
  return [...all.slice(0, steps).toReversed(), none]
}

describe.skipIf(noBrowser)('handing a legacy item over', () => {
  it('is proposed, declined with a reason, proposed to another and accepted; all three see each step, and any past day reads right', async () => {
    const [secretary, second, third] = await Promise.all([
      visit(browser, product, 'secretariat', `/en${path}`),
      visit(browser, product, 'ws2-chair', `/cy${path}`),
      visit(browser, product, 'ws3-chair', `/en${path}`),
    ])
    const readers: [Page, Said][] = [
      [secretary.page, said.en],
      [second.page, said.cy],
      [third.page, said.en],
    ]
    let loads = 0
    for (const [page] of readers) page.on('load', () => (loads += 1))
    const allRead = async (steps: number) => {
      for (const [page, words] of readers) await expect.poll(() => linesOf(page), inTime).toEqual(story(words, steps))
    }

    await allRead(0)
    await propose(secretary.page, 'body-ws-2/CHAIR')
    await allRead(1)
    expect(await third.page.locator('.ask').count()).toBe(0)
    await decline(second.page, 'Nid ein maes ni')
    await allRead(2)
    for (const [page] of readers) expect(await page.locator('.ledger q').innerText()).toContain('Nid ein maes ni')
    await propose(secretary.page, 'body-ws-3/CHAIR')
    await allRead(3)
    await third.page.getByRole('button', { name: 'Accept', exact: true }).click(inTime)
    await allRead(4)
    expect(loads).toBe(0)

    // A day before anybody was asked, typed into the three fields; the day stands in the address.
    await secretary.page.getByText('How it stood on a day').click()
    for (const [label, part] of Object.entries({ Day: '1', Month: '4', Year: '2021' }))
      await secretary.page.locator('.ledger-day').getByLabel(label, { exact: true }).fill(part)
    await secretary.page.getByRole('button', { name: 'Show', exact: true }).click()
    await secretary.page.getByText(said.en.nobody).waitFor(inTime)
    expect(new URL(secretary.page.url()).searchParams.get('as-at')).toBe('2021-04-01')
    expect(await linesOf(secretary.page)).toEqual(story(said.en, 0))
    expect(await secretary.page.getByRole('button', { name: /^Propose an owner/ }).count()).toBe(0)
    expect(await faultsOf(secretary.page)).toEqual([])

    // The same address in the other language, and the day it was taken on.
    await second.page.goto(`/cy${path}?as-at=2021-04-01`)
    await second.page.getByText(said.cy.nobody).waitFor(inTime)
    expect(await linesOf(second.page)).toEqual(story(said.cy, 0))
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date())
    for (const [page, words, language] of [
      [second.page, said.cy, 'cy'],
      [third.page, said.en, 'en'],
    ] as const) {
      await page.goto(`/${language}${path}?as-at=${today}`)
      await expect.poll(() => linesOf(page), inTime).toEqual(story(words, 4))
      expect(await page.locator('.owner-that-day').innerText()).toContain(`${words.owner}${words.three}`)
    }
    expect(await faultsOf(second.page)).toEqual([])
    await secretary.page.getByRole('button', { name: 'Back to now' }).click()
    await allRead(4)
    await Promise.all([secretary, second, third].map(({ context }) => context.close()))
  }, 240_000)
})
