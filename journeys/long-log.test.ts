import type { Browser, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, noBrowser, visit } from './browser.js'
import { pace } from './pace.js'
import { signIn } from './person.js'
import { type Product, startProduct } from './product.js'

const wanted = 2_000
let product: Product
let browser: Browser

beforeAll(async () => {
  if (noBrowser) return
  product = await startProduct({ CAMAU_LIMIT_REQUESTS: '100000' })
  browser = await launchBrowser()
  const chair = await signIn(product, 'mag-chair')
  const missing = Array.from({ length: wanted - 137 }, (_, n) => n)
  // Sixteen at a time: as a busy import would, not one after the other.
  while (missing.length > 0) {
    const some = missing.splice(0, 16)
    const replies = await Promise.all(
      some.map((n) =>
        chair.command('proposeAction', { id: v7(), bodyId: 'body-mag', title: `Action ${n} to fill a long log` }),
      ),
    )
    expect(replies.map(({ code }) => code)).toEqual(some.map(() => null))
  }
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await product?.end()
})

describe.skipIf(noBrowser)(`a log of ${wanted} actions`, () => {
  it('opens in 1.5 s and scrolls without a dropped row', async () => {
    const { page, context } = await visit(browser, product, 'mag-chair', '/en')
    await page.locator('main h1').waitFor()
    // From the click to the first row, as somebody at the home page would see it.
    await page.waitForLoadState('networkidle')
    await page.evaluate(
      `document.addEventListener('click', () => { window.pressedAt = Date.now(); ${watchRows} }, { capture: true, once: true })`,
    )
    await page
      .getByRole('link', { name: /^Actions/ })
      .first()
      .click()
    const opened = (await shownAt(page)) - Number(await page.evaluate('window.pressedAt'))
    expect(await page.getByText(/2,000/).first().isVisible()).toBe(true)

    // The first rows are shown while the others come: scrolling begins when all are here.
    const grid = page.getByRole('grid')
    await expect
      .poll(async () => Number(await grid.getAttribute('aria-rowcount')), { timeout: 30_000 })
      .toBeGreaterThan(1_900)
    const loaded = await fromAddress()
    const box = await grid.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 200, 600)
    const gaps: number[] = []
    for (let step = 0; step < 60; step += 1) {
      await page.mouse.wheel(0, 1_200)
      gaps.push(await page.evaluate(emptyPixels))
    }
    console.log(
      `log of ${wanted}: first row ${opened} ms after the click, ${loaded.ms} ms after a full load of the page ` +
        `(${loaded.questions} questions, ${loaded.bytes} bytes answered until then), largest hole while scrolling ${Math.max(...gaps)} px`,
    )
    expect(Math.max(...gaps)).toBeLessThan(40)
    expect(opened).toBeLessThan(1_500 * pace)
    expect(loaded.ms).toBeLessThan(1_500 * pace)
    // Whatever the machine: what is asked for before the first row does not grow with the log.
    expect(loaded.bytes).toBeLessThan(300_000)
    await context.close()
  }, 120_000)
})

/** Notes when the first rows were on the screen, to the frame: whoever asks from outside waits until the page is idle. */
const watchRows = `{
  const look = () => document.querySelectorAll('[role="grid"] [role="row"]').length > 2
    ? requestAnimationFrame(() => { window.rowsAt = Date.now() })
    : requestAnimationFrame(look)
  requestAnimationFrame(look)
}`

async function shownAt(page: Page): Promise<number> {
  await expect.poll(() => page.evaluate('window.rowsAt'), { timeout: 60_000 }).toBeTruthy()
  return Number(await page.evaluate('window.rowsAt'))
}

/** From the address to the first row, in a browser that has nothing of Camau yet; and what had been answered by then. */
async function fromAddress(): Promise<{ ms: number; questions: number; bytes: number }> {
  const { page, context } = await visit(browser, product, 'mag-chair', '/auth/demo')
  const answers: Promise<number>[] = []
  page.on('response', (response) => {
    // The later pages of the log may overtake the drawing of the first: nobody waits for them.
    const isLater = response.request().postData()?.includes('"after":"')
    if (response.url().endsWith('/graphql') && !isLater)
      answers.push(
        response.body().then(
          (body) => body.length,
          () => 0,
        ),
      )
  })
  await page.addInitScript(watchRows)
  const began = Date.now()
  await page.goto('/en/actions', { waitUntil: 'commit' })
  const ms = (await shownAt(page)) - began
  const bytes = await Promise.all(answers)
  await context.close()
  return { ms, questions: bytes.length, bytes: bytes.reduce((sum, one) => sum + one, 0) }
}

/** The tallest stretch of the visible log with no row in it, in pixels. */
function emptyPixels(): number {
  const rows = [...document.querySelectorAll('[role="grid"] [role="row"]')].map((row) => row.getBoundingClientRect())
  const visible = rows.filter(({ bottom, top }) => bottom > 0 && top < innerHeight).sort((a, b) => a.top - b.top)
  return visible.slice(1).reduce((most, row, i) => Math.max(most, row.top - (visible[i]?.bottom ?? row.top)), 0)
}
