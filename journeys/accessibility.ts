import type { Browser, Page, Request } from 'playwright-core'
import { v7 } from 'uuid'
import { expect } from 'vitest'
import { newFaultsOf } from './axe.js'
import { type Language, launchBrowser, noBrowser, visit } from './browser.js'
import { pages } from './page-list.js'
import { type DemoKey, signIn } from './person.js'
import { type Product, startProduct } from './product.js'
import { unmarkedWords } from './unmarked-words.js'

export const languages: readonly Language[] = ['en', 'cy']

/** Somebody's window: it walks from page to page and from language to language as they would, which takes a tenth of loading each. */
export interface Walk {
  page: Page
  /** Goes to a route, or turns it into the other language. */
  turnTo(language: Language, route: string): Promise<void>
  /** Nothing is on its way any more: whatever the page shows now is its state. */
  settled(): Promise<void>
}

/** The product with what the routes need, and a browser; whoever walks has one window, opened once and prepared by the same function. */
export interface Walks {
  as(key: DemoKey | null, run: (walk: Walk) => Promise<void>, prepare?: (page: Page) => Promise<void>): Promise<void>
  end(): Promise<void>
}

export async function startWalks(): Promise<Walks | undefined> {
  if (noBrowser) return
  const product = await startProduct()
  const browser = await launchBrowser()
  const address = await setUp(product)
  const open = new Map<string, Walk>()
  return {
    async as(key, run, prepare) {
      const name = `${key} ${prepare?.name}`
      const walk = open.get(name) ?? (await aWalk(browser, product, key, prepare, address))
      // Whoever met a fault leaves a window behind that the next one cannot go on from.
      open.delete(name)
      await run(walk)
      open.set(name, walk)
    },
    async end() {
      await browser.close()
      await product.end()
    },
  }
}

/** A meeting, a procedure and a pack to open routes on; answers with the address of a route. */
async function setUp(product: Product): Promise<(language: Language, route: string) => string> {
  const secretary = await signIn(product, 'secretariat')
  const [meeting, procedure, pack] = [v7(), v7(), v7()]
  await secretary.command('createMeeting', {
    id: meeting,
    bodyId: 'body-ws-2',
    startsAt: '2026-11-03T10:00:00.000Z',
    endsAt: '2026-11-03T12:00:00.000Z',
    agenda: [{ id: v7(), title: 'Fostering: brand, needs, core offer', minutes: 30 }],
  })
  await secretary.command('openProcedure', {
    id: procedure,
    bodyId: 'body-ws-2',
    question: 'Adopt the core offer?',
    closesAt: '2099-01-01T12:00:00.000Z',
  })
  await secretary.command('offerHandOver', {
    id: pack,
    title: 'To the successor',
    fromBodyId: 'body-mag',
    toBodyId: 'body-social-care-wales',
    recordIds: ['legacy-1', 'oc-nest'],
    publicationIds: ['pub-legacy-report'],
  })
  const filled = (path: string) =>
    path.replace('{meeting}', meeting).replace('{procedure}', procedure).replace('{pack}', pack)
  return (language, route) => `/${language}${filled(pages[route] ?? route)}`
}

async function aWalk(
  browser: Browser,
  product: Product,
  key: DemoKey | null,
  prepare: ((page: Page) => Promise<void>) | undefined,
  address: (language: Language, route: string) => string,
): Promise<Walk> {
  const { page } = await visit(browser, product, key, 'about:blank')
  const asked = questionsOf(page)
  await prepare?.(page)
  return {
    page,
    async turnTo(language, route) {
      const to = address(language, route)
      if (page.url() === 'about:blank') await page.goto(to)
      else await page.evaluate((path) => history.pushState(null, '', path), to)
      await page.locator(`html[lang=${language}]`).waitFor()
      // While the page is fetched, the one before it is hidden and not gone.
      await expect.poll(() => page.locator('main').count(), { timeout: 60_000 }).toBeLessThan(2)
    },
    async settled() {
      await page.locator('main h1, main h2, main h3').first().waitFor({ timeout: 60_000 })
      const busy = async () => asked.size + (await page.locator('[aria-busy="true"]').count())
      await expect.poll(busy, { timeout: 60_000 }).toBe(0)
    },
  }
}

/** What the page has asked and has no answer to yet. */
function questionsOf(page: Page): ReadonlySet<Request> {
  const asked = new Set<Request>()
  page.on('request', (request) => request.url().endsWith('/graphql') && asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  return asked
}

/** No fault in the state that is named; the other states are still looked at. */
export async function expectNoFault(page: Page, state: string, rules?: readonly string[]): Promise<void> {
  expect.soft(await newFaultsOf(page, rules), state).toEqual([])
  if (!rules) expect.soft(await unmarkedWords(page), `words of the other language, ${state}`).toEqual([])
}

export const desk = { width: 1440, height: 900 }
export const phone = { width: 360, height: 780 }
/** The narrowest page that has to work without moving it sideways: WCAG 1.4.10. */
export const narrowest = { width: 320, height: 640 }

/** A new size is there when the page has been drawn in it twice: once to measure, once with what was measured. */
export async function drawnAt(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')
}

/** The page, or the dialog that lies over it, cannot be moved sideways. */
export async function expectNothingBeyond(page: Page, state: string): Promise<void> {
  const beyond = await page.evaluate<number>(
    '((over) => over.scrollWidth - over.clientWidth)(document.querySelector("dialog[open]") ?? document.documentElement)',
  )
  expect.soft(beyond, `pixels beyond the edge, ${state}`).toBe(0)
}

/** On the narrowest page too, and back at the desk. */
export async function expectToKeepWithin(page: Page, state: string): Promise<void> {
  await drawnAt(page, narrowest)
  await expectNothingBeyond(page, `${state}, on the narrowest page`)
  await drawnAt(page, desk)
}

/** Opens what the buttons of the page open, one of each kind, and looks inside. */
export async function everyDialog(page: Page, language: Language): Promise<void> {
  const openers = page.locator('main button[aria-haspopup="dialog"]:visible')
  const kinds = new Map(await openers.evaluateAll(kindAndName))
  for (const [kind, name] of [...kinds].slice(0, 6)) {
    // Found by its words: a list that is read again may put others before it.
    await openers.filter({ hasText: name }).first().click()
    await page.locator('dialog[open]').waitFor()
    await expectNoFault(page, `the dialog behind “${kind}” (${language})`)
    await expectToKeepWithin(page, `the dialog behind “${kind}” (${language})`)
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
  }
}

/** Runs in the page. Buttons that look the same open the same; which record they are for is told to those who cannot see it. */
const kindAndName = (buttons: Element[]): [kind: string, name: string][] =>
  buttons.map((button) => {
    const seen = button.cloneNode(true) as Element
    for (const told of seen.querySelectorAll('.hidden')) told.remove()
    return [seen.textContent?.replace(/[\d:].*/, '').trim() ?? '', button.textContent ?? '']
  })
