import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { DemoKey } from './person.js'
import type { Product } from './product.js'

const installed = [
  process.env.CHROMIUM,
  '/usr/bin/chromium-headless-shell', // draws no window, and so takes less time
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path))

/** Journeys in a browser are skipped by name where there is none; `npm test` says how to install it. */
export const noBrowser = installed === undefined

/** Chromium with American dates as its default, so that a page that leaves dates to the browser is found out. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(installed ? { executablePath: installed } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=en-US',
    ],
  })
}

export type Language = 'en' | 'cy'

export interface Visitor {
  context: BrowserContext
  page: Page
}

interface Look {
  width?: number
  height?: number
  dark?: boolean
  /** With the service worker, and so with what is read and written without a line; most journeys can do without fetching it all. */
  worker?: boolean
}

/** Somebody in a browser of their own, signed in as a demo person. */
export async function visit(
  browser: Browser,
  product: Pick<Product, 'url'>,
  key: DemoKey | null,
  path: string,
  { width = 1440, height = 900, dark = false, worker = false }: Look = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: product.url,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    serviceWorkers: worker ? 'allow' : 'block',
  })
  if (key) {
    const answer = await context.request.post('/auth/demo', { data: { key } })
    if (!answer.ok()) throw new Error(`could not sign in as ${key}: ${answer.status()}`)
  }
  const page = await context.newPage()
  await page.goto(path)
  return { context, page }
}
