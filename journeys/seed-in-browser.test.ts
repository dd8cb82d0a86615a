import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, noBrowser, type Visitor, visit } from './browser.js'
import { type Product, startProduct } from './product.js'

// What a reader sees, held against the numbers in the README of the programme's dataset.
let product: Product
let browser: Browser
let reader: Visitor
let page: Page

beforeAll(async () => {
  if (noBrowser) return
  product = await startProduct()
  browser = await launchBrowser()
  reader = await visit(browser, product, 'scrutiny-reader', '/en', { height: 2_400 })
  page = reader.page
  page.setDefaultTimeout(90_000) // a shared machine may be slow to draw its first page
})
afterAll(async () => {
  await reader?.context.close()
  await browser?.close()
  await product?.end()
})

/** Where a statement stands: a section or paragraph, and the line of the document. */
const place = /\blines?\s\d+/

describe.skipIf(noBrowser)('the programme in the browser', () => {
  it.each([
    ['bodies', 88, '88 bodies'],
    ['work-areas', 12, '12 work areas'],
    ['publications', 73, '73 publications'],
    ['funding', 35, '35 funding lines'],
    ['indicators', 61, '61 indicators'],
    ['correspondence', 10, '10 letters'],
    ['timeline', 41, '41 events'],
    ['glossary', 56, '56 entries'],
  ])('/%s shows %i records and says so, each with its source', async (path, count, said) => {
    await page.goto(`/en/${path}`)
    await page.getByText(said, { exact: true }).waitFor()
    await everyRowIsSourced('.register-table tbody tr[id]', count)
  })

  it('/dependencies shows 36, each with its source', async () => {
    await page.goto('/en/dependencies')
    await page.getByRole('link', { name: /^Everything\s*36$/ }).waitFor()
    await everyRowIsSourced('.dependency-table tbody tr', 36)
  })

  it('/legacy shows 7 items with 56 commitments and 22 further ones, each with its source', async () => {
    await page.goto('/en/legacy')
    await page.getByText(/^7 items and 56 commitments\b/).waitFor()
    await everyRowIsSourced('.legacy-table tbody tr', 7)
    await everyRowIsSourced('.outside > ul > li', 22)
    const items = await page
      .locator('.legacy-table a.title')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    const commitments: string[] = []
    for (const item of items) {
      await page.goto(item ?? '')
      await page.locator('li[id^="lc-"]').first().waitFor()
      commitments.push(...(await sourcedRows('li[id^="lc-"]')))
    }
    expect(new Set(commitments).size).toBe(56)
    expect(commitments).toHaveLength(56)
  })

  it('/actions shows 137, of which 26 without a stated owner, and each opens on its source', async () => {
    await page.goto('/en/actions')
    await page.getByRole('link', { name: /^All\s*137$/ }).waitFor()
    await page.getByRole('combobox', { name: 'Group' }).selectOption('none')
    const all = await readWholeLog(137)
    expect(all.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 137 }, (_, i) => i + 1))
    expect(all.filter(({ source }) => !place.test(source))).toEqual([])
    expect(all.filter(({ owner }) => owner === 'Not stated')).toHaveLength(26)

    await page.getByRole('link', { name: /^Owner not stated\s*26$/ }).click()
    await page.getByText('26 actions of 137 shown').first().waitFor()
    expect((await readWholeLog(26)).every(({ owner }) => owner === 'Not stated')).toBe(true)
  })
})

async function everyRowIsSourced(rows: string, count: number): Promise<void> {
  await page.locator(rows).first().waitFor()
  const ids = await sourcedRows(rows)
  expect(ids).toHaveLength(count)
  expect(new Set(ids).size).toBe(count)
}

/** The ids of the rows that name the place they come from. */
function sourcedRows(rows: string): Promise<string[]> {
  return page
    .locator(rows)
    .evaluateAll((all) =>
      all
        .filter((row) =>
          [...row.querySelectorAll('cite')].some(
            (cite) => cite.checkVisibility() && /\blines?\s\d+/.test(cite.innerText),
          ),
        )
        .map(({ id }) => id),
    )
}

interface LogLine {
  number: number
  owner: string
  /** As the opened row shows it; empty until it does. */
  source: string
}

/** Scrolls through the log, which draws only what is in view, opening each row and reading what stands there. */
async function readWholeLog(count: number): Promise<LogLine[]> {
  const lines = new Map<number, LogLine>()
  const look = async () => {
    for (const line of await page.evaluate(readAndScroll)) lines.set(line.number, line)
    return [...lines.values()].filter(({ source }) => source).length
  }
  await page.evaluate(() => scrollTo(0, 0))
  await expect.poll(look, { interval: 30, timeout: 110_000 }).toBeGreaterThanOrEqual(count)
  return [...lines.values()]
}

/** In the page: opens the rows in view, reads those that are open, and moves on when all in view are read. */
function readAndScroll(): LogLine[] {
  const rows = [...document.querySelectorAll<HTMLElement>('tr.item')]
  const read: LogLine[] = []
  let waiting = false
  for (const row of rows) {
    const { bottom, top } = row.getBoundingClientRect()
    if (bottom < 0 || top > innerHeight) continue
    const cell = row.querySelector<HTMLElement>('td[data-cell$=":number"]')
    const inside = row.nextElementSibling
    const facts = inside?.classList.contains('inside') ? [...inside.querySelectorAll('.facts > div')] : []
    const source = facts.find((fact) => fact.querySelector('dt')?.textContent === 'Source')?.querySelector('dd')
    if (cell?.getAttribute('aria-expanded') !== 'true') cell?.click()
    if (!source) waiting = true
    read.push({
      number: Number(cell?.textContent?.replace(/\D/g, '')),
      owner: row.querySelector('td[data-cell$=":owner"]')?.textContent?.trim() ?? '',
      source: source?.textContent ?? '',
    })
  }
  const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1
  // Rows grow as they open and may slip past: the second time round finds them.
  if (!waiting) scrollTo(0, atEnd ? 0 : scrollY + innerHeight * 0.7)
  return read
}
