import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  desk,
  drawnAt,
  everyDialog,
  expectNoFault,
  expectNothingBeyond,
  languages,
  narrowest,
  phone,
  startWalks,
  type Walk,
  type Walks,
} from './accessibility.js'
import { noBrowser } from './browser.js'
import { declaredRoutes, pages } from './page-list.js'

let walks: Walks | undefined
beforeAll(async () => {
  walks = await startWalks()
})
afterAll(() => walks?.end())

describe.skipIf(noBrowser)('what axe finds for a chair at work', () => {
  it('is asked of every route', () => {
    expect(Object.keys(pages).sort()).toEqual(declaredRoutes().sort())
  })

  it.each(Object.keys(pages))('nothing on %s as it is, in the dark, on a phone, in its dialogs, and offline', (route) =>
    walks?.as('ws2-chair', async (walk) => {
      await atADesk(walk, route)
      await onAPhone(walk, route)
      await offline(walk, route)
    }),
  )

  it('nothing on an address that leads nowhere', () =>
    walks?.as('ws2-chair', (walk) =>
      inBoth(walk, '/nowhere', async (language) => {
        await walk.settled()
        await expectNoFault(walk.page, `nowhere (${language})`)
      }),
    ))
})

describe.skipIf(noBrowser)('dates in a browser whose default is American', () => {
  it('read as people write them', () =>
    walks?.as('ws2-chair', (walk) =>
      inBoth(walk, '/meetings/:id', async (language) => {
        await walk.settled()
        const text = (await walk.page.locator('body').innerText()).replaceAll('\u00a0', ' ')
        expect(text).toContain(language === 'en' ? '3 November 2026' : '3 Tachwedd 2026')
        expect(text).not.toMatch(/\b1?\d\/[1-3]?\d\b/)
      }),
    ))
})

async function inBoth(walk: Walk, route: string, look: (language: 'en' | 'cy') => Promise<void>): Promise<void> {
  for (const language of languages) {
    await walk.turnTo(language, route)
    await look(language)
  }
}

/** In the dark only colours differ, and those not with the language. */
async function atADesk(walk: Walk, route: string): Promise<void> {
  const { page } = walk
  await inBoth(walk, route, async (language) => {
    await walk.settled()
    await expectNoFault(page, `as it is (${language})`)
    await everyDialog(page, language)
  })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectNoFault(page, 'in the dark', ['color-contrast'])
  await page.emulateMedia({ colorScheme: 'light' })
}

/** On a phone tables fold into cards; everything is unfolded. */
async function onAPhone(walk: Walk, route: string): Promise<void> {
  const { page } = walk
  await drawnAt(page, phone)
  await inBoth(walk, route, async (language) => {
    await walk.settled()
    await expectNothingBeyond(page, `on a phone (${language})`)
  })
  await inBoth(walk, route, async (language) => {
    await unfold(page)
    await expectNoFault(page, `on a phone, unfolded (${language})`)
  })
  await drawnAt(page, narrowest)
  await inBoth(walk, route, async (language) => {
    await unfold(page)
    await expectNothingBeyond(page, `unfolded, on the narrowest page (${language})`)
  })
  await drawnAt(page, desk)
}

const unfold = (page: Page) =>
  page.evaluate('for (const part of document.querySelectorAll("main details")) part.open = true')

async function offline(walk: Walk, route: string): Promise<void> {
  const { page } = walk
  const mark = page.locator('.state.offline').first()
  await page.context().setOffline(true)
  await mark.waitFor()
  await inBoth(walk, route, (language) => expectNoFault(page, `offline (${language})`))
  await page.context().setOffline(false)
  await mark.waitFor({ state: 'detached' })
}
