import type { Browser, Page, Route } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, type Language, launchBrowser, noBrowser, type Visitor, visit } from './browser.js'
import { declaredRoutes, pages } from './page-list.js'
import { type DemoKey, signIn } from './person.js'
import { type Product, startProduct } from './product.js'

let product: Product
let browser: Browser
let meetingId: string

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
})
afterAll(async () => {
  await browser?.close()
  await product?.end()
})

const address = (language: Language, route: string) => `/${language}${pages[route]?.replace('{meeting}', meetingId)}`
const ready = (page: Page) => page.locator('main h1, main h2, main h3').first().waitFor()
/** The page has stopped asking: whatever it shows now is its state. */
const settled = async (page: Page) => {
  await ready(page)
  await page.waitForLoadState('networkidle')
}

/** How to bring a page into each state that a person may meet. */
const states: Record<string, (page: Page, go: () => Promise<unknown>) => Promise<void>> = {
  'as it is': async (page, go) => {
    await go()
    await settled(page)
  },
  loading: async (page, go) => {
    await page.route('**/graphql', (route: Route) => (isFirstQuestion(route) ? route.continue() : undefined))
    await go()
    await page.locator('[aria-busy="true"]').first().waitFor()
  },
  error: async (page, go) => {
    await page.route('**/graphql', (route: Route) => (isFirstQuestion(route) ? route.continue() : route.abort()))
    await go()
    await page.locator('[role="alert"]', { hasText: /\S/ }).first().waitFor()
  },
  empty: async (page, go) => {
    await page.route('**/graphql', emptied)
    await go()
    await settled(page)
  },
  offline: async (page, go) => {
    await go()
    await settled(page)
    await page.context().setOffline(true)
    await page.locator('.state.offline').first().waitFor()
  },
}

/** Who is asking is always answered: without it there is no page to be in a state. */
function isFirstQuestion(route: Route): boolean {
  return ['Viewer', 'Places'].some((name) => route.request().postData()?.includes(`"operationName":"${name}`))
}

/** The server's own answer with every list emptied: the page of a programme that has just begun. */
async function emptied(route: Route): Promise<void> {
  if (isFirstQuestion(route)) return route.continue()
  const response = await route.fetch()
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

async function withVisitor(key: DemoKey | null, run: (visitor: Visitor) => Promise<void>): Promise<void> {
  const visitor = await visit(browser, product, key, 'about:blank')
  try {
    await run(visitor)
  } finally {
    await visitor.context.close()
  }
}

describe.skipIf(noBrowser)('what axe finds', () => {
  it('is asked of every route', () => {
    expect(Object.keys(pages).sort()).toEqual(declaredRoutes().sort())
  })

  describe.each(['en', 'cy'] as const)('in %s', (language) => {
    describe.each(Object.keys(pages))('on %s', (route) => {
      it.each(Object.keys(states))('nothing when the page is %s', (state) =>
        withVisitor('ws2-chair', async ({ page }) => {
          await states[state]?.(page, () => page.goto(address(language, route)))
          expect(await page.locator('html').getAttribute('lang')).toBe(language)
          expect(await faultsOf(page)).toEqual([])
        }),
      )

      it('nothing for somebody who may only read', () =>
        withVisitor('scrutiny-reader', async ({ page }) => {
          await page.goto(address(language, route))
          await settled(page)
          expect(await faultsOf(page)).toEqual([])
        }))

      it('nothing in any dialog that the page opens', () =>
        withVisitor('ws2-chair', async ({ page }) => {
          await page.goto(address(language, route))
          await settled(page)
          for (const name of await dialogOpeners(page)) {
            await page.getByRole('button', { name, exact: true }).first().click()
            if (!(await page.locator('dialog[open]').count())) continue
            expect(await faultsOf(page), `in the dialog behind “${name}”`).toEqual([])
            await page.keyboard.press('Escape')
            await page.locator('dialog[open]').waitFor({ state: 'detached' })
          }
        }))
    })

    it('nothing on the page where people sign in', () =>
      withVisitor(null, async ({ page }) => {
        await page.goto(`/${language}`)
        await page.getByRole('button').first().waitFor()
        expect(await faultsOf(page)).toEqual([])
      }))

    it('nothing on an address that leads nowhere', () =>
      withVisitor('member', async ({ page }) => {
        await page.goto(`/${language}/nowhere`)
        await settled(page)
        expect(await faultsOf(page)).toEqual([])
      }))
  })
})

/** Names of the buttons on the page that may open a dialog; those that act at once are not pressed. */
async function dialogOpeners(page: Page): Promise<string[]> {
  const names = await page
    .locator('main button[aria-haspopup="dialog"]:visible')
    .evaluateAll((buttons) =>
      buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent?.trim() ?? ''),
    )
  return [...new Set(names)].filter(Boolean).slice(0, 8)
}

describe.skipIf(noBrowser)('dates in a browser whose default is American', () => {
  it.each([
    ['en', '3 November 2026'],
    ['cy', '3 Tachwedd 2026'],
  ] as const)('read as people write them in %s', (language, written) =>
    withVisitor('ws2-chair', async ({ page }) => {
      await page.goto(address(language, '/meetings/:id'))
      await settled(page)
      const text = await page.locator('body').innerText()
      expect(text).toContain(written)
      expect(text).not.toMatch(/\b1?\d\/[1-3]?\d\b/)
    }),
  )
})
