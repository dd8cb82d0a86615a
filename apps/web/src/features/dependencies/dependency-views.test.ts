import { describe, expect, it } from 'vitest'
import type { DependencyRowFragment } from './dependencies.graphql'
import { heldUpNow, lateBlockers, rowsOf } from './dependency-views'
import { longestChain } from './longest-chain'

const anEnd = (
  id: string,
  over: Partial<DependencyRowFragment['dependsOn']> = {},
): DependencyRowFragment['dependsOn'] => ({
  id,
  type: 'Action',
  label: id,
  number: null,
  status: 'OPEN',
  done: false,
  late: false,
  lateSince: null,
  restricted: false,
  body: null,
  ...over,
})

const aLink = (
  dependent: string,
  dependsOn: DependencyRowFragment['dependsOn'],
  over: Partial<DependencyRowFragment> = {},
): DependencyRowFragment => ({
  id: `${dependent} on ${dependsOn.id}`,
  version: 1,
  kind: 'FINISH_TO_START',
  blocks: true,
  late: dependsOn.late,
  acrossBodies: false,
  basis: 'STATED',
  text: '',
  dependent: anEnd(dependent),
  dependsOn,
  source: null,
  ...over,
})

const late = anEnd('late', { late: true, lateSince: '2021-05-01' })
const later = anEnd('later', { late: true, lateSince: '2021-04-01' })
const rows = [
  aLink('informed', anEnd('report'), { kind: 'INFORMS', blocks: false }),
  aLink('blocked', anEnd('open')),
  aLink('free', anEnd('done', { done: true })),
  aLink('held up', late),
  aLink('held up too', late),
  aLink('longest', later),
]

describe('the board of dependencies', () => {
  it('puts late blockers first, longest late on top, then what is blocked, then the rest', () => {
    expect(rowsOf(rows, 'all').map(({ dependent }) => dependent.id)).toEqual([
      'longest',
      'held up',
      'held up too',
      'blocked',
      'informed',
      'free',
    ])
  })

  it('holds up only what blocks and is not done', () => {
    expect(rowsOf(rows, 'blocking').map(({ dependent }) => dependent.id)).toEqual([
      'longest',
      'held up',
      'held up too',
      'blocked',
    ])
  })

  it('counts in its head what its views hold: dependencies, and the things at their ends', () => {
    const informed = aLink('told', late, { kind: 'INFORMS', blocks: false })
    const over = aLink('finished', late, { dependent: anEnd('finished', { done: true }), late: false })
    const all = [...rows, informed, over]
    const head = heldUpNow(all)
    expect(head).toEqual({ links: 4, things: 4, blockers: 3, lateLinks: 3, lateBlockers: 2 })
    expect(head.links).toBe(rowsOf(all, 'blocking').length)
    expect(head.lateLinks).toBe(rowsOf(all, 'late').length)
    expect(head.lateBlockers).toBe(lateBlockers(all).length)
  })

  it('names each late blocker once, with all that it holds up', () => {
    expect(lateBlockers(rows).map(({ blocker, heldUp }) => [blocker.id, heldUp.map(({ id }) => id)])).toEqual([
      ['later', ['longest']],
      ['late', ['held up', 'held up too']],
    ])
  })

  it('finds the longest chain of what still holds up', () => {
    const [first, second, third] = [anEnd('first'), anEnd('second'), anEnd('third')]
    const chained = [aLink('third', second), aLink('second', first), aLink('third', first), aLink('fourth', third)]
    const ids = (links: DependencyRowFragment[]) => longestChain(links).map(({ id }) => id)
    expect(ids([...rows, ...chained])).toEqual(['first', 'second', 'third', 'fourth'])
    expect(ids([...chained, aLink('first', third)]).length).toBeGreaterThan(2) // a loop ends, whatever it finds
    expect(ids([aLink('second', anEnd('first', { done: true })), aLink('third', second)])).toEqual([])
  })
})
