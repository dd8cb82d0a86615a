import type { HeldOffice, Viewer } from '@camau/domain'
import { Refusal } from '@camau/domain'
import { describe, expect, it } from 'vitest'
import { createChanges, redact } from './change-feed.js'
import type { ChangeRow, Guard, GuardedPatch } from './changes.js'
import { nobody } from './context.js'

const ws1 = { id: 'body-ws-1', kind: 'workstream', parentId: 'body-mag' } as const
const officeOn = (over: Partial<HeldOffice>): HeldOffice => ({
  appointmentId: 'a',
  office: 'chair',
  bodyId: 'body-ws-1',
  bodyKind: 'workstream',
  bodyParentId: 'body-mag',
  until: null,
  ...over,
})
const aViewer = (...offices: HeldOffice[]): Viewer => ({ personId: 'p', name: 'P', offices })
const aChair = aViewer(officeOn({}))
const aGuest = aViewer(officeOn({ office: 'guest' }))
const anOfficial = aViewer(
  officeOn({ office: 'official', bodyId: 'body-o', bodyKind: 'ministerial-office', bodyParentId: null }),
)
const aReader = aViewer(officeOn({ office: 'observer', bodyId: 'body-cype', bodyKind: 'scrutiny-committee' }))

const aPatch = (over: Partial<GuardedPatch>): GuardedPatch => ({
  type: 'Action',
  id: 'x',
  version: 2,
  fields: { title: 'not for everybody' },
  audience: 'member',
  place: { space: 'body', body: ws1 },
  owner: null,
  restrictedTo: null,
  ...over,
})
const aRow = (...patches: GuardedPatch[]): ChangeRow => ({
  room: 'programme',
  seq: 7,
  at: new Date(0),
  actor: { personId: 'demo-ws1-chair', name: 'Chair', office: 'Chair, Workstream 1' },
  command: 'closeAction',
  mutationId: 'm',
  patches,
})

describe('what a viewer may see of a change', () => {
  it('is all of it for those who may read there, without what guards it', () => {
    const shown = redact(aChair, aRow(aPatch({})))
    expect(shown).toMatchObject({ seq: 7, previous: 6, command: 'closeAction' })
    expect(shown.patches).toEqual([{ type: 'Action', id: 'x', version: 2, fields: { title: 'not for everybody' } }])
  })

  it.each([
    ['a guest', aGuest],
    ['a scrutiny reader', aReader],
    ['nobody', nobody],
  ])('is the number alone for %s', (_who, viewer) => {
    const shown = redact(viewer, aRow(aPatch({})))
    expect(shown).toEqual({
      room: 'programme',
      seq: 7,
      previous: 6,
      at: '1970-01-01T00:00:00.000Z',
      actor: null,
      command: null,
      mutationId: null,
      patches: [],
    })
  })

  it('is decided patch by patch', () => {
    const shown = redact(
      aReader,
      aRow(aPatch({}), aPatch({ id: 'y', audience: 'shared' }), aPatch({ id: 'z', audience: 'public' })),
    )
    expect(shown.patches.map(({ id }) => id)).toEqual(['y', 'z'])
    expect(redact(aGuest, aRow(aPatch({ owner: { kind: 'person', personId: 'p' } }))).patches).toHaveLength(1)
    const alsoFor = [{ kind: 'person', personId: 'p' }] as const
    expect(redact(aGuest, aRow(aPatch({ alsoFor }))).patches).toHaveLength(1)
    expect(redact(aGuest, aRow(aPatch({ alsoFor, restrictedTo: [] }))).patches).toHaveLength(0)
  })

  it('is that a record is gone, and not who took it away, for those who saw it until now and see it no more', () => {
    const me = { kind: 'person', personId: 'p' } as const
    const unseen: Guard = { owner: null, restrictedTo: null, alsoFor: [] }
    const isTold = (viewer: Viewer, before: Guard, now: Guard) =>
      redact(viewer, aRow(aPatch({ ...before, hiddenFrom: now }))).patches.length > 0
    for (const before of [
      { ...unseen, owner: me },
      { ...unseen, alsoFor: [me] },
    ]) {
      expect(isTold(aGuest, before, unseen)).toBe(true)
      expect(isTold(aGuest, before, { ...unseen, owner: me })).toBe(false)
      expect(isTold(aGuest, before, { ...unseen, alsoFor: [me] })).toBe(false)
      expect(isTold(aChair, before, unseen)).toBe(false)
    }
    expect(isTold(aGuest, { ...unseen, owner: me }, { ...unseen, owner: me, restrictedTo: [] })).toBe(false)
    expect(isTold(aGuest, { ...unseen, alsoFor: [me] }, { ...unseen, alsoFor: [me], restrictedTo: [] })).toBe(true)
    const group = { id: 'body-tf', kind: 'task-and-finish', parentId: 'body-mag' } as const
    const moved: Guard = { ...unseen, place: { space: 'body', body: group } }
    expect(isTold(anOfficial, unseen, moved)).toBe(true)
    expect(isTold(aChair, unseen, moved)).toBe(false)
    // As an earlier version kept it: supporters are those of before and after.
    expect(isTold(aGuest, { ...unseen, alsoFor: [me] }, { owner: null, restrictedTo: null })).toBe(false)
    const shared: Guard = { ...unseen, audience: 'shared' }
    expect(isTold(aReader, shared, { ...unseen, audience: 'member' })).toBe(true)
    expect(isTold(aReader, shared, { ...shared, owner: me })).toBe(false)
    const nameless = { actor: null, command: null, mutationId: null, patches: [{ id: 'x' }] }
    expect(redact(aGuest, aRow(aPatch({ owner: me, hiddenFrom: unseen })))).toMatchObject(nameless)
  })

  it('is not that it is gone, for those who lost it then and to whom a later restriction shows it', () => {
    const me = { kind: 'person', personId: 'p' } as const
    const unseen: Guard = { owner: null, restrictedTo: null, alsoFor: [] }
    const gone = aPatch({ owner: me, hiddenFrom: unseen, fields: { gone: true } })
    expect(redact(aGuest, aRow(aPatch({ restrictedTo: [me] }), gone)).patches).toMatchObject([
      { fields: { title: 'not for everybody' } },
    ])
  })
})

describe('opening a room', () => {
  const feed = createChanges({
    store: {
      append: async () => [],
      head: async () => 0,
      headAt: async () => 0,
      after: async () => [],
      last: async () => [],
      these: async () => [],
    },
    bodyPlace: async (id) => (id === ws1.id ? ws1 : null),
  })
  const opens = (viewer: Viewer, room: 'programme' | `body:${string}` | `person:${string}`) =>
    feed.enter(viewer, room).then(
      () => true,
      (error: unknown) => (error instanceof Refusal ? error.code : error),
    )

  it.each([
    ['a chair, the body', aChair, 'body:body-ws-1', true],
    ['a guest, the body', aGuest, 'body:body-ws-1', 'not-found'],
    ['a chair, a body that is not there', aChair, 'body:nowhere', 'not-found'],
    ['a guest, the programme', aGuest, 'programme', true],
    ['nobody, the programme', nobody, 'programme', 'not-found'],
    ['somebody, their own', aGuest, 'person:p', true],
    ['a chair, somebody else', aChair, 'person:q', 'not-found'],
  ] as const)('%s', async (_what, viewer, room, answer) => {
    expect(await opens(viewer, room)).toBe(answer)
  })
})
