// `npm run screens`: pictures of the built product for docs/screens, page by page, in both languages and themes.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { type Language, launchBrowser, visit } from './browser.js'
import { type DemoKey, type Person, signIn } from './person.js'
import { type Product, startProduct } from './product.js'

const folder = fileURLToPath(new URL('../docs/screens', import.meta.url))
const wanted = process.argv.slice(2)

interface Screen {
  name: string
  key: DemoKey | null
  path: string
  /** What to do before the picture is taken. */
  before?: (page: Page) => Promise<void>
}

const graphql = '**/graphql'

async function main() {
  mkdirSync(folder, { recursive: true })
  const product = await startProduct()
  const browser = await launchBrowser()
  try {
    for (const screen of await screens(product))
      if (wanted.length === 0 || wanted.includes(screen.name)) await picture(browser, product, screen)
  } finally {
    await browser.close()
    await product.end()
  }
}

/** The pages of the design, each in a scene a meeting would leave behind. */
async function screens(product: Product): Promise<Screen[]> {
  const [secretary, chair, magChair] = await Promise.all([
    signIn(product, 'secretariat'),
    signIn(product, 'ws2-chair'),
    signIn(product, 'mag-chair'),
  ])
  const running = await aRunningMeeting(secretary)
  const agreed = await agreedMinutes(secretary, chair)
  await magChair.command(
    'proposeLegacyOwner',
    { id: 'legacy-2', owner: { bodyId: 'body-ws-2', office: 'CHAIR' } },
    '__typename',
  )
  const signedIn = { key: 'ws2-chair' } as const
  return [
    { name: 'sign-in', key: null, path: '/' },
    { ...signedIn, name: 'home', path: '/' },
    { ...signedIn, name: 'log', path: '/bodies/body-ws-2' },
    { ...signedIn, name: 'actions', path: '/actions' },
    { ...signedIn, name: 'action', path: '/actions/act-brand-launch' },
    { ...signedIn, name: 'meetings', path: '/meetings' },
    { ...signedIn, name: 'meeting', path: `/meetings/${running}` },
    { ...signedIn, name: 'agreed', path: `/meetings/${agreed}` },
    { ...signedIn, name: 'legacy', path: '/legacy' },
    { ...signedIn, name: 'legacy-item', path: '/legacy/legacy-2' },
    { ...signedIn, name: 'dependencies', path: '/dependencies' },
    { ...signedIn, name: 'offline', path: `/meetings/${running}`, before: offline },
    { ...signedIn, name: 'loading', path: '/bodies/body-ws-2', before: held },
    { ...signedIn, name: 'error', path: '/bodies/body-ws-2', before: broken },
    { ...signedIn, name: 'nothing-here', path: '/actions/no-such-action' },
  ]
}

async function picture(browser: Browser, product: Product, { name, key, path, before }: Screen) {
  for (const language of ['en', 'cy'] satisfies Language[])
    for (const width of [1440, 768, 360])
      for (const dark of width === 1440 ? [false, true] : [false]) {
        const { page, context } = await visit(browser, product, key, 'about:blank', {
          width,
          height: width === 360 ? 780 : 960,
          dark,
        })
        const go = () => page.goto(`/${language}${path}`)
        if (before === held || before === broken) {
          await before(page)
          await go()
        } else {
          await go()
          await page.waitForLoadState('networkidle')
          await before?.(page)
        }
        await page.locator('h1:visible, h2:visible, [aria-busy="true"]').first().waitFor()
        await page.evaluate(() => document.fonts.ready)
        const file = [name, language, width, dark ? 'dark' : ''].filter(Boolean).join('-')
        await page.screenshot({
          path: join(folder, `${file}.jpg`),
          type: 'jpeg',
          quality: 72,
          fullPage: name !== 'actions',
        })
        await context.close()
      }
  console.log(name)
}

async function aRunningMeeting(secretary: Person): Promise<string> {
  const { data } = await secretary.ask<{ meetings: { id: string; status: string }[] }>(
    '{ meetings(bodyId: "body-ws-2") { id status } }',
  )
  const meeting = data?.meetings[0]
  if (!meeting) throw new Error('the demonstration has a meeting of workstream 2')
  if (meeting.status === 'PLANNED') await secretary.command('startMeeting', { id: meeting.id })
  return meeting.id
}

async function agreedMinutes(secretary: Person, chair: Person): Promise<string> {
  const id = v7()
  const input = { id, bodyId: 'body-ws-2', startsAt: '2026-10-13T09:00:00.000Z', endsAt: '2026-10-13T11:00:00.000Z' }
  await secretary.command('createMeeting', {
    ...input,
    agenda: [{ id: v7(), title: 'Fostering: brand, needs, core offer', minutes: 60 }],
  })
  for (const step of ['startMeeting', 'endMeeting', 'circulateMinutes']) await secretary.command(step, { id })
  await chair.command('agreeMinutes', { id })
  return id
}

async function offline(page: Page) {
  await page.getByRole('textbox', { name: /^(Minutes|Cofnodion),/ }).click()
  await page.context().setOffline(true)
  await page.keyboard.type('Members asked that the analysis inform the strategy.')
  await page.locator('.state.offline').first().waitFor()
}

const isFirst = (data: string | null) => /"operationName":"(Viewer|Places)"/.test(data ?? '')

async function held(page: Page) {
  await page.route(graphql, (route) => (isFirst(route.request().postData()) ? route.continue() : undefined))
}

async function broken(page: Page) {
  await page.route(graphql, (route) => (isFirst(route.request().postData()) ? route.continue() : route.abort()))
}

await main()
