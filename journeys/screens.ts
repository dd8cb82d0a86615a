// `npm run screens`: pictures of the built product for docs/screens, page by page, in both languages and themes.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { type Language, launchBrowser, visit } from './browser.js'
import { firstTimeTasks, prepareFirstTime, walk } from './first-time.js'
import { keep } from './picture.js'
import { type Product, startProduct } from './product.js'
import { type Screen, screensOf } from './screens-list.js'
import { setScene } from './screens-scene.js'

const folder = process.env.SCREENS ?? fileURLToPath(new URL('../docs/screens', import.meta.url))
const wanted = process.argv.slice(2)
/** All pictures together: a repository is cloned whole. */
const mostMegabytes = 12
/** A long list looks alike all the way down; the head of it is what the design shows. */
const mostHeight: Record<number, number> = { 1440: 1080, 768: 1024, 360: 1200 }

async function main() {
  mkdirSync(folder, { recursive: true })
  if (wanted.length === 0) for (const file of kept()) rmSync(join(folder, file))
  const browser = await launchBrowser()
  try {
    // The tasks begin where nothing was done yet, the other pictures where weeks of work were.
    if (isWanted('first-time')) await onProduct((product) => tasks(browser, product))
    if (wanted.join() !== 'first-time') await onProduct((product) => screens(browser, product))
  } finally {
    await browser.close()
  }
  const megabytes = kept().reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / 1_000_000
  console.log(`${megabytes.toFixed(1)} MB`)
  if (megabytes > mostMegabytes) throw new Error(`the pictures take more than ${mostMegabytes} MB`)
}

const kept = () => readdirSync(folder).filter((file) => /\.(jpg|webp)$/.test(file))

const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name)

async function onProduct(work: (product: Product) => Promise<void>) {
  const product = await startProduct()
  try {
    await work(product)
  } finally {
    await product.end()
  }
}

async function screens(browser: Browser, product: Product) {
  for (const screen of screensOf(await setScene(product, browser)))
    if (isWanted(screen.name)) await pictures(browser, product, screen)
}

/** Where a newcomer has come to at the end of each task. */
async function tasks(browser: Browser, product: Product) {
  await prepareFirstTime(product)
  for (const language of ['en', 'cy'] satisfies Language[])
    for (const task of firstTimeTasks) {
      const { page, context } = await walk(browser, product, task, language)
      await keep(page, join(folder, `first-time-${task.name}-${language}-1440.webp`), 900)
      await context.close()
    }
  console.log('first-time')
}

async function pictures(browser: Browser, product: Product, screen: Screen) {
  for (const language of ['en', 'cy'] satisfies Language[])
    for (const width of screen.widths ?? [1440, 768, 360])
      for (const dark of screen.dark && width === 1440 ? [false, true] : [false])
        await picture(browser, product, screen, language, width, dark)
  console.log(screen.name)
}

async function picture(
  browser: Browser,
  product: Product,
  screen: Screen,
  language: Language,
  width: number,
  dark: boolean,
) {
  const height = width === 360 ? 780 : 960
  const { page, context } = await visit(browser, product, screen.key, 'about:blank', { width, height, dark })
  page.setDefaultTimeout(120_000) // pictures are not in a hurry
  const broken: string[] = []
  page.on('console', (message) => message.text().includes('Error:') && broken.push(message.text()))
  await screen.first?.(page)
  await page.goto(`/${language}${screen.path}`)
  if (screen.until) await page.locator(screen.until).first().waitFor()
  else await settled(page)
  const after = await screen.before?.(page)
  await page.evaluate(() => document.fonts.ready)
  if (screen.print) await page.emulateMedia({ media: 'print' })
  const file = [screen.name, language, width, dark ? 'dark' : ''].filter(Boolean).join('-')
  await keep(page, join(folder, `${file}.webp`), screen.window ? height : await heightOf(page, width))
  await context.close()
  if (typeof after === 'function') await after()
  if (!screen.first && broken.length > 0) throw new Error(`${file}: ${broken.join('\n')}`)
}

/** Nothing is on its way any more, and who is here has been told. */
async function settled(page: Page) {
  await page.waitForLoadState('networkidle')
  await page.locator('h1:visible, h2:visible').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
}

async function heightOf(page: Page, width: number) {
  const full = await page.evaluate(() => document.documentElement.scrollHeight)
  return Math.min(full, mostHeight[width] ?? full)
}

await main()
