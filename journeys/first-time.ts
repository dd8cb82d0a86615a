import type { Browser, Locator, Page } from 'playwright-core'
import { v7 } from 'uuid'
import { type Language, type Visitor, visit } from './browser.js'
import { carryOut } from './carry-out.js'
import { type DemoKey, type Person, signIn } from './person.js'
import type { Product } from './product.js'

/**
 * What somebody does next, by the name that stands on the page: follows a link, presses a button, presses the button of the
 * open dialog; or chooses from a list in it, which leads nowhere by itself and is no step.
 */
type Move = ['link' | 'button' | 'send', name: string | RegExp] | ['choose', label: string, value: string]

interface FirstTimeTask {
  name: string
  /** The task in the words of the requirement. */
  task: string
  key: DemoKey
  moves: Record<Language, Move[]>
  /** What stands on the screen when it is found or done. */
  shows: Record<Language, (page: Page) => Locator>
  /** Something was changed: it must still be so after the page is loaded again. */
  acts?: true
}

const closed = (word: string) => (page: Page) => page.locator('main .action-sum .status', { hasText: word })
const textOf = (selector: string, text: string) => (page: Page) => page.locator(`main ${selector}`, { hasText: text })

const why = 'Three boards sent their figures after the summer.'

/** The six tasks of a first visit, from home, by what a newcomer reads there. */
export const firstTimeTasks: readonly FirstTimeTask[] = [
  {
    name: 'waits',
    task: 'find what workstream 2 waits for',
    key: 'member',
    moves: {
      en: [
        ['link', /^Workstream 2/],
        ['link', /^Waiting on others/],
      ],
      cy: [
        ['link', /^Ffrwd Waith 2/],
        ['link', /^Yn aros am eraill/],
      ],
    },
    shows: { en: textOf('[role=row]', 'Waits for 135'), cy: textOf('[role=row]', 'Yn aros am: 135') },
  },
  {
    name: 'close',
    task: 'close an action',
    key: 'ws1-chair',
    moves: {
      en: [
        ['link', 'Open the action'],
        ['button', 'Close'],
        ['send', 'Close'],
      ],
      cy: [
        ['link', 'Agor y cam gweithredu'],
        ['button', 'Cau'],
        ['send', 'Cau'],
      ],
    },
    shows: { en: closed('Closed'), cy: closed('Caewyd') },
    acts: true,
  },
  {
    name: 'hand-on',
    task: 'hand an item on',
    key: 'ws2-chair',
    moves: {
      en: [
        ['link', /^Legacy items/],
        ['button', /^Propose an owner ?: Legacy item 2/],
        ['choose', 'Who should take it on?', 'body-ws-3/CHAIR'],
        ['send', 'Propose'],
      ],
      cy: [
        ['link', /^Eitemau gwaddol/],
        ['button', /^Cynnig perchennog ?: Eitem waddol 4/],
        ['choose', 'Pwy ddylai dderbyn y gwaith?', 'body-ws-3/CHAIR'],
        ['send', 'Cynnig'],
      ],
    },
    shows: {
      en: textOf('#legacy-2 .owner-cell', 'Waiting for: Chair, Workstream 3'),
      cy: textOf('#legacy-4 .owner-cell', 'Yn aros am: Cadeirydd, Ffrwd Waith 3'),
    },
    acts: true,
  },
  {
    name: 'source',
    task: 'find the source of a promise',
    key: 'member',
    moves: {
      en: [
        ['link', /^Legacy items/],
        ['link', 'National Fostering Framework'],
      ],
      cy: [
        ['link', /^Eitemau gwaddol/],
        ['link', 'National Fostering Framework'],
      ],
    },
    shows: {
      en: textOf('cite', 'Legacy Item 2 › Recruitment & Marketing, line 426'),
      cy: textOf('cite', 'Legacy Item 2 › Recruitment & Marketing, llinell 426'),
    },
  },
  {
    name: 'slipped',
    task: 'see what slipped and why',
    key: 'ws2-vice-chair',
    moves: {
      en: [['link', /needs analysis/]],
      cy: [['link', /needs analysis/]],
    },
    shows: {
      en: textOf('section:has-text("Earlier dates")', why),
      cy: textOf('section:has-text("Dyddiadau blaenorol")', why),
    },
  },
  {
    name: 'agree',
    task: 'agree minutes',
    key: 'ws3-vice-chair',
    moves: {
      en: [
        ['link', 'Read and agree'],
        ['button', 'Agree the minutes'],
        ['send', 'Agree the minutes'],
      ],
      cy: [
        ['link', 'Darllen a chytuno'],
        ['button', 'Cytuno ar y cofnodion'],
        ['send', 'Cytuno ar y cofnodion'],
      ],
    },
    shows: { en: textOf('header', 'Minutes agreed'), cy: textOf('header', 'Cytunwyd ar y cofnodion') },
    acts: true,
  },
]

/** What somebody finds waiting: for each language an action that its owner called done and minutes that went round; and a date that moved. */
export async function prepareFirstTime(product: Product): Promise<void> {
  const [secretary, first, second, member] = await Promise.all([
    signIn(product, 'secretariat'),
    signIn(product, 'ws1-chair'),
    signIn(product, 'ws2-chair'),
    signIn(product, 'member'),
  ])
  for (const title of ['Send the summary to the boards', 'Ask the boards what they have learnt']) {
    await aDoneAction(first, member, title)
    await circulatedMinutes(secretary)
  }
  const id = 'act-recruitment-needs'
  for (const [latest, reason] of [['2026-09-30'], ['2026-10-31', 'The form changed.'], ['2026-12-15', why]])
    await carryOut(second, 'setActionDueDate', { id, due: { earliest: latest, latest }, reason })
}

async function aDoneAction(chair: Person, owner: Person, title: string): Promise<void> {
  const id = v7()
  await carryOut(chair, 'proposeAction', { id, bodyId: 'body-ws-1', title })
  await carryOut(chair, 'assignAction', { id, owner: { personId: owner.personId } })
  await carryOut(owner, 'acceptAction', { id })
  await carryOut(owner, 'completeAction', { id, evidence: 'Sent on 3 November 2026.' })
}

async function circulatedMinutes(secretary: Person): Promise<void> {
  const id = v7()
  const [startsAt, endsAt] = ['2026-11-10T10:00:00.000Z', '2026-11-10T12:00:00.000Z']
  await carryOut(secretary, 'createMeeting', { id, bodyId: 'body-ws-3', startsAt, endsAt })
  for (const step of ['startMeeting', 'endMeeting', 'circulateMinutes']) await carryOut(secretary, step, { id })
}

/** Goes from home to the end of a task, and counts the steps. */
export async function walk(
  browser: Browser,
  product: Product,
  { key, moves, shows, acts }: FirstTimeTask,
  language: Language,
): Promise<Visitor & { steps: number }> {
  const { page, context } = await visit(browser, product, key, `/${language}/`)
  page.setDefaultTimeout(60_000)
  let steps = 0
  for (const move of moves[language]) steps += await take(page, move)
  await shows[language](page).first().waitFor()
  if (acts) {
    await page.reload()
    await shows[language](page).first().waitFor()
  }
  await shows[language](page).first().scrollIntoViewIfNeeded()
  return { page, context, steps }
}

async function take(page: Page, move: Move): Promise<0 | 1> {
  const dialog = page.getByRole('dialog')
  if (move[0] === 'choose') {
    const list = dialog.getByLabel(move[1])
    await list.locator(`option[value="${move[2]}"]`).waitFor({ state: 'attached' })
    await list.selectOption(move[2])
    return 0
  }
  const [kind, name] = move
  const [role, place] = kind === 'send' ? (['button', dialog] as const) : ([kind, page] as const)
  const named = place.getByRole(role, { name, exact: typeof name === 'string' }).filter({ visible: true })
  // The cross on top of a dialog may bear the same name as the button at its foot.
  await (kind === 'send' ? named.last() : named.first()).click()
  if (kind === 'send') await dialog.waitFor({ state: 'detached' })
  return 1
}
