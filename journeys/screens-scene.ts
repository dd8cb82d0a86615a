import type { Browser, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { visit } from './browser.js'
import { carryOut } from './carry-out.js'
import { type Person, signIn } from './person.js'
import type { Product } from './product.js'

export interface Scene {
  running: string
  planned: string
  circulated: string
  agreed: string
  /** A question put in writing, with one vote. */
  procedure: string
  /** The chair of workstream 3 loses the office while looking; answers how to give it back. */
  endTheChair: (page: Page) => Promise<() => Promise<unknown>>
}

/** What a few weeks of work leave behind: a meeting that two people are writing, agreed minutes, owners asked and found. */
export async function setScene(product: Product, browser: Browser): Promise<Scene> {
  const [secretary, chair, viceChair, thirdChair, magChair] = await Promise.all([
    signIn(product, 'secretariat'),
    signIn(product, 'ws2-chair'),
    signIn(product, 'ws2-vice-chair'),
    signIn(product, 'ws3-chair'),
    signIn(product, 'mag-chair'),
  ])
  const running = 'example-meeting-ws-1'
  const writer = await visit(browser, product, 'secretariat', `/en/meetings/${running}`)
  await writeMinutes(writer.page)
  await record(secretary, running)
  const other = await visit(browser, product, 'ws1-vice-chair', `/en/meetings/${running}`)
  await putCaret(other.page, 'The group noted')

  const hold = async (day: string) => {
    const id = await aMeeting(secretary, day)
    const { page, context } = await visit(browser, product, 'secretariat', `/en/meetings/${id}`)
    await writeMinutes(page)
    await page.locator('.state.saved').waitFor()
    await context.close()
    await record(secretary, id)
    await carryOut(secretary, 'setAttendance', { id, personId: chair.personId, state: 'PRESENT' })
    await carryOut(secretary, 'setAttendance', { id, personId: viceChair.personId, state: 'ONLINE' })
    for (const step of ['endMeeting', 'circulateMinutes']) await carryOut(secretary, step, { id })
    return id
  }
  const circulated = await hold('2026-10-27')
  const agreed = await hold('2026-10-13')
  await carryOut(chair, 'agreeMinutes', { id: agreed })
  await carryOut(secretary, 'proposeAmendment', {
    id: v7(),
    meetingId: agreed,
    before: 'designed and endorsed',
    after: 'designed, tested and endorsed',
    place: '2.1',
    reason: 'The testing with carers was left out.',
  })
  const procedure = await putInWriting(secretary, chair)
  await handOver(magChair, chair, thirdChair)
  return {
    running,
    planned: 'example-meeting-ws-2',
    circulated,
    agreed,
    procedure,
    endTheChair: (page) => endTheChair(secretary, thirdChair, page),
  }
}

async function aMeeting(secretary: Person, day: string): Promise<string> {
  const id = v7()
  const titles = ['Minutes of the last meeting', 'Fostering: brand, needs, core offer', 'Next meeting']
  await carryOut(secretary, 'createMeeting', {
    id,
    bodyId: 'body-ws-2',
    place: 'Cathays Park and online',
    startsAt: `${day}T10:00:00.000Z`,
    endsAt: `${day}T12:00:00.000Z`,
    agenda: titles.map((title) => ({ id: v7(), title, minutes: 40 })),
  })
  await carryOut(secretary, 'startMeeting', { id })
  return id
}

/** Under the second item: what was noted, an action raised from its line, and what was asked. */
async function writeMinutes(page: Page): Promise<void> {
  const minutes = page.getByRole('textbox', { name: /^Minutes,/ })
  await minutes.locator('h2').nth(1).waitFor({ timeout: 120_000 })
  await putCaretIn(page, 'h2:nth-of-type(2) + p')
  const { keyboard } = page
  await keyboard.type('The group noted that the brand was designed and endorsed by every local authority. ')
  await keyboard.type('The record does not show that its launch took place.')
  await keyboard.press('Enter')
  await keyboard.type('Carry out a recruitment needs analysis for each local authority')
  await keyboard.press('Control+Enter')
  await page
    .locator('.raised-part')
    .getByRole('link', { name: /needs analysis/ })
    .waitFor()
  await keyboard.type('Members asked that the analysis inform the recruitment strategy.')
}

/** Puts the caret at the end of a paragraph, however many lines it has. */
async function putCaretIn(page: Page, selector: string): Promise<void> {
  const minutes = page.getByRole('textbox', { name: /^Minutes,/ })
  await minutes.focus()
  await minutes.locator(selector).evaluate((paragraph: Element) => {
    const selection = getSelection()
    selection?.selectAllChildren(paragraph)
    selection?.collapseToEnd()
  })
}

async function putCaret(page: Page, words: string): Promise<void> {
  await page
    .getByRole('textbox', { name: /^Minutes,/ })
    .getByText(words)
    .waitFor()
  await putCaretIn(page, `p:has-text("${words}")`)
}

function record(secretary: Person, meetingId: string) {
  const text = 'Take the National Core Offer and the enhanced regional offers forward as one piece of work.'
  return carryOut(secretary, 'recordDecision', { id: v7(), meetingId, text })
}

async function putInWriting(secretary: Person, voter: Person): Promise<string> {
  const id = v7()
  const question = 'Does the workstream adopt the National Core Offer as it was circulated?'
  await carryOut(secretary, 'openProcedure', {
    id,
    bodyId: 'body-ws-2',
    question,
    closesAt: '2099-01-01T12:00:00.000Z',
  })
  await carryOut(voter, 'castVote', { id, choice: 'FOR' })
  return id
}

/** Legacy items in every state: asked and waiting, accepted, handed back, declined and asked again. */
async function handOver(magChair: Person, chair: Person, thirdChair: Person): Promise<void> {
  const propose = (id: string, bodyId: string) =>
    carryOut(magChair, 'proposeLegacyOwner', { id, owner: { bodyId, office: 'CHAIR' } }, '__typename')
  await propose('legacy-2', 'body-ws-2')
  await propose('legacy-6', 'body-ws-3')
  await carryOut(thirdChair, 'acceptLegacyOwner', { id: 'legacy-6' }, '__typename')
  await propose('legacy-3', 'body-ws-2')
  await carryOut(chair, 'acceptLegacyOwner', { id: 'legacy-3' }, '__typename')
  await carryOut(
    chair,
    'releaseLegacyOwner',
    {
      id: 'legacy-3',
      reason: 'The regional boards commission the places now.',
    },
    '__typename',
  )
  await propose('legacy-4', 'body-ws-2')
  await carryOut(
    chair,
    'declineLegacyOwner',
    { id: 'legacy-4', reason: 'Adoption is commissioned nationally.' },
    '__typename',
  )
  await propose('legacy-4', 'body-ws-3')
}

async function endTheChair(secretary: Person, person: Person, page: Page) {
  const held = { office: 'CHAIR', bodyId: 'body-ws-3' }
  const { data } = await person.ask<{
    viewer: { offices: { appointmentId: string; office: string; bodyId: string }[] }
  }>('{ viewer { offices { appointmentId office bodyId } } }')
  const offices = data?.viewer.offices.filter(({ office, bodyId }) => office === held.office && bodyId === held.bodyId)
  for (const { appointmentId } of offices ?? []) await carryOut(secretary, 'endAppointment', { id: appointmentId })
  await page.locator('.notice').first().waitFor()
  return () => carryOut(secretary, 'appointPerson', { id: v7(), personId: person.personId, ...held })
}
