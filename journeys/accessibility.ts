import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, type Language, launchBrowser, noBrowser, visit } from './browser.js'
import { declaredRoutes, pages } from './page-list.js'
import { type DemoKey, signIn } from './person.js'
import { type Product, startProduct } from './product.js'
import { unmarkedWords } from './unmarked-words.js'

let product: Product
let browser: Browser
let meetingId: string
let procedureId: string
let packId: string

/** Every route in every state a person may meet, in one language; each language is a test file of its own, so that two run side by side. */
export function describeAccessibility(language: Language, thirdOfNovember: string): void {
  beforeAll(async () => {
    if (noBrowser) return
    product = await startProduct()
    browser = await launchBrowser()
    const secretary = await signIn(product, 'secretariat')
    meetingId = v7()
    await secretary.command('createMeeting', {
      id: meetingId,
      bodyId: 'body-ws-2',
      startsAt: '2026-11-03T10:00:00.000Z',
      endsAt: '2026-11-03T12:00:00.000Z',
      agenda: [{ id: v7(), title: 'Fostering: brand, needs, core offer', minutes: 30 }],
    })
    procedureId = v7()
    await secretary.command('openProcedure', {
      id: procedureId,
      bodyId: 'body-ws-2',
      question: 'Adopt the core offer?',
      closesAt: '2099-01-01T12:00:00.000Z',
    })
    packId = v7()
    await secretary.command('offerHandOver', {
      id: packId,
      title: 'To the successor',
      fromBodyId: 'body-mag',
      toBodyId: 'body-social-care-wales',
      recordIds: ['legacy-1', 'oc-nest'],
      publicationIds: ['pub-legacy-report'],
    })
  })
  afterAll(async () => {
    await browser?.close()
    await product?.end()
  })

  describe.skipIf(noBrowser)('what axe finds', () => {
    it('is asked of every route', () => {
      expect(Object.keys(pages).sort()).toEqual(declaredRoutes().sort())
    })

    describe.each(Object.keys(pages))('on %s', (route) => describeRoute(language, route))

    it.each(keptBySecretariat)('nothing in what the secretariat opens on %s', (route) =>
      withPage('secretariat', async (page) => {
        await page.goto(address(language, route))
        await settled(page)
        await everyDialog(page)
      }),
    )

    it('nothing on the page where people sign in', () =>
      withPage(null, async (page) => {
        await page.goto(`/${language}`)
        await page.getByRole('button').first().waitFor()
        await expectNoFault(page, 'signed out')
      }))

    it('nothing on an address that leads nowhere', () =>
      withPage('member', async (page) => {
        await page.goto(`/${language}/nowhere`)
        await settled(page)
        await expectNoFault(page, 'nowhere')
      }))
  })

  describe.skipIf(noBrowser)('dates in a browser whose default is American', () => {
    it('read as people write them', () =>
      withPage('ws2-chair', async (page) => {
        await page.goto(address(language, '/meetings/:id'))
        await settled(page)
        const text = (await page.locator('body').innerText()).replaceAll('\u00a0', ' ')
        expect(text).toContain(thirdOfNovember)
        expect(text).not.toMatch(/\b1?\d\/[1-3]?\d\b/)
      }))
  })
}

/** Pages where the secretariat opens what a chair does not. */
const keptBySecretariat = [
  '/bodies/:id',
  '/publications',
  '/funding',
  '/measures',
  '/measures/:id',
  '/data-requests',
  '/evidence',
  '/good-practice',
  '/learning',
  '/correspondence',
  '/correspondence/:id',
]

const address = (language: Language, route: string) =>
  `/${language}${pages[route]?.replace('{meeting}', meetingId).replace('{procedure}', procedureId).replace('{pack}', packId)}`
const ready = (page: Page) => page.locator('main h1, main h2, main h3').first().waitFor({ timeout: 60_000 })
/** Nothing is on its way any more: whatever the page shows now is its state. */
const settled = async (page: Page) => {
  await ready(page)
  await expect.poll(() => page.locator('[aria-busy="true"]').count(), { timeout: 60_000 }).toBe(0)
}

/** Who is asking is always answered: without it there is no page to be in a state. */
function isFirstQuestion(route: Route): boolean {
  return ['Viewer', 'Places'].some((name) => route.request().postData()?.includes(`"operationName":"${name}`))
}

/** The server's own answer with every list emptied: the page of a programme that has just begun. */
async function emptied(route: Route): Promise<void> {
  if (isFirstQuestion(route)) return route.continue()
  // The server may just have closed the connection that is used again.
  const response = await route.fetch({ maxRetries: 3 })
  await route.fulfill({ response, json: withoutLists(await response.json()) })
}

function withoutLists(value: unknown): unknown {
  if (Array.isArray(value)) return []
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'errors' ? inner : name === 'totalCount' ? 0 : withoutLists(inner),
    ]),
  )
}

/** One browser for each person, signed in once; a page of its own for each visit. */
const contexts = new Map<DemoKey | null, Promise<BrowserContext>>()

function contextOf(key: DemoKey | null): Promise<BrowserContext> {
  const known = contexts.get(key) ?? visit(browser, product, key, 'about:blank').then(({ context }) => context)
  contexts.set(key, known)
  return known
}

async function withPage(key: DemoKey | null, run: (page: Page) => Promise<void>): Promise<void> {
  const context = await contextOf(key)
  const page = await context.newPage()
  try {
    await run(page)
  } finally {
    // A question that is still on its way when the page closes fails nobody's test.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await context.setOffline(false)
    await page.close()
  }
}

/** No fault in the state that is named; the other states are still looked at. */
async function expectNoFault(page: Page, state: string, rules?: readonly string[]): Promise<void> {
  expect.soft(await faultsOf(page, rules), state).toEqual([])
  if (!rules) expect.soft(await unmarkedWords(page), `words of the other language, ${state}`).toEqual([])
}

/** The same page in the dark, where only colours differ, and on a phone, where tables fold into cards and everything is unfolded. */
async function inTheDarkAndOnAPhone(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoFault(page, 'in the dark', ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
  await drawnAt(page, { width: 360, height: 780 })
  await settled(page)
  expect.soft(await sideways(page), 'pixels beyond the edge of a phone').toBe(0)
  await page.evaluate('for (const part of document.querySelectorAll("main details")) part.open = true')
  await expectNoFault(page, 'on a phone, unfolded')
  await drawnAt(page, desk)
  await keepsWithin(page, 'unfolded')
}

/** The narrowest page that has to work without moving it sideways: WCAG 1.4.10. */
async function keepsWithin(page: Page, state: string): Promise<void> {
  await drawnAt(page, { width: 320, height: 640 })
  expect.soft(await sideways(page), `pixels beyond 320, ${state}`).toBe(0)
  await drawnAt(page, desk)
}

const desk = { width: 1440, height: 900 }

/** A new size is there when the page has been drawn in it twice: once to measure, once with what was measured. */
async function drawnAt(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
}

/** How far the page can be moved sideways, or the dialog that lies over it. */
const sideways = (page: Page) =>
  page.evaluate<number>(
    '((over) => over.scrollWidth - over.clientWidth)(document.querySelector("dialog[open]") ?? document.documentElement)',
  )

/** Opens what the buttons of the page open, a few of each kind, and looks inside. */
async function everyDialog(page: Page): Promise<void> {
  const openers = page.locator('main button[aria-haspopup="dialog"]:visible')
  const names = await openers.allTextContents()
  const kinds = new Map(names.map((name) => [name.replace(/[\d:].*/, '').trim(), name]))
  for (const [kind, name] of [...kinds].slice(0, 6)) {
    // Found by its words: a list that is read again may put others before it.
    await openers.filter({ hasText: name }).first().click()
    await page.locator('dialog[open]').waitFor()
    await expectNoFault(page, `the dialog behind “${kind}”`)
    await keepsWithin(page, `the dialog behind “${kind}”`)
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
  }
}

function describeRoute(language: Language, route: string): void {
  it('nothing as it is, in the dark, on a phone, in its dialogs, and offline', () =>
    withPage('ws2-chair', async (page) => {
      await page.goto(address(language, route))
      await settled(page)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await expectNoFault(page, 'as it is')
      await inTheDarkAndOnAPhone(page)
      await everyDialog(page)
      await page.context().setOffline(true)
      await page.locator('.state.offline').first().waitFor()
      await expectNoFault(page, 'offline')
    }))

  it('nothing while it loads, and when that fails', () =>
    withPage('ws2-chair', async (page) => {
      const held: Route[] = []
      let failing = false
      await page.route('**/graphql', (asked: Route) => {
        if (isFirstQuestion(asked)) return asked.continue()
        return failing ? asked.abort() : held.push(asked)
      })
      await page.goto(address(language, route))
      await page.locator('[aria-busy="true"]').first().waitFor()
      await expectNoFault(page, 'loading')
      await keepsWithin(page, 'loading')
      failing = true
      // The page may have given up some of them by itself.
      await Promise.allSettled(held.map((asked) => asked.abort()))
      await page.locator('[role="alert"]', { hasText: /\S/ }).first().waitFor()
      await expectNoFault(page, 'error')
      await keepsWithin(page, 'error')
    }))

  it('nothing when there is nothing to show', () =>
    withPage('ws2-chair', async (page) => {
      await page.route('**/graphql', emptied)
      await page.goto(address(language, route))
      await settled(page)
      await expectNoFault(page, 'empty')
      await keepsWithin(page, 'empty')
    }))

  it('nothing for somebody who may only read', () =>
    withPage('scrutiny-reader', async (page) => {
      await page.goto(address(language, route))
      await settled(page)
      await expectNoFault(page, 'read only')
    }))
}
