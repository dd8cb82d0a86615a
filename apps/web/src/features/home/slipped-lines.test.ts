import { describe, expect, it } from 'vitest'
import type { WhatSlippedQuery } from './slipped.graphql'
import { lateLines, movedLines } from './slipped-lines'

type Link = NonNullable<WhatSlippedQuery['dependencies']>[number]

const end = (id: string, restricted = false) => ({
  id,
  type: 'Action',
  number: null,
  label: id,
  done: false,
  restricted,
})
const link = (dependent: string, blocker: string, lateSince: string | null, restricted = false): Link => ({
  id: `${dependent} ${blocker}`,
  version: 1,
  blocks: true,
  dependent: end(dependent),
  dependsOn: { ...end(blocker, restricted), lateSince },
})

describe('what slipped', () => {
  it('names each late blocker once with all it holds up, the longest late first, at most three', () => {
    const dependencies = [
      link('a', 'new', '2026-05-01'),
      link('b', 'old', '2021-07-01'),
      link('c', 'new', '2026-05-01'),
      link('d', 'secret', '2019-01-01', true),
      link('e', 'no day', null),
      link('f', 'between', '2024-01-01'),
    ]
    const lines = lateLines({ dependencies })
    expect(lines.map(({ blocker, heldUp }) => [blocker.id, heldUp.map(({ id }) => id)])).toEqual([
      ['old', ['b']],
      ['between', ['f']],
      ['new', ['a', 'c']],
    ])
  })

  it('leaves out what only informs, and what is done already: as on the radar, nothing holds these up', () => {
    const done = link('a', 'old', '2021-07-01')
    const dependencies = [
      { ...link('b', 'old', '2021-07-01'), blocks: false },
      { ...done, dependent: { ...done.dependent, done: true } },
    ]
    expect(lateLines({ dependencies })).toEqual([])
  })

  it('gives the reason of the latest move that has one', () => {
    const earlierDues = [
      { until: '2026-03-01T00:00:00.000Z', reason: 'The second reason' },
      { until: '2026-01-01T00:00:00.000Z', reason: 'The first reason' },
      { until: '2026-05-01T00:00:00.000Z', reason: null },
    ]
    const action = { id: 'a', number: 1, title: 'A', version: 1, slippage: { moves: 3, days: 41 }, earlierDues }
    const [line] = movedLines({ body: { id: 'b', slippage: { furthest: [action] } } })
    expect(line?.reason).toBe('The second reason')
  })
})
