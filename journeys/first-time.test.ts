import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Language, launchBrowser, noBrowser } from './browser.js'
import { firstTimeTasks, prepareFirstTime, walk } from './first-time.js'
import { keep } from './picture.js'
import { type Product, startProduct } from './product.js'

// With PICTURES=<folder> what the screen shows at the end of each task is kept there; `npm run screens first-time` keeps it in docs/screens.
const pictures = process.env.PICTURES
const mostSteps = 3

let product: Product
let browser: Browser

beforeAll(async () => {
  if (noBrowser) return
  if (pictures) mkdirSync(pictures, { recursive: true })
  product = await startProduct()
  browser = await launchBrowser()
  await prepareFirstTime(product)
})
afterAll(async () => {
  await browser?.close()
  await product?.end()
})

describe.skipIf(noBrowser)('somebody who is here for the first time', () => {
  for (const task of firstTimeTasks)
    it.each<Language>(['en', 'cy'])(`can ${task.task} within ${mostSteps} steps of home (%s)`, async (language) => {
      const { page, context, steps } = await walk(browser, product, task, language)
      console.log(`${task.task} (${language}): ${steps} steps`)
      expect(steps).toBeLessThanOrEqual(mostSteps)
      if (pictures) await keep(page, join(pictures, `first-time-${task.name}-${language}-1440.webp`), 900)
      await context.close()
    })
})
