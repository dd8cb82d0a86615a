import type { Browser, BrowserContext } from 'playwright-core'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.js'
import { type Language, launchBrowser, noBrowser } from './browser.js'
import { byKeys, type Keys } from './keys.js'
import { aRunningMeeting } from './meetings.js'
import { type DemoKey, type Person, signIn } from './person.js'
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

/** Somebody at a keyboard, signed in unless they do it themselves. */
async function sit(key: DemoKey | null, path: string): Promise<Keys & { context: BrowserContext }> {
  const context = await browser.newContext({
    baseURL: product.url,
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  })
  if (key) expect((await context.request.post('/auth/demo', { data: { key } })).ok()).toBe(true)
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const keys = await byKeys(page)
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  return { ...keys, context }
}

async function stand(...people: (Keys & { context: BrowserContext })[]): Promise<void> {
  for (const { end, context } of people) {
    await end()
    await context.close()
  }
}

async function anAction(title: string): Promise<string> {
  const id = v7()
  expect((await secretary.command('proposeAction', { id, bodyId: 'body-ws-1', title })).code).toBeNull()
  return id
}

/** In the end, however slow the machine. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 })

const said = {
  en: {
    meetings: 'Meetings',
    home: 'Go home',
    toMinutes: 'Skip to the minutes',
    other: 'Cymraeg',
    propose: /^Propose an owner/,
    send: 'Propose',
    office: /^Chair, Workstream 2/,
    decline: 'Decline with a reason',
    declineSend: 'Decline',
    accept: 'Accept',
    declined: 'Declined by:',
    accepted: 'Accepted by:',
  },
  cy: {
    meetings: 'Cyfarfodydd',
    home: 'Mynd i’r hafan',
    toMinutes: 'Neidio i’r cofnodion',
    other: 'English',
    propose: /^Cynnig perchennog/,
    send: 'Cynnig',
    office: /Ffrwd Waith 2/,
    decline: 'Gwrthod gyda rheswm',
    declineSend: 'Gwrthod',
    accept: 'Derbyn',
    declined: 'Gwrthodwyd gan:',
    accepted: 'Derbyniwyd gan:',
  },
} as const

describe.skipIf(noBrowser)('without a mouse', () => {
  it.each<[Language, DemoKey, RegExp]>([
    ['en', 'secretariat', /Secretariat$/],
    ['cy', 'member', /^Aelod/],
  ])(
    'somebody signs in, reaches a meeting, writes, raises an action and leaves the minutes (%s)',
    async (language, _key, office) => {
      const words = said[language]
      const meeting = await aRunningMeeting(secretary, 'body-mag')
      const me = await sit(null, `/${language}/`)
      const { page, press, type, tabTo, isOn } = me
      if (language === 'cy') {
        await tabTo(page.getByRole('button', { name: /^Pob un o’r/ }))
        await press('Enter')
      }
      await tabTo(page.getByRole('button', { name: office }))
      await press('Enter')
      // Whoever comes for the first time is welcomed; a second visit begins at home.
      await page.waitForURL(`**/${language}/welcome`)
      await isOn(page.locator('main'))
      await page.locator('main table').waitFor()
      await tabTo(page.getByRole('link', { name: words.home }))
      await press('Enter')
      await page.waitForURL(new RegExp(`/${language}/?$`))
      await isOn(page.locator('main'))

      await tabTo(page.getByRole('link', { name: words.meetings, exact: true }), 'Shift+Tab')
      await press('Enter')
      await page.waitForURL('**/meetings')
      await isOn(page.locator('main'))
      await tabTo(page.locator(`main a[href$="/meetings/${meeting}"]`))
      await press('Enter')
      const editor = page.getByRole('textbox', { name: /^(Minutes|Cofnodion),/ })
      await isOn(page.locator('main'))
      await editor.waitFor()
      await press('Tab')
      await isOn(page.getByRole('button', { name: words.toMinutes }))
      await press('Enter')
      await isOn(editor)
      await type('We heard from the regions.')
      await press('Enter')
      const title = `Write to the regions (${language})`
      await type(title)
      await press('Control+Enter')
      await page.locator('.raised-part').getByRole('link', { name: title }).waitFor()
      await isOn(editor)

      // The language changes in the middle of a sentence, from the keyboard and without losing the caret.
      await type('Half a sentence')
      await me.command(words.other)
      const other = language === 'en' ? 'cy' : 'en'
      await eventually(() => page.locator('html').getAttribute('lang')).toBe(other)
      await isOn(editor)
      await type(' and the rest')
      await eventually(() => editor.textContent()).toContain('Half a sentence and the rest')

      await me.command(language === 'en' ? 'Llwybrau byr bysellfwrdd' : 'Keyboard shortcuts')
      await page.getByRole('dialog').getByText('Esc, Tab').waitFor()
      expect(await faultsOf(page)).toEqual([])
      await press('Escape')
      await isOn(editor)

      // Tab alone stays with the words where it has a meaning; Escape, then Tab, always leaves.
      await press('Escape', 'Tab')
      await eventually(() => editor.evaluate((one) => one.contains(document.activeElement))).toBe(false)
      await tabTo(editor, 'Shift+Tab')
      await press('Escape', 'Shift+Tab')
      await isOn(page.getByRole('toolbar').getByRole('button').first())
      await stand(me)
    },
    180_000,
  )

  it('a meeting is led item by item, a phone follows, and looking at it changes nothing', async () => {
    const id = v7()
    const [startsAt, endsAt] = [new Date().toISOString(), new Date(Date.now() + 7_200_000).toISOString()]
    const agenda = ['Welcome', 'Placements', 'Fostering'].map((title) => ({ id: v7(), title, minutes: 10 }))
    expect((await secretary.command('createMeeting', { id, bodyId: 'body-ws-3', startsAt, endsAt, agenda })).code).toBe(
      null,
    )
    const asItIs = 'query M($id: ID!) { meeting(id: $id) { status version currentItemId } }'
    const before = await secretary.ask(asItIs, { id })
    const leader = await sit('secretariat', `/en/meetings/${id}/run`)
    const phone = await sit('ws3-chair', `/cy/meetings/${id}/run`)
    await phone.page.setViewportSize({ width: 360, height: 740 })
    expect(await secretary.ask(asItIs, { id })).toEqual(before)
    expect((await secretary.command('startMeeting', { id })).code).toBeNull()

    const on = (keys: Keys, title: string) => keys.page.getByRole('heading', { level: 2, name: title }).waitFor()
    await leader.toContent()
    await leader.page.getByRole('button', { name: 'Next item' }).waitFor()
    // At once, not waiting for the first to be answered.
    await leader.press('n', 'n')
    await on(phone, 'Fostering')
    await on(leader, 'Fostering')
    await leader.press('p', 'p')
    await on(phone, 'Welcome')
    await on(leader, 'Welcome')
    await leader.tabTo(leader.page.getByRole('button', { name: 'Next item' }))
    await leader.press('Enter')
    await on(phone, 'Placements')
    await on(leader, 'Placements')
    // The agenda moves on under the view, too.
    const shorter = agenda.filter(({ title }) => title !== 'Fostering')
    expect((await secretary.command('setAgenda', { id, agenda: shorter })).code).toBeNull()
    await phone.page.getByText('Dyma’r eitem olaf.').waitFor()
    for (const { page } of [leader, phone]) expect(await faultsOf(page)).toEqual([])
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await stand(leader, phone)
  }, 180_000)

  it.each([
    ['en', 'Map', 'Show the table', 'Items', 'Late by', 'Show on the map'],
    ['cy', 'Map', 'Dangos y tabl', 'Eitemau', 'Pa mor hwyr', 'Dangos ar y map'],
  ] as const)(
    'somebody walks along what waits on what, reads the same as a table, sorts it and opens a record (%s)',
    async (language, map, table, items, lateBy, onMap) => {
      const me = await sit('secretariat', `/${language}/dependencies`)
      const { page, press, tabTo, isOn } = me
      await tabTo(page.locator('main').getByRole('link', { name: map, exact: true }))
      await press('Enter')
      await page.waitForURL('**/dependencies/map')
      const cards = page.locator('.map-card')
      await cards.first().waitFor()
      expect(await page.locator('.react-flow__edge').count()).toBeGreaterThan(20)
      expect(await faultsOf(page)).toEqual([])

      // What somebody links meanwhile comes by itself, and the reader stays where they are.
      const before = await cards.count()
      const looksAt = () => page.locator('.react-flow__viewport').getAttribute('style')
      const where = await looksAt()
      const [dependentId, dependsOnId] = [await anAction(`Second (${language})`), await anAction(`First (${language})`)]
      const link = { id: v7(), dependentId, dependsOnId, kind: 'FINISH_TO_START', text: 'One after the other' }
      expect((await secretary.command('addDependency', link)).code).toBeNull()
      await eventually(() => cards.count()).toBe(before + 2)
      expect(await looksAt()).toBe(where)

      // One stop of Tab for the whole map; the arrows follow its lines there and back.
      await tabTo(cards)
      const guidance = page.locator('[data-item="act-residential-guidance"]')
      const here = () => page.locator(':focus').getAttribute('data-item')
      for (let at = 0; at < 60 && (await here()) !== 'act-residential-guidance'; at += 1) await press('ArrowDown')
      await isOn(guidance)
      expect(await guidance.evaluate((card) => getComputedStyle(card).boxShadow)).not.toBe('none')
      await press('ArrowRight')
      await eventually(here).toBe('act-guidance-finalise')
      await press('ArrowLeft')
      await eventually(here).not.toBe('act-guidance-finalise')
      await press('Shift+Tab')
      expect(await here()).toBeNull()

      await press('m')
      const rows = page.getByRole('table', { name: items }).getByRole('row')
      await rows.nth(5).waitFor()
      expect(page.url()).toContain('view=table')
      expect(await faultsOf(page)).toEqual([])
      const head = page.getByRole('columnheader', { name: lateBy }).getByRole('button').first()
      await tabTo(head)
      await press('Enter', 'Enter')
      await eventually(() => page.getByRole('columnheader', { name: lateBy }).first().getAttribute('aria-sort')).toBe(
        'descending',
      )
      await press('?')
      await page
        .getByRole('dialog')
        .getByText(language === 'en' ? 'Show the map' : 'Dangos y map')
        .waitFor()
      await press('Escape')
      await press('m')
      await cards.first().waitFor()
      await page.getByRole('button', { name: table }).waitFor()

      // From a record to the map around it, and from there to the next.
      await page.goto(`/${language}/actions/act-residential-guidance`)
      await tabTo(page.getByRole('link', { name: onMap }))
      await press('Enter')
      await page.waitForURL('**/dependencies/map?around=act-residential-guidance')
      await cards.nth(3).waitFor()
      await tabTo(cards)
      await press('End')
      const last = await here()
      await press('Enter')
      await page.waitForURL(`**/actions/${last}`)
      await stand(me)
    },
    180_000,
  )

  it('a chair works in the log: moves, edits title, owner, date and status, filters, sorts, folds', async () => {
    const title = 'Gather what the boards have sent'
    const id = await anAction(title)
    const me = await sit('ws1-chair', '/en/bodies/body-ws-1')
    const { page, press, type, tabTo, isOn } = me
    await page.getByRole('row').nth(2).waitFor()
    const cell = (column: string) => page.locator(`[data-cell="${id}:${column}"]`)

    await me.toContent()
    const head = page.getByRole('columnheader', { name: /^Due/ })
    await tabTo(head.getByRole('button'))
    await press('Enter')
    await eventually(() => head.getAttribute('aria-sort')).toBe('ascending')
    await press('Enter')
    await eventually(() => head.getAttribute('aria-sort')).toBe('descending')

    // One stop of Tab for the whole grid, and back to the same cell.
    const cellNow = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null)
    const lands = (where: RegExp) => eventually(cellNow).toMatch(where)
    const unfolded = (open: string) => eventually(() => page.locator(':focus').getAttribute('aria-expanded')).toBe(open)
    await tabTo(page.locator('[data-cell]'))
    await press('Control+Home')
    await lands(/^group/)
    await press(' ')
    await unfolded('false')
    await press(' ')
    await unfolded('true')
    await press('ArrowDown')
    await lands(/^(?!group).*:number$/)
    const first = await cellNow()
    await press('ArrowRight', 'ArrowRight')
    await lands(/:owner$/)
    await press('End')
    await lands(/:as-at$/)
    const atEnd = await cellNow()
    await press('Tab')
    expect(await cellNow()).toBeNull()
    await press('Shift+Tab')
    expect(await cellNow()).toBe(atEnd)
    await press('Home')
    expect(await cellNow()).toBe(first)
    // The question mark lists the keys, also in the log, and gives the cell back.
    await press('?')
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await list.getByRole('table', { name: 'Keys of the log' }).getByText('Enter, F2').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await press('Escape')
    await lands(/:number$/)
    expect(await cellNow()).toBe(first)
    await press('Control+End')
    await eventually(cellNow).not.toBe(first)
    await press('Control+Home')
    await lands(/^group/)
    const top = await cellNow()
    await press('PageDown')
    await eventually(cellNow).not.toBe(top)
    await press('PageUp')
    await eventually(cellNow).toBe(top)

    const filter = page.getByRole('searchbox')
    await tabTo(filter, 'Shift+Tab')
    await type('boards have sent')
    await cell('title').waitFor()
    await tabTo(page.locator('[data-cell]'))
    await press('Control+End', 'Home')
    await isOn(cell('number'))
    await press('ArrowRight')
    await isOn(cell('title'))
    await press('F2')
    await isOn(cell('title').getByRole('textbox'))
    await type(' since May')
    await press('Enter')
    await isOn(cell('title'))
    await eventually(() => cell('title').textContent()).toBe(`${title} since May`)

    await press('ArrowRight', 'Enter')
    await isOn(cell('owner').getByRole('combobox'))
    await type('Member, Ministerial')
    await page.locator('[role=option][aria-selected=true]', { hasText: /^Member, Ministerial/ }).waitFor()
    await press('Enter')
    await isOn(cell('owner'))
    await eventually(() => cell('owner').textContent()).toContain('Member')
    await press('Enter')
    await isOn(cell('owner').getByRole('combobox'))
    await press('Escape')
    await isOn(cell('owner'))

    await press('ArrowRight', 'Enter')
    await isOn(cell('due').getByLabel('Day', { exact: true }))
    await type('26')
    await press('Escape')
    await isOn(cell('due'))
    expect(await cell('due').textContent()).toContain('No date')
    await press('Enter')
    await isOn(cell('due').getByLabel('Day', { exact: true }))
    await type('26')
    await press('Tab')
    await type('2')
    await press('Tab')
    await type('2027')
    await press('Enter')
    await isOn(cell('due'))
    await eventually(() => cell('due').textContent()).toMatch(/26\sFeb/)

    await press('Home', 'Enter')
    const menu = cell('number').getByRole('group')
    await isOn(menu.getByRole('button').first())
    await press('Escape')
    await isOn(cell('number'))
    for (const [step, status] of [
      ['Drop', 'Dropped'],
      ['Reopen', 'Open'],
    ] as const) {
      await press('Enter')
      await isOn(menu.getByRole('button').first())
      const button = menu.getByRole('button', { name: step, exact: true })
      for (let at = 0; at < 8 && (await button.and(page.locator(':focus')).count()) === 0; at++)
        await press('ArrowDown')
      await isOn(button)
      await press('Enter')
      await isOn(page.getByRole('dialog').getByRole('textbox'))
      await press('Escape')
      await isOn(button)
      await press('Enter')
      await type('Somebody else does this already.')
      await tabTo(page.getByRole('dialog').getByRole('button', { name: step, exact: true }))
      await press('Enter')
      await isOn(cell('number'))
      await cell('number').getByText(status, { exact: true }).waitFor({ state: 'attached' })
    }

    await press(' ')
    const inside = page.getByRole('link', { name: 'Open', exact: true })
    await tabTo(inside)
    await press('Enter')
    await page.waitForURL(`**/actions/${id}`)
    await isOn(page.locator('main'))
    await page.getByRole('button', { name: 'Change the owner' }).waitFor()
    await tabTo(page.locator('main').getByRole('link', { name: 'Workstream 1' }))
    await press('Enter')
    await page.waitForURL('**/bodies/body-ws-1*')
    await isOn(page.locator('main'))
    await stand(me)
  }, 180_000)

  it('the owner accepts and completes with evidence, and the chair closes', async () => {
    const id = await anAction('Send the summary to the boards')
    const boss = await signIn(product, 'ws1-chair')
    const { personId } = await signIn(product, 'member')
    expect((await boss.command('assignAction', { id, owner: { personId } })).code).toBeNull()
    const owner = await sit('member', `/en/actions/${id}`)
    const status = (keys: Keys, word: string) =>
      keys.page.locator('main .action-sum .status', { hasText: word }).waitFor()
    const button = (keys: Keys, name: string) => keys.page.getByRole('button', { name, exact: true })

    await owner.toContent()
    await owner.tabTo(button(owner, 'Accept'))
    await owner.press('Enter')
    await button(owner, 'Accept').waitFor({ state: 'detached' })
    await owner.isOn(owner.page.locator('main button'))
    await owner.tabTo(button(owner, 'Complete with evidence'))
    await owner.press('Enter')
    const dialog = owner.page.getByRole('dialog')
    await owner.isOn(dialog.getByRole('textbox'))
    // The dialog keeps the focus: Tab goes round inside it.
    await owner.tabTo(dialog.getByRole('button', { name: 'Complete with evidence' }))
    await owner.press('Enter')
    await owner.isOn(dialog.locator('.problem'))
    await owner.tabTo(dialog.getByRole('textbox'))
    await owner.type('It went out on 3 November 2026.')
    await owner.tabTo(dialog.getByRole('button', { name: 'Complete with evidence' }))
    await owner.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await status(owner, 'Done')
    // Nothing is left for the owner to press: the focus stays with the page.
    await owner.isOn(owner.page.locator('main'))

    const chair = await sit('ws1-chair', `/en/actions/${id}`)
    await status(chair, 'Done')
    await chair.toContent()
    await chair.tabTo(button(chair, 'Close'))
    await chair.press('Enter')
    await chair.isOn(chair.page.getByRole('dialog').getByRole('textbox'))
    await chair.press('Escape')
    await chair.isOn(button(chair, 'Close'))
    await chair.press('Enter')
    await chair.tabTo(chair.page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last())
    await chair.press('Enter')
    await status(chair, 'Closed')
    await chair.isOn(button(chair, 'Reopen'))
    await Promise.all([status(owner, 'Closed')])
    await stand(owner, chair)
  }, 180_000)

  it.each<[Language, number]>([
    ['en', 2],
    ['cy', 3],
  ])(
    'a legacy item is proposed to an owner, who declines and then accepts (%s)',
    async (language, item) => {
      const words = said[language]
      const chair = await sit('mag-chair', `/${language}/legacy`)
      const asked = await sit('ws2-chair', `/${language}/legacy/legacy-${item}`)
      await chair.tabTo(chair.page.locator(`main a[href$="/legacy/legacy-${item}"]`))
      await chair.press('Enter')
      await chair.page.waitForURL(`**/legacy/legacy-${item}`)
      await chair.isOn(chair.page.locator('main'))
      const propose = chair.page.getByRole('button', { name: words.propose })
      const proposeOnce = async () => {
        await chair.tabTo(propose)
        await chair.press('Enter')
        await chair.isOn(chair.page.getByRole('dialog').getByRole('combobox'))
        await chair.page.getByRole('option', { name: words.office }).first().waitFor({ state: 'attached' })
        await chair.choose(words.office)
        await chair.tabTo(chair.page.getByRole('dialog').getByRole('button', { name: words.send, exact: true }))
        await chair.press('Enter')
        await chair.page.getByRole('dialog').waitFor({ state: 'detached' })
        await propose.waitFor({ state: 'detached' })
        await chair.isOn(chair.page.locator('aside section'))
      }
      await proposeOnce()

      const decline = asked.page.getByRole('button', { name: words.decline })
      await asked.tabTo(decline)
      await asked.press('Enter')
      const dialog = asked.page.getByRole('dialog')
      await asked.isOn(dialog.getByRole('textbox'))
      await asked.type('Our term ends in March.')
      await asked.tabTo(dialog.getByRole('button', { name: words.declineSend, exact: true }))
      await asked.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await chair.page.getByText(words.declined).waitFor()
      await asked.isOn(asked.page.locator('main article'))

      await propose.waitFor()
      await proposeOnce()
      await asked.tabTo(asked.page.getByRole('button', { name: words.accept, exact: true }))
      await asked.press('Enter')
      await chair.page.getByText(words.accepted).waitFor()
      await asked.page.getByRole('button', { name: words.accept, exact: true }).waitFor({ state: 'detached' })
      await asked.isOn(asked.page.locator('main article'))
      await stand(chair, asked)
    },
    180_000,
  )

  it('two written questions are answered by one reply: drafted, put in other words, sent', async () => {
    const asked = ['WQ 96001', 'WQ 96002']
    const ids: string[] = []
    for (const ref of asked) {
      const question = { kind: 'WRITTEN_QUESTION', date: '2026-11-02', subject: 'Lleoliadau preswyl', ref }
      const between = { fromBodyId: 'body-senedd', toBodyId: 'body-office-minister-social-care' }
      const id = v7()
      const asks = [`Pryd? (${ref})`, 'Faint?']
      expect((await secretary.command('recordLetter', { id, ...question, ...between, asks })).code).toBeNull()
      ids.push(id)
    }
    const me = await sit('ministers-office', `/cy/correspondence/${ids[0]}`)
    const { page, press, type, tabTo, isOn } = me
    const dialog = page.getByRole('dialog')
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    await me.toContent()
    await tabTo(button('Drafftio ateb'))
    await press('Enter')
    await dialog.getByText('Faint?').waitFor()
    await tabTo(dialog.getByRole('checkbox', { name: /WQ 96002/ }))
    await press(' ')
    await tabTo(dialog.getByRole('textbox'))
    await type('Yn y gwanwyn.')
    expect(await faultsOf(page)).toEqual([])
    await tabTo(dialog.getByRole('button', { name: 'Cadw’r drafft' }))
    await press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('Drafft', { exact: true }).waitFor()
    await isOn(page.locator('main'))
    for (const id of ids) await page.locator(`main a[href$="/correspondence/${id}"]`).waitFor()

    await tabTo(button('Golygu’r drafft'))
    await press('Enter')
    await tabTo(dialog.getByRole('textbox', { name: /^Atebion/ }))
    await press('Control+End')
    await type(' Dim eto.')
    // Somebody else is quicker: nothing is overwritten unseen, and nothing typed is lost.
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const other = { id, basedOn: 1, subject: 'Lleoliadau preswyl', answers: ['Yn yr haf.'], replyToIds: ids }
    const office = await signIn(product, 'ministers-office')
    expect((await office.command('reviseLetter', other)).code).toBeNull()
    const save = dialog.getByRole('button', { name: 'Cadw’r drafft' })
    await tabTo(save)
    await press('Enter')
    await dialog.getByText('Yn yr haf.').waitFor()
    expect(await dialog.getByRole('textbox', { name: /^Atebion/ }).inputValue()).toBe('Yn y gwanwyn. Dim eto.')
    await tabTo(save)
    await press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await page.locator('main').getByText('Yn y gwanwyn. Dim eto.').waitFor()

    await tabTo(button('Anfon'))
    await press('Enter')
    await button('Anfon').waitFor({ state: 'detached' })
    await tabTo(page.locator(`main a[href$="/correspondence/${ids[1]}"]`))
    await press('Enter')
    await page.getByText('Wedi’i ateb', { exact: true }).waitFor()
    await stand(me)
  }, 180_000)

  it('the Operational Group reads what waits on what, and goes to any page', async () => {
    const me = await sit('ws3-chair', '/en/dependencies')
    const { page, press, tabTo, isOn } = me
    await page.getByRole('table').waitFor()
    const all = await page.getByRole('row').count()
    await me.toContent()
    await tabTo(page.locator('main .views a[href*="view=across"]'))
    await press('Enter')
    await eventually(() => page.getByRole('row').count()).toBeLessThan(all)
    await isOn(page.locator('main .views a[aria-current=page]'))
    await tabTo(page.locator('main table a[href*="/actions/"]'))
    const href = (await page.locator(':focus').getAttribute('href')) ?? ''
    await press('Enter')
    await page.waitForURL(`**${href}`)
    await isOn(page.locator('main'))
    await me.command('Dependency radar')
    await page.waitForURL('**/en/radar')
    await isOn(page.locator('main'))
    await page
      .getByRole('button', { name: /^Ask for a date/ })
      .first()
      .waitFor()
    await tabTo(page.locator('main .radar-table button.sort'))
    await press('Enter')
    await page.locator('main th[aria-sort=ascending]').waitFor()
    await tabTo(page.locator('main button[aria-label^="Ask for a date"]'))
    await press('Enter')
    await page.getByText(/^Asked on /).waitFor()
    await me.command('All bodies')
    await page.waitForURL('**/en/bodies')
    await isOn(page.locator('main'))

    // What is typed to be found can be proposed as well: the last line, one key up from the first.
    await press('Control+k')
    await me.type('Ask the regions about kinship')
    const about = page.getByRole('option', { name: 'Propose an action: “Ask the regions about kinship”' })
    await about.waitFor()
    await press('ArrowUp')
    expect(await about.getAttribute('aria-selected')).toBe('true')
    await press('Enter')
    const form = page.getByRole('dialog')
    const title = form.getByRole('textbox').first()
    await isOn(title)
    await me.type(' care')
    expect(await title.inputValue()).toBe('Ask the regions about kinship care')
    await tabTo(form.getByRole('button', { name: 'Propose an action' }))
    await press('Enter')
    await form.waitFor({ state: 'detached' })
    expect(new URL(page.url()).search).toBe('')
    await isOn(page.locator('main'))
    await stand(me)
  }, 180_000)

  it('a vote in writing is reached from its body, and what a meeting settled is read back', async () => {
    const id = v7()
    const question = 'Adopt the brand?'
    const asked = { id, bodyId: 'body-ws-3', question, closesAt: '2099-01-01T12:00:00.000Z' }
    expect((await secretary.command('openProcedure', asked)).code).toBeNull()
    const meeting = await aRunningMeeting(secretary, 'body-ws-3')
    const raised = { id: v7(), bodyId: 'body-ws-3', meetingId: meeting, title: 'Print the brand book' }
    expect((await secretary.command('proposeAction', raised)).code).toBeNull()
    const me = await sit('ws3-chair', '/cy/bodies/body-ws-3')
    const { page, press, tabTo, isOn } = me
    await tabTo(page.locator('summary', { hasText: 'Pleidleisiau ysgrifenedig' }))
    await press('Enter')
    await tabTo(page.getByRole('link', { name: question }))
    await press('Enter')
    await page.waitForURL(`**/procedures/${id}`)
    await isOn(page.locator('main'))
    await page.goto(`/cy/meetings/${meeting}`)
    await tabTo(page.getByRole('link', { name: 'Darllen yn ôl' }))
    await press('Enter')
    await page.waitForURL('**/read-back')
    const row = page.getByRole('row', { name: /Print the brand book/ })
    await row.getByText('Dim perchennog eto').waitFor()
    // What is settled meanwhile is on the list at once.
    const chair = await signIn(product, 'ws3-chair')
    const day = '2027-02-26'
    const settled = { id: raised.id, owner: { personId: chair.personId }, due: { earliest: day, latest: day } }
    expect((await chair.command('assignAction', settled)).code).toBeNull()
    await row.getByText('26 Chwefror 2027').waitFor()
    expect(await row.getByText('Dim perchennog eto').count()).toBe(0)
    await stand(me)
  }, 180_000)
})
