import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import {
  everyDialog,
  expectNoFault,
  expectToKeepWithin,
  languages,
  startWalks,
  type Walk,
  type Walks,
} from './accessibility.js'
import { noBrowser } from './browser.js'
import { pages } from './page-list.js'

let walks: Walks | undefined
beforeAll(async () => {
  walks = await startWalks()
})
afterAll(() => walks?.end())

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

/** What is on the device is there at once, and cannot fail. */
const onTheDevice = ['/waiting']

describe.skipIf(noBrowser)('what axe finds', () => {
  it.each(Object.keys(pages).filter((route) => !onTheDevice.includes(route)))(
    'nothing while %s loads, and when that fails',
    (route) => walks?.as('ws2-chair', (walk) => loadingAndFailing(walk, route), holdQuestions),
  )

  it.each(Object.keys(pages))('nothing on %s when there is nothing to show', (route) =>
    walks?.as(
      'ws2-chair',
      (walk) => settledInBoth(walk, route, (language) => nothingAmiss(walk, `empty (${language})`)),
      emptyLists,
    ),
  )

  it.each(Object.keys(pages))('nothing on %s for somebody who may only read', (route) =>
    walks?.as('scrutiny-reader', (walk) =>
      settledInBoth(walk, route, (language) => expectNoFault(walk.page, `read only (${language})`)),
    ),
  )

  it.each(keptBySecretariat)('nothing in what the secretariat opens on %s', (route) =>
    walks?.as('secretariat', (walk) => settledInBoth(walk, route, (language) => everyDialog(walk.page, language))),
  )

  it('nothing on the page where people sign in', () =>
    walks?.as(null, async (walk) => {
      for (const language of languages) {
        await walk.turnTo(language, '/')
        await walk.page.getByRole('button').first().waitFor()
        await expectNoFault(walk.page, `signed out (${language})`)
      }
    }))
})

async function settledInBoth(walk: Walk, route: string, look: (language: 'en' | 'cy') => Promise<void>): Promise<void> {
  for (const language of languages) {
    await walk.turnTo(language, route)
    await walk.settled()
    await look(language)
  }
}

async function nothingAmiss({ page }: Walk, state: string): Promise<void> {
  await expectNoFault(page, state)
  await expectToKeepWithin(page, state)
}

/** Who is asking is always answered: without it there is no page to be in a state. */
function isFirstQuestion(route: Route): boolean {
  return ['Viewer', 'Places'].some((name) => route.request().postData()?.includes(`"operationName":"${name}`))
}

const held = new Set<Route>()
let failing = false

/** Questions stay unanswered until they are let go, and then fail. */
async function holdQuestions(page: Page): Promise<void> {
  await page.route('**/graphql', (asked) => {
    if (isFirstQuestion(asked)) return asked.continue()
    return failing ? asked.abort() : void held.add(asked)
  })
}

async function loadingAndFailing(walk: Walk, route: string): Promise<void> {
  const { page } = walk
  failing = false
  for (const language of languages) {
    await walk.turnTo(language, route)
    await page.locator('main [aria-busy="true"], main[aria-busy="true"]').first().waitFor()
    await nothingAmiss(walk, `loading (${language})`)
  }
  failing = true
  // The page may have given up some of them by itself.
  await Promise.allSettled([...held].map((asked) => asked.abort()))
  held.clear()
  for (const language of languages) {
    await walk.turnTo(language, route)
    await page.locator('main [role="alert"]', { hasText: /\S/ }).first().waitFor()
    await nothingAmiss(walk, `error (${language})`)
  }
}

async function emptyLists(page: Page): Promise<void> {
  await page.route('**/graphql', emptied)
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
