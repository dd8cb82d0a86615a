import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, noBrowser, visit } from '../browser.js'
import { aRunningMeeting } from '../meetings.js'
import { signIn } from '../person.js'
import { rollingRestart } from './blows.js'
import { type Cluster, startCluster } from './cluster.js'
import { giveOrders } from './orders.js'

let cluster: Cluster
let browser: Browser
beforeAll(async () => {
  if (noBrowser) return
  cluster = await startCluster(2)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await cluster?.end()
})

/** Everything that is announced as an error while the page is open. */
async function errorsOf(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seenErrors: seen })
    const look = () => {
      for (const one of document.querySelectorAll('[role=alert]')) if (one.textContent) seen.push(one.textContent)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => [...new Set((window as unknown as { seenErrors: string[] }).seenErrors)])
}

describe.skipIf(noBrowser)('a rolling restart', () => {
  it('shows no error to people who write, look things up and give orders meanwhile, and loses nothing', async () => {
    const secretary = await signIn(cluster, 'secretariat')
    const meeting = await aRunningMeeting(secretary, 'body-mag')
    const [writer, reader] = await Promise.all([
      visit(browser, cluster, 'member', `/en/meetings/${meeting}`),
      visit(browser, cluster, 'mag-chair', '/en/actions'),
    ])
    const minutes = writer.page.getByRole('textbox', { name: /^Minutes,/ })
    await minutes.click()
    const errors = await Promise.all([errorsOf(writer.page), errorsOf(reader.page)])
    const orders = giveOrders([secretary])
    let going = true
    const typing = (async () => {
      const words: string[] = []
      for (; going; ) {
        words.push(`word${words.length}.`)
        await writer.page.keyboard.type(`${words.at(-1)} `, { delay: 60 })
      }
      return words
    })()
    const places = reader.page.getByRole('navigation', { name: 'Places' })
    const looking = (async () => {
      for (const name of ['Meetings', 'Actions', 'Meetings', 'Actions']) {
        await places.getByRole('link', { name: new RegExp(`^${name}`) }).click() // its count belongs to its name
        await reader.page.getByRole('heading', { level: 1 }).first().waitFor()
        await reader.page.waitForLoadState('networkidle')
      }
    })()
    await Promise.all([rollingRestart(cluster).mend(), looking]).finally(() => {
      going = false
    })
    const words = await typing
    await orders.stop()
    await expect.poll(() => writer.page.locator('.state.saved').count(), { timeout: 30_000 }).toBeGreaterThan(0)
    expect(await Promise.all(errors.map((seen) => seen()))).toEqual([[], []])
    expect(orders.refused).toEqual([])

    const cold = await visit(browser, cluster, 'mag-chair', `/en/meetings/${meeting}`)
    const text = cold.page.getByRole('textbox', { name: /^Minutes,/ })
    await expect.poll(() => text.textContent(), { timeout: 30_000 }).toContain(words.at(-1))
    const there = (await text.textContent()) ?? ''
    expect(words.filter((word) => !there.includes(word))).toEqual([])
    console.log(`a rolling restart: ${words.length} words, ${orders.done.length} commands, no error shown`)
  }, 300_000)
})
