import { connect, minutesText } from '@camau/collab'
import type { Browser, Locator, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.js'
import { launchBrowser, noBrowser, visit } from './browser.js'
import { aRunningMeeting } from './meetings.js'
import { aNewerBuild } from './newer-build.js'
import { pace } from './pace.js'
import { signIn } from './person.js'
import { type Product, startProduct } from './product.js'

let product: Product
let browser: Browser
let meetingId: string

beforeAll(async () => {
  if (noBrowser) return
  product = await startProduct()
  browser = await launchBrowser()
  meetingId = await aRunningMeeting(await signIn(product, 'secretariat'), 'body-ws-1')
})
afterAll(async () => {
  await browser?.close()
  await product?.end()
})

const minutesOf = (page: Page): Locator => page.getByRole('textbox', { name: /^(Minutes|Cofnodion),/ })
const timesIn = async (page: Page, words: string) => (await minutesOf(page).innerText()).split(words).length - 1

/** Everything of one store of the device, as text. */
function stored(page: Page, database: string, store: string): Promise<string> {
  return page.evaluate(
    ([name, from]) =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open(name)
        // Only to look: a database that is not there yet is the app's to make.
        opening.onupgradeneeded = () => opening.transaction?.abort()
        opening.onerror = () => resolve('')
        opening.onsuccess = () => {
          const db = opening.result
          if (!db.objectStoreNames.contains(from)) return resolve('')
          const asked = db.transaction(from).objectStore(from).getAll()
          asked.onsuccess = () => {
            db.close()
            const asText = (_key: string, value: unknown) =>
              ArrayBuffer.isView(value) || value instanceof ArrayBuffer
                ? new TextDecoder('latin1').decode(value)
                : value
            resolve(JSON.stringify(asked.result, asText))
          }
        }
      }),
    [database, store] as const,
  )
}

/** Puts rows into a store of the device, over those of the same key. */
function put(page: Page, into: string, rows: readonly object[]): Promise<void> {
  return page.evaluate(
    ([store, all]) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('camau-device')
        opening.onsuccess = () => {
          const change = opening.result.transaction(store, 'readwrite')
          for (const row of all) change.objectStore(store).put(row)
          change.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    [into, rows] as const,
  )
}

/** The shell, the page and the text are on the device. */
async function isKept(page: Page, words: string): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker?.controller)
  await expect.poll(() => stored(page, 'camau-device', 'texts'), { timeout: 30_000 }).toContain(words)
  await expect.poll(() => stored(page, 'camau-device', 'reading'), { timeout: 30_000 }).toContain(meetingId)
}

/** Writes so many words at the ends of paragraphs all over the text, each a change of its own. */
const writeAll = (page: Page, tag: string, edits: number) =>
  minutesOf(page).evaluate(
    (dom, [word, many]) => {
      const { editor } = dom as unknown as { editor: { view: View } }
      for (let i = 0; i < many; i++) {
        const { state } = editor.view
        const ends: number[] = []
        state.doc.forEach((block, at) => {
          if (block.type.name === 'paragraph') ends.push(at + block.nodeSize - 1)
        })
        const end = ends[(i * 7) % ends.length] ?? 1
        editor.view.dispatch(
          i % 50 === 49
            ? state.tr.insertText(`${word}${i} `, end).split(end)
            : state.tr.insertText(`${word}${i} `, end),
        )
      }
    },
    [tag, edits] as const,
  )

/** As much of the editor's insides as writing by program needs. */
interface View {
  state: {
    doc: { forEach(see: (block: { type: { name: string }; nodeSize: number }, at: number) => void): void }
    tr: Step
  }
  dispatch(step: Step): void
}
interface Step {
  insertText(words: string, at: number): Step
  split(at: number): Step
}

const edits = Number(process.env.OFFLINE_EDITS ?? (pace === 1 ? 5_000 : 500))

describe.skipIf(noBrowser)('working without a line', () => {
  it('a meeting opens with its minutes; what is written and decided survives a reload, and arrives once', async () => {
    const { page, context } = await visit(browser, product, 'ws1-chair', `/en/meetings/${meetingId}`, { worker: true })
    await minutesOf(page).click()
    await page.keyboard.type('Said with a line. ')
    await isKept(page, 'Said with a line.')
    // Fetched ahead: nobody has opened it.
    const reading = () => stored(page, 'camau-device', 'reading')
    await expect.poll(reading, { timeout: 60_000, interval: 1_000 }).toContain(String.raw`actions({\"filter\":{},`)

    await context.setOffline(true)
    await page.reload()
    await expect.poll(() => timesIn(page, 'Said with a line.')).toBe(1)
    await minutesOf(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Said without a line. ')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Raised without a line')
    await page.keyboard.press('Control+Enter')
    await page.locator('.state.offline').waitFor()
    await expect.poll(() => stored(page, 'camau-commands', 'commands')).toContain('Raised without a line')

    await page.reload()
    await expect.poll(() => timesIn(page, 'Said without a line.')).toBe(1)
    await page.getByRole('link', { name: 'What waits here' }).click()
    await page.getByRole('heading', { name: 'Waiting on this device', level: 1 }).waitFor()
    await page.getByRole('main').getByRole('listitem').filter({ hasText: 'given' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.goto('/en/actions')
    await page.getByRole('grid').getByRole('row').nth(3).waitFor()
    await page.goto(`/en/meetings/${meetingId}`)

    await context.setOffline(false)
    const reader = await visit(browser, product, 'secretariat', `/en/meetings/${meetingId}`)
    await expect.poll(() => timesIn(reader.page, 'Said without a line.'), { timeout: 30_000 }).toBe(1)
    await expect.poll(() => reader.page.locator('.raised-part', { hasText: 'Raised without a line' }).count()).toBe(1)
    await page.locator('.state.saved').waitFor()
    expect(await timesIn(page, 'Said without a line.')).toBe(1)
    await Promise.all([context.close(), reader.context.close()])
  })

  it(`two windows write ${edits} words each: all of them are merged, durable and seen by others within 2 s`, async () => {
    const secretary = await signIn(product, 'secretariat')
    const line = connect({ url: product.url, cookie: secretary.cookie })
    const id = await aRunningMeeting(secretary, 'body-ws-2')
    const reader = line.openDocument(`minutes:${id}`)
    await reader.opened
    const one = await visit(browser, product, 'ws2-chair', `/en/meetings/${id}`)
    const two = await one.context.newPage()
    await two.goto(`/en/meetings/${id}`)
    const tabs = [one.page, two]
    await Promise.all(tabs.map((page) => minutesOf(page).waitFor()))
    await one.context.setOffline(true)
    await Promise.all(tabs.map((page) => page.locator('.state.offline').waitFor()))
    await Promise.all([writeAll(one.page, 'a', edits), writeAll(two, 'b', edits)])
    // Written in seconds, and not over a day: the pages have yet to show and keep it.
    await Promise.all(tabs.map((page) => page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)))))

    const back = Date.now()
    await one.context.setOffline(false)
    const all = ['a', 'b'].flatMap((tag) => Array.from({ length: edits }, (_, i) => `${tag}${i}`)).sort()
    const words = () =>
      minutesText(reader.doc)
        .toString()
        .match(/[ab][0-9]+/g) ?? []
    // Looked at so seldom that looking does not slow down what is looked at.
    await expect.poll(() => words().length, { interval: 50, timeout: 60_000 }).toBeGreaterThanOrEqual(2 * edits)
    const seen = Date.now() - back
    await Promise.all(tabs.map((page) => page.locator('.state.saved').waitFor()))
    const saved = Date.now() - back
    console.log(`two windows, ${edits} edits each: seen by others after ${seen} ms, saved in both after ${saved} ms`)
    expect(words().sort()).toEqual(all)
    for (const page of tabs) expect((await minutesOf(page).innerText()).match(/[ab][0-9]+/g)?.sort()).toEqual(all)
    await expect.poll(() => stored(one.page, 'camau-edits', 'edits')).toBe('[]')
    expect(seen).toBeLessThan(2_000 * pace)
    line.close()
    await one.context.close()
  })

  it('words of a text that was left while the server would not have them are not called saved, and go when it will', async () => {
    const { page, context } = await visit(browser, product, 'ws1-chair', '/en')
    let isTaken = true
    let opened = 0
    await page.routeWebSocket(/live/, (socket) => {
      const server = socket.connectToServer()
      socket.onMessage((message) => {
        if (String(message).includes('document:open')) opened += 1
        if (isTaken || !String(message).includes('document:push')) server.send(message)
      })
    })
    await page.goto(`/en/meetings/${meetingId}`)
    await minutesOf(page).click()
    await page.locator('.state.saved').waitFor()
    isTaken = false
    await page.keyboard.type('Left in a hurry. ')
    await page.locator('.state.saving').waitFor()
    // Also at the moment of leaving, before anybody has looked at what the device holds.
    await page.evaluate(`new MutationObserver(() => {
      window.wasCalledSaved ||= document.querySelector('.state.saved') !== null
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] })`)
    await page.locator('a[href="/en/actions"]').first().click()
    await page.getByRole('grid').waitFor()
    await expect.poll(() => opened).toBe(2)
    await page.locator('.state.saving').waitFor()
    expect(await page.evaluate('window.wasCalledSaved')).toBe(false)
    isTaken = true
    const reader = await visit(browser, product, 'secretariat', `/en/meetings/${meetingId}`)
    await expect.poll(() => timesIn(reader.page, 'Left in a hurry.'), { timeout: 30_000 }).toBe(1)
    await page.locator('.state.saved').waitFor()
    await expect.poll(() => stored(page, 'camau-edits', 'edits')).toBe('[]')
    await Promise.all([context.close(), reader.context.close()])
  })

  it('a date that is set twice stands as it was set last; what somebody else set is shown, and goes only by choice', async () => {
    const [chair, vice] = await Promise.all([signIn(product, 'ws1-chair'), signIn(product, 'ws1-vice-chair')])
    const id = v7()
    await chair.command('proposeAction', { id, bodyId: 'body-ws-1', title: 'Ask the boards for their plans' })
    const { page, context } = await visit(browser, product, 'ws1-chair', `/en/actions/${id}`)
    const set = async (button: string, words: string, reason?: string) => {
      await page.getByRole('main').getByRole('button', { name: button, exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: 'In words' }).check()
      await dialog.getByLabel('When, in words').fill(words)
      if (reason) await dialog.getByLabel('Why the date moves').fill(reason)
      await dialog.getByRole('button', { name: 'Save' }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.locator('main .action-sum', { hasText: words }).waitFor()
    }
    const due = async () => {
      const { data } = await chair.ask<{ action: { due: { label: string } | null } }>(
        'query ($id: ID!) { action(id: $id) { due { label } } }',
        { id },
      )
      return data?.action.due?.label
    }
    const go = async (offline: boolean) => {
      await context.setOffline(offline)
      await page.locator(offline ? '.state.offline' : '.state.saved, .state.attention').waitFor()
    }
    await page.getByRole('main').getByRole('button', { name: 'Set a date', exact: true }).waitFor()
    await go(true)
    await set('Set a date', 'In autunm')
    await set('Set a new date', 'In autumn')
    await go(false)
    await expect.poll(due).toBe('In autumn')
    await expect.poll(() => stored(page, 'camau-commands', 'commands')).toBe('[]')
    expect(await page.locator('.state.attention').count()).toBe(0)

    await go(true)
    await set('Set a new date', 'In winter', 'The boards meet later')
    await vice.command('setActionDueDate', { id, due: { label: 'In spring' }, reason: 'The boards asked for it' })
    await go(false)
    await page.locator('button.state.attention').click()
    const kept = page.locator('#kept')
    await kept.getByText('In spring').waitFor()
    await kept.getByText('In winter').waitFor()
    expect(await due()).toBe('In spring')
    expect(await faultsOf(page)).toEqual([])
    await kept.getByRole('button', { name: 'Use mine' }).click()
    await expect.poll(due).toBe('In winter')
    await page.locator('.state.saved').waitFor()
    await context.close()
  })

  it('a title this device has not got is not written in while the line is away, so that nothing is lost, and is when it is back', async () => {
    const chair = await signIn(product, 'ws1-chair')
    const [opened, unopened] = [v7(), v7()]
    await chair.command('proposeAction', { id: opened, bodyId: 'body-ws-1', title: 'Ask for the plans' })
    await chair.command('proposeAction', { id: unopened, bodyId: 'body-ws-1', title: 'Ask for the costs' })
    const { page, context } = await visit(browser, product, 'ws1-chair', `/en/actions/${opened}`)
    await page.locator('textarea[aria-label="Title of the action"][aria-busy=false]').waitFor()
    await page.locator('a[href="/en/actions"]').first().click()
    await page.getByRole('searchbox').fill('Ask for the costs')
    const cell = page.locator(`[data-cell="${unopened}:title"]`)
    await cell.waitFor()
    await context.setOffline(true)
    await page.locator('.state.offline').waitFor()
    await cell.click()
    await page.keyboard.press('F2')
    const title = cell.getByRole('textbox')
    await expect.poll(() => title.getAttribute('readonly')).not.toBeNull()
    await cell.getByText('These words cannot be edited now.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await context.setOffline(false)
    await expect.poll(() => title.getAttribute('readonly')).toBeNull()
    await page.keyboard.type(' of all of it')
    await page.locator('.state.saved').waitFor()
    const written = async () => {
      const { data } = await chair.ask<{ action: { title: string } }>(
        'query ($id: ID!) { action(id: $id) { title } }',
        {
          id: unopened,
        },
      )
      return data?.action.title
    }
    await expect.poll(written).toBe('Ask for the costs of all of it')
    await context.close()
  })

  it.each([
    ['while the line is there', false],
    ['while it is away', true],
  ])('what is restricted to others is taken off the device within moments: %s', async (_, isAway) => {
    const chair = await signIn(product, 'ws1-chair')
    const id = v7()
    await chair.command('proposeAction', { id, bodyId: 'body-ws-1', title: 'Ask about Hawthorn House' })
    const { page, context } = await visit(browser, product, 'ws1-vice-chair', '/en/actions', { worker: true })
    const reading = () => stored(page, 'camau-device', 'reading')
    const texts = () => stored(page, 'camau-device', 'texts')
    await expect.poll(reading, { timeout: 60_000, interval: 1_000 }).toContain('Hawthorn')
    await expect.poll(texts, { timeout: 60_000, interval: 1_000 }).toContain(`action:${id}`)
    await context.setOffline(isAway)
    if (isAway) await page.locator('.state.offline').waitFor()
    const to = [{ bodyId: 'body-ws-1', office: 'CHAIR' }]
    expect((await chair.command('restrictAction', { id, to })).code).toBeNull()
    await context.setOffline(false)
    await expect.poll(reading, { timeout: 5_000 }).not.toContain('Hawthorn')
    await expect.poll(texts, { timeout: 5_000 }).not.toContain(`action:${id}`)
    await context.close()
  })

  it('unsent work is sealed at sign-out: the next person on the device reads nothing of it, and it is sent when its own is back', async () => {
    const words = `Nobody else reads this: ${v7().slice(-8)}.` // a second try must not find those of the first
    const { page, context } = await visit(browser, product, 'ws1-chair', `/cy/meetings/${meetingId}`, {
      worker: true,
      width: 360,
    })
    await minutesOf(page).click()
    await page.keyboard.type('Read by all. ')
    await isKept(page, 'Read by all.')
    expect(await stored(page, 'camau-device', 'texts')).toContain('"personId":"demo-ws1-chair"')
    const browserSide = await context.newCDPSession(page)
    await browserSide.send('Network.enable')
    await context.setOffline(true)
    await page.locator('.state.offline').waitFor()
    // The browser would hold what a socket is given now, and send it later, whoever is signed in by then.
    const heldByTheBrowser: string[] = []
    browserSide.on('Network.webSocketFrameSent', ({ response }) => heldByTheBrowser.push(response.payloadData))
    await minutesOf(page).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(words)
    await expect
      .poll(async () => (await stored(page, 'camau-edits', 'edits')).split('"key"').length)
      .toBeGreaterThan(words.length)
    await page.locator('.me-button').click()
    await page.getByRole('button', { name: 'Allgofnodi', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/newid yn aros ar y ddyfais hon/).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Allgofnodi a’i gadw wedi’i selio' }).click()
    await page.locator('main.in').waitFor()
    const left = async () =>
      (
        await Promise.all([
          stored(page, 'camau-edits', 'edits'),
          stored(page, 'camau-commands', 'commands'),
          ...['reading', 'texts', 'keys', 'sealed'].map((store) => stored(page, 'camau-device', store)),
        ])
      ).join('\n')
    const sealed = await left()
    expect(sealed).toContain('keyId')
    expect(heldByTheBrowser).toEqual([])
    for (const told of ['"update"', 'Read by', meetingId, 'ws1-chair']) expect(sealed).not.toContain(told)

    await context.setOffline(false)
    await page.reload()
    await page.locator('main.in').waitFor()
    await context.request.post('/auth/demo', { data: { key: 'member' } })
    await page.goto(`/en/meetings/${meetingId}`)
    await minutesOf(page).waitFor()
    expect(await timesIn(page, words)).toBe(0)
    // What the next person has read may name the chair, too; none of it is the chair's.
    for (const store of ['reading', 'texts', 'keys'])
      expect(JSON.parse(await stored(page, 'camau-device', store))).not.toContainEqual(
        expect.objectContaining({ personId: 'demo-ws1-chair' }),
      )
    expect(await left()).not.toContain(words)

    await context.request.post('/auth/demo', { data: { key: 'ws1-chair' } })
    await page.goto('/en')
    const reader = await visit(browser, product, 'secretariat', `/en/meetings/${meetingId}`)
    await expect.poll(() => timesIn(reader.page, words), { timeout: 30_000 }).toBe(1)
    await expect.poll(() => stored(page, 'camau-device', 'sealed')).toBe('[]')
    await Promise.all([context.close(), reader.context.close()])
  })

  it('whoever signs out without a line is out in every window, and the server is told as soon as there is one', async () => {
    const { page, context } = await visit(browser, product, 'member', `/en/meetings/${meetingId}`, { worker: true })
    await page.waitForFunction(() => navigator.serviceWorker?.controller)
    const reading = () => stored(page, 'camau-device', 'reading')
    await expect.poll(reading, { timeout: 30_000 }).toContain(meetingId)
    const [kept, other] = [await context.newPage(), await context.newPage()]
    await other.goto('/en/actions')
    await other.getByRole('grid').waitFor()
    await context.setOffline(true)
    await kept.goto(`/en/meetings/${meetingId}`)
    await minutesOf(kept).waitFor()
    await page.locator('.me-button').click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await Promise.all([page, kept, other].map((window) => window.locator('main.in').waitFor()))
    await expect.poll(reading).toBe('[]')
    const viewer = async () =>
      (await context.request.post('/graphql', { data: { query: '{ viewer { demo } }' } })).json()
    expect(await viewer()).toEqual({ data: { viewer: { demo: true } } })

    await context.setOffline(false)
    await expect.poll(viewer).toEqual({ data: { viewer: null } })
    for (const window of [page, kept, other]) expect(await window.locator('main.in').count()).toBe(1)
    expect(await reading()).toBe('[]')
    await context.close()
  })

  it('what was read opens for 72 hours after the server was last heard: opening it does not make them more', async () => {
    const { page, context } = await visit(browser, product, 'member', `/en/meetings/${meetingId}`, { worker: true })
    await page.waitForFunction(() => navigator.serviceWorker?.controller)
    const reading = () => stored(page, 'camau-device', 'reading')
    await expect.poll(reading, { timeout: 30_000 }).toContain(meetingId)
    await context.setOffline(true)
    const hour = 3_600_000
    const opensHeard = async (at: number) => {
      await page.goto('/favicon.svg') // nothing of the app is open while its row is changed
      const rows: object[] = JSON.parse(await reading())
      await put(
        page,
        'reading',
        rows.map((row) => ({ ...row, at, asItWas: true })),
      )
      await page.goto(`/en/meetings/${meetingId}`)
    }
    const longAgo = Date.now() - 71 * hour
    await opensHeard(longAgo)
    await minutesOf(page).waitFor()
    await expect.poll(reading).not.toContain('asItWas') // the app has written it anew
    expect(await reading()).toContain(`"at":${longAgo},`)

    for (const at of [Date.now() - 73 * hour, Date.now() + 73 * hour]) {
      await opensHeard(at)
      await page.getByRole('button', { name: 'Try again' }).waitFor()
      expect(await minutesOf(page).count()).toBe(0)
    }
    await context.close()
  })

  it('a text that is open stays on the device, also where it is only read and is none of the recent ones', async () => {
    const { page, context } = await visit(browser, product, 'member', `/en/meetings/${meetingId}`, { worker: true })
    const texts = () => stored(page, 'camau-device', 'texts')
    await expect.poll(texts, { timeout: 30_000 }).toContain(`minutes:${meetingId}`)
    await put(page, 'texts', [{ personId: 'demo-member', documentId: 'minutes:of-long-ago', copy: null, at: 0 }])
    await expect.poll(texts, { timeout: 60_000, interval: 1_000 }).not.toContain('minutes:of-long-ago')
    expect(await texts()).toContain(`minutes:${meetingId}`)
    await context.close()
  })

  it('where the worker cannot be installed, the device learns its key all the same', async () => {
    const { page, context } = await visit(browser, product, null, '/en', { worker: true })
    await context.route('**/app.webmanifest', (route) => route.abort())
    await context.request.post('/auth/demo', { data: { key: 'member' } })
    await page.reload()
    await expect.poll(() => stored(page, 'camau-device', 'keys')).toContain('demo-member')
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
    await context.close()
  })

  it('a newer build is offered in a quiet line, and is there after loading anew', async () => {
    const front = await aNewerBuild(product)
    const { page, context } = await visit(browser, { ...product, url: front.url }, null, '/en', { worker: true })
    await context.request.post(`${product.url}/auth/demo`, { data: { key: 'member' } })
    await page.reload()
    await page.waitForFunction(() => navigator.serviceWorker?.controller)
    front.deploy()
    await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()))
    await page.getByText('A new version of Camau is ready.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Load it now' }).click()])
    const isNewer = () => document.querySelector('script[type=module]')?.getAttribute('src')?.endsWith('?2')
    await page.waitForFunction(isNewer)
    await page.waitForFunction(() => navigator.serviceWorker?.controller)
    expect(await page.getByText('A new version of Camau is ready.').count()).toBe(0)

    await context.setOffline(true)
    await page.reload()
    await page.waitForFunction(isNewer)
    await context.close()
    await front.close()
  })
})
