import type { Browser } from 'playwright-core'
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
    const began = Date.now()
    await page
      .getByRole('link', { name: /^Actions/ })
      .first()
      .click()
    await page.getByRole('row').nth(2).waitFor()
    const opened = Date.now() - began
    expect(await page.getByText(/2,000/).first().isVisible()).toBe(true)

    const grid = page.getByRole('grid')
    const box = await grid.boundingBox()
    await page.mouse.move((box?.x ?? 0) + 200, 600)
    const gaps: number[] = []
    for (let step = 0; step < 60; step += 1) {
      await page.mouse.wheel(0, 1_200)
      gaps.push(await page.evaluate(emptyPixels))
    }
    console.log(`log of ${wanted}: first row after ${opened} ms, largest hole while scrolling ${Math.max(...gaps)} px`)
    expect(Math.max(...gaps)).toBeLessThan(40)
    expect(opened).toBeLessThan(1_500 * pace)
    await context.close()
  }, 120_000)
})

/** The tallest stretch of the visible log with no row in it, in pixels. */
function emptyPixels(): number {
  const rows = [...document.querySelectorAll('[role="grid"] [role="row"]')].map((row) => row.getBoundingClientRect())
  const visible = rows.filter(({ bottom, top }) => bottom > 0 && top < innerHeight).sort((a, b) => a.top - b.top)
  return visible.slice(1).reduce((most, row, i) => Math.max(most, row.top - (visible[i]?.bottom ?? row.top)), 0)
}
