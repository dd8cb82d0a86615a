import type { Page } from 'playwright-core'
import type { DemoKey } from './person.js'
import type { Scene } from './screens-scene.js'

export interface Screen {
  name: string
  key: DemoKey | null
  path: string
  /** Before the page is asked for. */
  first?: (page: Page) => Promise<void>
  /** What shows that a page which never settles has come to its state. */
  until?: string
  /** What to do before the picture is taken; what it answers is done afterwards. */
  before?: (page: Page) => Promise<unknown>
  /** The design shows it in both themes. */
  dark?: boolean
  /** Instead of the three of every page. */
  widths?: number[]
  print?: boolean
  /** Only what stands in the window: something is fixed to its foot. */
  window?: boolean
}

/** For what the design does not show at every width. */
const widths = [1440, 360]

/** Pages that need nothing but their address. */
const laterPages = [
  ['inbox', '/inbox'],
  ['decision', '/decisions/1'],
  ['procedures', '/procedures'],
  ['phases', '/phases'],
  ['measures', '/measures'],
  ['measure', '/measures/measure-removed-ld'],
  ['data-requests', '/data-requests'],
  ['evidence', '/evidence'],
  ['good-practice', '/good-practice'],
  ['learning', '/learning'],
  ['search', '/search?q=plant'],
  ['hand-overs', '/legacy/hand-over'],
  ['letter', '/correspondence/corr-2019-06-21-cype-fm'],
  ['recommendations', '/recommendations'],
  ['reports', '/reports'],
  ['log-as-at', '/bodies/body-ws-2?as-at=2021-03'],
] as const

/** The pages and states of the design, each in a scene a meeting would leave behind. */
export function screensOf(scene: Scene): Screen[] {
  const chair = { key: 'ws2-chair' } as const
  const running = `/meetings/${scene.running}`
  return [
    { name: 'sign-in', key: null, path: '/' },
    { ...chair, name: 'first-run', path: '/welcome' },
    { ...chair, name: 'home', path: '/', dark: true },
    { ...chair, name: 'log', path: '/bodies/body-ws-2', dark: true },
    { ...chair, name: 'actions', path: '/actions', window: true },
    { ...chair, name: 'action', path: '/actions/act-brand-launch' },
    { ...chair, name: 'meetings', path: '/meetings' },
    { ...chair, name: 'meeting-planned', path: `/meetings/${scene.planned}`, window: true },
    { key: 'ws1-chair', name: 'meeting', path: running, dark: true, window: true },
    { ...chair, name: 'meeting-circulated', path: `/meetings/${scene.circulated}`, window: true },
    { ...chair, name: 'agreed', path: `/meetings/${scene.agreed}/minutes`, dark: true },
    { ...chair, name: 'agreed-print', path: `/meetings/${scene.agreed}/minutes`, print: true, widths: [658] },
    { key: 'mag-chair', name: 'legacy', path: '/legacy' },
    { ...chair, name: 'legacy-item', path: '/legacy/legacy-2', dark: true },
    { key: 'mag-chair', name: 'legacy-item-none', path: '/legacy/legacy-1' },
    { key: 'ws3-chair', name: 'legacy-item-accepted', path: '/legacy/legacy-6' },
    { ...chair, name: 'legacy-item-released', path: '/legacy/legacy-3' },
    { ...chair, name: 'dependencies', path: '/dependencies', dark: true },
    ...'decisions work-areas publications funding indicators correspondence timeline glossary people bodies'
      .split(' ')
      .map((name) => ({ ...chair, name, path: `/${name}`, widths })),
    ...laterPages.map(([name, path]) => ({ ...chair, name, path, widths })),
    { key: 'secretariat', name: 'run', path: `${running}/run`, window: true, widths },
    { ...chair, name: 'procedure', path: `/procedures/${scene.procedure}`, widths },
    { ...chair, name: 'bulk', path: '/bodies/body-ws-2', before: chooseRows, window: true, widths },
    { ...chair, name: 'palette', path: '/', before: palette, dark: true, window: true },
    { key: 'mag-chair', name: 'owner-dialog', path: '/legacy/legacy-1', before: openDialog('.side-r'), window: true },
    { ...chair, name: 'decline-dialog', path: '/legacy/legacy-2', before: openDialog('.ask'), window: true },
    { key: 'ws1-chair', name: 'offline', path: running, before: offline, window: true },
    {
      key: 'ws3-chair',
      name: 'rights-ended',
      path: '/meetings/example-meeting-ws-3',
      before: scene.endTheChair,
      window: true,
    },
    { key: 'ws1-chair', name: 'session-ended', path: running, before: endTheSession, window: true },
    { ...chair, name: 'empty', path: '/bodies/body-ws-2', before: nothingFits },
    {
      ...chair,
      name: 'loading',
      path: '/bodies/body-ws-2',
      first: held,
      until: 'body:has(.state) main [aria-busy="true"]',
    },
    { ...chair, name: 'error', path: '/bodies/body-ws-2', first: broken, until: '.centre[role="alert"]' },
    { ...chair, name: 'nothing-here', path: '/actions/no-such-action' },
  ]
}

async function palette(page: Page) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('foster')
  await page.getByRole('option').nth(3).waitFor()
}

/** By key, as on every width: the first rows of the log are chosen. */
async function chooseRows(page: Page) {
  const cell = page.locator('[data-cell]:not([data-cell^="group"])').first()
  await cell.focus()
  for (const key of ['x', 'ArrowDown', 'x', 'ArrowDown', 'x']) await page.keyboard.press(key)
  await page.locator('.bulk-bar').waitFor()
}

const openDialog = (where: string) => async (page: Page) => {
  await page.locator(`${where} button[aria-haspopup="dialog"]`).last().click()
  await page.getByRole('dialog').waitFor()
}

async function offline(page: Page) {
  await page.getByRole('textbox', { name: /^(Minutes|Cofnodion),/ }).focus()
  await page.keyboard.press('Control+End')
  await page.context().setOffline(true)
  await page.keyboard.type('Members asked that the analysis inform the strategy.')
  await page.locator('.state.offline').click()
  await page.locator('#kept').waitFor()
}

async function endTheSession(page: Page) {
  await page.context().request.post('/auth/sign-out', { data: {} })
  await page.getByRole('dialog').waitFor()
}

async function nothingFits(page: Page) {
  await page.getByLabel(/^(Filter by words or number|Hidlo yn ôl geiriau neu rif)$/).fill('lighthouse')
}

const graphql = '**/graphql'
const isFirst = (data: string | null) => /"operationName":"(Viewer|Places)"/.test(data ?? '')

async function held(page: Page) {
  await page.route(graphql, (route) => (isFirst(route.request().postData()) ? route.continue() : undefined))
}

async function broken(page: Page) {
  await page.route(graphql, (route) => (isFirst(route.request().postData()) ? route.continue() : route.abort()))
}
