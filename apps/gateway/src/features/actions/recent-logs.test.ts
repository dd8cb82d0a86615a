import type { HeldOffice, Viewer } from '@camau/domain'
import { expect, it } from 'vitest'
import type { ActionFilter, ActionSort } from './action-log.type.js'
import { type LogMoment, recentLog, type WorkedOutLog } from './recent-logs.js'

const office: HeldOffice = {
  appointmentId: 'appointment-1',
  bodyId: 'body-1',
  bodyKind: 'workstream',
  bodyParentId: 'body-mag',
  office: 'chair',
  until: null,
}
const chair: Viewer = { personId: 'person-1', name: 'Chair', offices: [office] }
const moment: LogMoment = { state: {}, blocked: new Set(), viewer: chair, at: new Date('2026-11-22T10:00:00Z') }
const open: ActionFilter = { unfinished: true }
const byTitle = { field: 'TITLE' } as unknown as ActionSort
const nothing: WorkedOutLog = { scope: [], ranked: [], now: ({ record }) => record }

/** How often a log is worked out when these are asked one after the other. */
async function timesWorkedOut(...questions: [Partial<LogMoment>, ActionFilter?, ActionSort?][]): Promise<number> {
  let times = 0
  const state = {}
  for (const [change, filter = open, sort = byTitle] of questions)
    await recentLog({ ...moment, state, ...change }, filter, sort, async () => {
      times += 1
      return nothing
    })
  return times
}

it('the same question, asked again by the same person, is answered from what was worked out', async () => {
  const sameRights = { ...chair, offices: [{ ...office }] }
  expect(await timesWorkedOut([{}], [{ viewer: sameRights, at: new Date('2026-11-22T11:00:00Z') }], [{}])).toBe(1)
})

it.each<[string, [Partial<LogMoment>, ActionFilter?, ActionSort?]]>([
  ['another person asks', [{ viewer: { ...chair, personId: 'person-2' } }]],
  ['an office has ended', [{ viewer: { ...chair, offices: [] } }]],
  ['an action or a name has changed', [{ state: {} }]],
  ['something is held up that was not', [{ blocked: new Set(['action-1']) }]],
  ['it is another day', [{ at: new Date('2026-11-23T10:00:00Z') }]],
  ['another view is wanted', [{}, {}]],
  ['another order is wanted', [{}, open, { ...byTitle, language: 'cy' }]],
])('it is worked out anew when %s', async (_, changed) => {
  expect(await timesWorkedOut([{}], changed)).toBe(2)
})

it('what failed is not kept', async () => {
  const state = {}
  const ask = (workOut: () => Promise<WorkedOutLog>) => recentLog({ ...moment, state }, open, byTitle, workOut)
  await expect(ask(() => Promise.reject(new Error('no line')))).rejects.toThrow('no line')
  expect(await ask(async () => nothing)).toBe(nothing)
})

it('keeps the questions of a few people, and lets go of the one asked longest ago', async () => {
  const people = Array.from({ length: 17 }, (_, n): [Partial<LogMoment>] => [
    { viewer: { ...chair, personId: `person-${n}` } },
  ])
  const [first, second] = people
  expect(first && second && (await timesWorkedOut(...people, second, first))).toBe(18)
})
