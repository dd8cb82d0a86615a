import { type Connection, connect, fromBase64, type OpenDocument, toBase64, Y } from '@camau/collab'
import { Refusal } from '@camau/domain'
import type { DocumentId, RecordsRoom } from '@camau/protocol'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, handleOf, pushed, write } from './line.js'
import * as table from './permission-table.js'
import { type DemoKey, demoKeys } from './person.js'
import { type Product, startProduct } from './product.js'
import { ruler, type Scene, setScene } from './scene.js'

let product: Product
let scene: Scene
const lines = new Map<DemoKey, Connection>()

beforeAll(async () => {
  product = await startProduct({ CAMAU_LIMIT_REQUESTS: '100000', CAMAU_LIMIT_PUSHES: '1000' })
  scene = await setScene(product)
  for (const key of demoKeys) lines.set(key, connect({ url: product.url, cookie: scene.person(key).cookie }))
})
afterAll(async () => {
  for (const line of lines.values()) line.close()
  await product?.end()
})

const lineOf = (key: DemoKey): Connection => {
  const line = lines.get(key)
  if (!line) throw new Error(`${key} has no line`)
  return line
}

describe.each([
  ['being written', table.minutesBeingWritten, ['startMeeting']],
  ['in draft', { 'workstream 1': table.minutesBeingWritten['workstream 1'] }, ['startMeeting', 'endMeeting']],
  ['circulated', table.minutesCirculated, ['startMeeting', 'endMeeting', 'circulateMinutes']],
  ['agreed', table.minutesAgreed, ['startMeeting', 'endMeeting', 'circulateMinutes', 'agreeMinutes']],
  [
    'published',
    table.minutesPublished,
    ['startMeeting', 'endMeeting', 'circulateMinutes', 'agreeMinutes', 'publishMinutes'],
  ],
])('minutes %s', (_state, rows: Partial<Record<table.Space, string>>, steps) => {
  it.each(spaced(rows))('of the %s', async (space, row) => {
    const taken = steps.map((step) => [step === 'agreeMinutes' ? ruler[space] : 'secretariat', step] as const)
    await everyoneGets(`minutes:${await scene.aMeeting(space, ...taken)}`, row)
  })
})

describe('the words of an action', () => {
  it.each(spaced(table.actionsUnfinished))('that is proposed to the %s', async (space, row) =>
    everyoneGets(`action:${await scene.aProposedAction(space)}`, row),
  )

  it.each(spaced(table.actionsClosed))('that is closed in the %s', async (space, row) => {
    const id = await scene.anOpenAction(space, ruler[space])
    const { code } = await scene.person(ruler[space]).command('closeAction', { id, evidence: 'Shown' })
    expect(code).toBeNull()
    await everyoneGets(`action:${id}`, row)
  })

  const owned = [
    ['workstream 1', 'member', table.actionsOwned['workstream 1, owned by a member of the advisory group']],
    ['workstream 1', 'guest', table.actionsOwned['workstream 1, owned by the guest']],
    ['residential group', 'ministers-office', table.actionsOwned['residential group, owned by the minister’s office']],
  ] as const
  it.each(owned)('of the %s that %s owns', async (space, owner, row) =>
    everyoneGets(`action:${await scene.anOpenAction(space, owner)}`, row),
  )

  it.each(Object.entries(table.actionsImported))('%s, imported', (id, row) => everyoneGets(`action:${id}`, row))
})

describe('the story of', () => {
  it.each(Object.entries(table.legacyItems))('%s', async (id, row) => {
    if (id === 'legacy-4') await aMemberOwns(id)
    await everyoneGets(`legacy:${id}`, row)
  })

  it('a single commitment, which has none', () => everyoneGets('legacy:lc-1-01', '-- -- -- -- - - -- - - - -'))
})

describe('a room of records', () => {
  it.each(spaced(table.rooms))('of the %s', (space, row) =>
    everyoneEnters((_key) => `body:${table.bodyIds[space]}`, table.yes(row)),
  )

  it('of the programme is for everybody', () => everyoneEnters(() => 'programme', new Set(demoKeys)))

  it('of a person is for that person', async () => {
    await everyoneEnters((key) => `person:${scene.person(key).personId}`, new Set(demoKeys))
    await everyoneEnters(() => `person:${scene.person('mag-chair').personId}`, new Set<DemoKey>(['mag-chair']))
  })

  it('of a body that has none is for nobody', () => everyoneEnters(() => 'body:body-cafcass-cymru', new Set()))
})

describe('what is for members', () => {
  it.each(spaced(table.rooms))('is in the lists of those who may read in the %s', async (space, row) => {
    const ids = { action: await scene.aProposedAction(space), meeting: await scene.aMeeting(space) }
    const seen = demoKeys.map(async (key) => [key, await listed(key, space, ids)] as const)
    const readers = table.yes(row)
    expect(Object.fromEntries(await Promise.all(seen))).toEqual(
      Object.fromEntries(demoKeys.map((key) => [key, readers.has(key) ? 'all' : 'nothing'])),
    )
  })
})

function spaced(rows: Partial<Record<table.Space, string>>): [table.Space, string][] {
  return Object.entries(rows) as [table.Space, string][]
}

async function aMemberOwns(id: string): Promise<void> {
  const owner = { personId: scene.person('member').personId }
  const asked = await scene.person('mag-chair').command('proposeLegacyOwner', { id, owner }, '__typename')
  const accepted = await scene.person('member').command('acceptLegacyOwner', { id }, '__typename')
  expect([asked.code, accepted.code]).toEqual([null, null])
}

/**
 * Everybody opens the document at once. Editing means that the edit is saved and seen by all others who are in; reading, that
 * a push past the client is refused with the reason and seen by nobody; nothing, that it answers as a document that is not there.
 */
async function everyoneGets(documentId: DocumentId, row: string): Promise<void> {
  const expected = table.lettersOf(row)
  const opened = new Map(demoKeys.map((key) => [key, lineOf(key).openDocument(documentId)]))
  const got = await Promise.all([...opened].map(async ([key, document]) => [key, await whatTheyGet(key, document)]))
  expect(Object.fromEntries(got)).toEqual(expected)

  const insider = demoKeys.find((key) => expected[key] !== '-')
  if (insider) {
    const handle = await handleOf(lineOf(insider), documentId)
    const refused = demoKeys.filter((key) => expected[key] !== 'e')
    const answers = await Promise.all(refused.map((key) => pushPastTheClient(key, documentId, handle)))
    expect(answers.map(({ readOnly, code }) => (readOnly ? code !== 'not-open' && code : code))).toEqual(
      answers.map(({ because }) => because),
    )
  }
  const strangers = demoKeys.filter((key) => expected[key] === '-')
  await Promise.all(strangers.map((key) => seesNothingOf(key, documentId)))

  const writers = demoKeys.filter((key) => expected[key] === 'e').sort()
  for (const [key, document] of opened)
    if (expected[key] !== '-') await expect.poll(() => authorsIn(document), { timeout: 20_000 }).toEqual(writers)
  for (const document of opened.values()) document.close()
}

async function whatTheyGet(key: DemoKey, document: OpenDocument): Promise<string> {
  try {
    await document.opened
  } catch (error) {
    return error instanceof Refusal && error.code === 'not-found' ? '-' : String(error)
  }
  if (document.readOnly) return 'r'
  write(wordsOf(document.doc), `Written by ${key}`)
  await document.saved()
  return 'e'
}

/** Minutes, the detail of an action, the story of a legacy item: each document has one of them. */
function wordsOf(doc: Y.Doc): Y.XmlFragment {
  const root = (['narrative', 'detail'] as const).find((name) => doc.share.has(name)) ?? 'default'
  return doc.getXmlFragment(root)
}

const authorsIn = ({ doc }: OpenDocument): string[] =>
  [
    ...wordsOf(doc)
      .toString()
      .matchAll(/Written by ([\w-]+)/g),
  ]
    .map(([, key]) => key ?? '')
    .sort()

/** What an attacker's own client would send: whoever is in, on a fresh opening; whoever is not, as if they were. */
async function pushPastTheClient(key: DemoKey, documentId: DocumentId, handle: number) {
  const opening = await ask(lineOf(key), 'document:open', { documentId, clientId: 7 })
  const doc = new Y.Doc()
  if (opening.ok) Y.applyUpdate(doc, fromBase64(opening.update))
  else doc.getXmlFragment(roots[documentId.split(':')[0] ?? ''])
  const before = Y.encodeStateVector(doc)
  write(wordsOf(doc), `Written by ${key}`)
  const code = await pushed(lineOf(key), handle, toBase64(Y.encodeStateAsUpdate(doc, before)))
  return opening.ok
    ? { readOnly: opening.readOnly, because: opening.because, code }
    : { readOnly: false, because: 'not-open', code }
}

const roots: Record<string, string> = { minutes: 'default', action: 'detail', legacy: 'narrative' }

/** Neither opening nor comparing tells the document from one that never was. */
async function seesNothingOf(key: DemoKey, documentId: DocumentId): Promise<void> {
  const [kind] = documentId.split(':') as ['minutes' | 'action' | 'legacy']
  const nowhere: DocumentId = `${kind}:${v7()}`
  for (const id of [documentId, nowhere]) {
    const compared = { documentId: id, epoch: 1, stateVector: 'AA==', deleteSet: '0'.repeat(64) }
    expect(await ask(lineOf(key), 'document:open', { documentId: id, clientId: 7 })).toEqual({
      ok: false,
      code: 'not-found',
      details: {},
    })
    expect(await ask(lineOf(key), 'document:sync', compared)).toEqual({ ok: false, code: 'not-open', details: {} })
  }
}

async function everyoneEnters(room: (key: DemoKey) => RecordsRoom, expected: ReadonlySet<DemoKey>): Promise<void> {
  const entered = demoKeys.map(async (key) => {
    const answer = await ask(lineOf(key), 'records:open', { room: room(key) })
    return [key, answer.ok ? 'yes' : answer.code] as const
  })
  expect(Object.fromEntries(await Promise.all(entered))).toEqual(
    Object.fromEntries(demoKeys.map((key) => [key, expected.has(key) ? 'yes' : 'not-found'])),
  )
}

/** Whether somebody's lists hold these records; both or neither, and the room's changes with them. */
async function listed(key: DemoKey, space: table.Space, { action, meeting }: { action: string; meeting: string }) {
  const body = table.bodyIds[space]
  const { data } = await scene.person(key).ask<Lists>(
    `query ($body: ID!) {
      actions(first: 100, filter: { bodyId: $body, status: [PROPOSED] }) { edges { node { id } } }
      meetings(bodyId: $body) { id }
    }`,
    { body },
  )
  const changes = await scene
    .person(key)
    .ask<{ changes: { patches: { id: string }[] }[] }>(
      `{ changes(room: "body:${body}", last: 100) { patches { id } } }`,
    )
  const changed = changes.data?.changes.flatMap(({ patches }) => patches.map(({ id }) => id)) ?? []
  const found = [
    data?.actions.edges.some(({ node }) => node.id === action),
    data?.meetings.some(({ id }) => id === meeting),
    changed.includes(action) && changed.includes(meeting),
  ]
  if (found.every((one) => one === true)) return 'all'
  return found.every((one) => one === false) && (changes.code === 'not-found' || changed.length === 0)
    ? 'nothing'
    : JSON.stringify([...found, changes.code])
}

interface Lists {
  actions: { edges: { node: { id: string } }[] }
  meetings: { id: string }[]
}
