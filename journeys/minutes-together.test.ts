import type { Browser, Locator, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.js'
import { launchBrowser, noBrowser, type Visitor, visit } from './browser.js'
import { type Person, signIn } from './person.js'
import { type Product, startProduct } from './product.js'

let product: Product
let browser: Browser
let secretary: Person

beforeAll(async () => {
  if (noBrowser) return
  product = await startProduct()
  browser = await launchBrowser()
  secretary = await signIn(product, 'secretariat')
})
afterAll(async () => {
  await browser?.close()
  await product?.end()
})

async function aRunningMeeting(bodyId = 'body-mag'): Promise<string> {
  const id = v7()
  const startsAt = new Date(Date.now() - 60_000).toISOString()
  const endsAt = new Date(Date.now() + 7_200_000).toISOString()
  await secretary.command('createMeeting', { id, bodyId, startsAt, endsAt })
  expect((await secretary.command('startMeeting', { id })).code).toBeNull()
  return id
}

const minutesOf = (page: Page): Locator => page.getByRole('textbox', { name: /^(Minutes|Cofnodion),/ })
/** What is written, a line a block, without the labels of other people's carets. */
const textOf = (page: Page) =>
  minutesOf(page).evaluate((editor) => {
    const copy = document.createElement('div')
    copy.append(...[...editor.children].map((block) => block.cloneNode(true)))
    for (const caret of copy.querySelectorAll('.caret, .ProseMirror-separator')) caret.remove()
    return [...copy.children].map((block) => block.textContent?.replaceAll('\u2060', '') ?? '').join('\n')
  })

/** As much of the editor's insides as writing what no key writes needs. */
interface Editing {
  editor: {
    view: {
      state: {
        schema: {
          marks: Record<string, { create(attributes: object): unknown }>
          text(words: string, marks: unknown[]): unknown
        }
        tr: { replaceSelectionWith(node: unknown, inherit: boolean): unknown }
      }
      dispatch(step: unknown): void
    }
  }
}

interface Typist {
  page: Page
  initial: string
  typed: string[]
}

/** Types numbered words, about five keys a second, until the time is up. */
async function typeFor(typist: Typist, milliseconds: number): Promise<void> {
  const until = Date.now() + milliseconds
  while (Date.now() < until) {
    const word = `${typist.initial}${typist.typed.length}`
    await typist.page.keyboard.type(`${word} `, { delay: 60 })
    typist.typed.push(word)
  }
}

describe.skipIf(noBrowser)('two people write the minutes of one meeting', () => {
  it('for a minute, half of it in one paragraph, one of them offline for 20 s: nothing typed is missing', async () => {
    const meeting = await aRunningMeeting()
    const [one, two] = await Promise.all(
      (['secretariat', 'member'] as const).map((key) => visit(browser, product, key, `/en/meetings/${meeting}`)),
    )
    if (!one || !two) throw new Error('two visitors are needed')
    const typists: Typist[] = [
      { page: one.page, initial: 's', typed: [] },
      { page: two.page, initial: 'm', typed: [] },
    ]
    await minutesOf(one.page).click()
    await one.page.keyboard.press('Control+End')
    await one.page.keyboard.type('shared ')
    await expect.poll(() => textOf(two.page)).toContain('shared')
    await one.page.keyboard.press('Enter')

    await minutesOf(two.page).getByText('shared').click()
    await two.page.keyboard.press('End')
    const [secretaryTypes, memberTypes] = typists.map((typist) => typeFor(typist, 30_000))
    const offline = (async () => {
      await expect.poll(() => typists[1]?.typed.length, { timeout: 15_000 }).toBeGreaterThan(15)
      await two.context.setOffline(true)
      await two.page.locator('.state.offline').first().waitFor()
      const since = Date.now()
      await expect.poll(() => Date.now() - since, { timeout: 25_000, interval: 200 }).toBeGreaterThan(20_000)
      await two.context.setOffline(false)
    })()
    await Promise.all([secretaryTypes, memberTypes, offline])

    // The second half: both carets in the member's paragraph.
    await expect.poll(() => textOf(one.page), { timeout: 15_000 }).toContain(`m${(typists[1]?.typed.length ?? 1) - 1}`)
    await minutesOf(one.page).getByText('shared').click()
    await one.page.keyboard.press('Home')
    await Promise.all(typists.map((typist) => typeFor(typist, 30_000)))

    await expect.poll(async () => (await textOf(one.page)) === (await textOf(two.page)), { timeout: 15_000 }).toBe(true)
    await saved(one)
    await saved(two)
    const text = await textOf(one.page)
    const words = new Set(text.split(/\s+/))
    expect(typists.flatMap(({ typed }) => typed).filter((word) => !words.has(word))).toEqual([])
    await one.page.reload()
    await expect.poll(() => textOf(one.page), { timeout: 15_000 }).toBe(text)
    await Promise.all([one.context.close(), two.context.close()])
  }, 240_000)

  it('and each sees where the other is', async () => {
    const meeting = await aRunningMeeting()
    const one = await visit(browser, product, 'secretariat', `/en/meetings/${meeting}`)
    const two = await visit(browser, product, 'member', `/en/meetings/${meeting}`)
    await minutesOf(two.page).click()
    await two.page.keyboard.type('Here I am')
    await one.page.locator('.collaboration-carets__caret, .caret').first().waitFor({ state: 'attached' })
    await Promise.all([one.context.close(), two.context.close()])
  })

  it('and one of them changes the language in the middle of a sentence, losing nothing', async () => {
    const meeting = await aRunningMeeting()
    const { page, context } = await visit(browser, product, 'member', `/en/meetings/${meeting}`)
    await minutesOf(page).click()
    await page.keyboard.type('Half a sentence')
    await page.getByRole('link', { name: 'Cymraeg' }).click()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('cy')
    expect(await textOf(page)).toContain('Half a sentence')
    await minutesOf(page).focus()
    await page.keyboard.type(' and the rest')
    await expect.poll(() => textOf(page)).toContain('Half a sentence and the rest')
    await context.close()
  })

  it('and unsent words survive a reload on a dead line', async () => {
    const meeting = await aRunningMeeting()
    const { page, context } = await visit(browser, product, 'member', `/en/meetings/${meeting}`)
    await minutesOf(page).click()
    await page.keyboard.type('Said before. ')
    await saved({ page, context })
    await context.setOffline(true)
    await page.keyboard.type('Said while the line was down.')
    await page.locator('.state.offline').first().waitFor()
    // The page itself has to come from somewhere: the line returns with the reload, before anything was sent.
    await context.setOffline(false)
    await page.reload()
    await expect.poll(() => textOf(page), { timeout: 15_000 }).toContain('Said before. Said while the line was down.')
    await saved({ page, context })
    const other = await visit(browser, product, 'secretariat', `/en/meetings/${meeting}`)
    await expect.poll(() => textOf(other.page), { timeout: 15_000 }).toContain('Said while the line was down.')
    await Promise.all([context.close(), other.context.close()])
  })

  it('and what cannot be taken from one of them stays with its writer, who is told so and can go on', async () => {
    const meeting = await aRunningMeeting()
    const { page, context } = await visit(browser, product, 'secretariat', `/cy/meetings/${meeting}`)
    await minutesOf(page).click()
    await minutesOf(page).evaluate((dom) => {
      // No page lets anybody write such a link; a browser's extension may.
      const { view } = (dom as unknown as Editing).editor
      const { state } = view
      const link = state.schema.marks.link?.create({ href: 'javascript:alert(1)' })
      view.dispatch(state.tr.replaceSelectionWith(state.schema.text('From elsewhere. ', [link]), false))
    })
    await page.locator('.note', { hasText: 'Ni ellid derbyn yr hyn a ysgrifennoch ddiwethaf.' }).waitFor()
    const draft = page.getByRole('region', { name: 'Heb ei anfon, dim ond chi sy’n gweld hwn' })
    expect(await draft.innerText()).toContain('From elsewhere.')
    expect(await faultsOf(page)).toEqual([])
    await draft.getByRole('button', { name: 'Gwaredu' }).click()
    await page.locator('.state.saved').waitFor()
    await minutesOf(page).click()
    await page.keyboard.type('Written after it.')
    await page.locator('.state.saved').waitFor()
    await page.reload()
    await minutesOf(page).waitFor()
    await expect.poll(() => textOf(page)).toContain('Written after it.')
    expect(await textOf(page)).not.toContain('From elsewhere.')
    await context.close()
  })
})

/** The connection mark says so, and has nothing more to send. */
async function saved({ page }: Visitor): Promise<void> {
  await page.locator('.state.saved').first().waitFor({ timeout: 15_000 })
}
