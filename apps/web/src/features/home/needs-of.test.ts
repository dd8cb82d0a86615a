import { describe, expect, it } from 'vitest'
import type { Me } from '../../platform/viewer'
import type { HomeQuery } from './home.graphql'
import { countNeeds, needsOf } from './needs-of'

type Waiting = NonNullable<HomeQuery['viewer']>

const body = { id: 'body-ws-2', name: { en: 'Workstream 2: Placements', cy: null } }

function aViewer(office: 'chair' | 'member'): Me {
  const held = {
    appointmentId: '1',
    office,
    bodyId: body.id,
    bodyKind: 'workstream' as const,
    bodyParentId: 'body-mag',
    until: null,
    title: { en: null, cy: null },
  }
  return { personId: 'p', name: 'Chair, Workstream 2', initials: 'C2', language: null, demo: true, offices: [held] }
}

type AnAction = Waiting['actionsWaiting'][number]
function anAction(id: string, over: Partial<AnAction> = {}): AnAction {
  return { id, number: 1, title: id, status: 'OPEN', version: 1, acceptance: null, body, ...over }
}

function aHome(waiting: Partial<Waiting>, ownerNotStated = 0): HomeQuery {
  return {
    viewer: {
      actionsWaitingCount: waiting.actionsWaiting?.length ?? 0,
      actionsWaiting: [],
      proposalsWaiting: [],
      minutesWaiting: [],
      ...waiting,
    },
    meetings: [],
    body: { ...body, kind: 'WORKSTREAM', status: 'ACTIVE', parent: { id: 'body-mag' }, counts: { ownerNotStated } },
  }
}

const kinds = (home: HomeQuery, me = aViewer('chair')) => needsOf(home, me).map(({ kind }) => kind)

describe('what needs a person', () => {
  it('is nothing where nothing waits', () => {
    expect(kinds(aHome({}))).toEqual([])
  })

  it('names the first actions, and counts the others', () => {
    const some = ['a', 'b', 'c'].map((id) => anAction(id))
    expect(kinds(aHome({ actionsWaiting: some }))).toEqual(['action', 'action', 'action'])
    const many = aHome({ actionsWaiting: some, actionsWaitingCount: 1_863 })
    expect(needsOf(many, aViewer('chair')).at(-1)).toMatchObject({ kind: 'more-actions', count: 1_860 })
    expect(countNeeds(many, aViewer('chair'))).toBe(1_863)
  })

  it('says what an action asks of this person', () => {
    const waiting = { waiting: true, at: '2026-11-18T09:00:00Z', by: { id: 'c', name: 'Chair, MAG' } }
    const actions = [
      anAction('a', { acceptance: waiting }),
      anAction('b', { acceptance: { ...waiting, waiting: false } }),
      anAction('c', { status: 'PROPOSED' }),
      anAction('d', { status: 'DONE' }),
    ]
    const needs = needsOf(aHome({ actionsWaiting: actions }), aViewer('chair'))
    expect(needs.map((need) => need.kind === 'action' && need.asks)).toEqual(['answer', 'work', 'owner', 'close'])
  })

  it('asks for owners only of those who may give them', () => {
    expect(kinds(aHome({}, 8))).toEqual(['no-owner'])
    expect(kinds(aHome({}, 8), aViewer('member'))).toEqual([])
  })

  it('puts what is asked first and what is missing last', () => {
    const minutes = {
      id: 'm',
      startsAt: '2026-10-13T09:00:00Z',
      example: true,
      body,
      circulatedAt: null,
      circulatedBy: null,
    }
    const proposal = { id: 'l', at: '2026-11-18T09:00:00Z', by: { id: 'c', name: 'Chair, MAG' } }
    const item = {
      __typename: 'LegacyItem' as const,
      id: 'i',
      number: 2,
      title: { en: 'Fostering', cy: null },
      proposal,
    }
    const home = aHome({ minutesWaiting: [minutes], proposalsWaiting: [item], actionsWaiting: [anAction('a')] }, 1)
    expect(kinds(home)).toEqual(['legacy-item', 'minutes', 'action', 'no-owner'])
  })
})
