import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoMeetings } from './demo-meetings.js'
import { readSeed, type Seed } from './read-seed.js'

let seed: Seed
beforeAll(async () => {
  seed = await readSeed(fileURLToPath(new URL('../../seed', import.meta.url)))
})

const startsOf = (start: string) => demoMeetings(seed, new Date(start)).map(({ startsAt }) => startsAt.toISOString())

describe('the meetings of the demo', () => {
  it.each([
    ['in winter', '2026-01-14T15:40:00Z', ['01-14T15', '01-15T10', '01-16T10', '01-17T10']],
    ['in summer', '2026-07-14T15:40:00Z', ['07-14T15', '07-15T09', '07-16T09', '07-17T09']],
    [
      'just after midnight in London, still yesterday in UTC',
      '2026-07-14T23:20:00Z',
      ['07-14T23', '07-16T09', '07-17T09', '07-18T09'],
    ],
    ['over the night the clocks go forward', '2026-03-28T23:30:00Z', ['03-28T23', '03-29T09', '03-30T09', '03-31T09']],
    ['over the night they go back', '2026-10-24T12:00:00Z', ['10-24T12', '10-25T10', '10-26T10', '10-27T10']],
    ['at midnight', '2026-11-21T00:00:00Z', ['11-21T00', '11-22T10', '11-23T10', '11-24T10']],
  ])('begin at ten in London, the running one at the last full hour: %s', (_when, start, hours) => {
    expect(startsOf(start)).toEqual(hours.map((at) => `2026-${at}:00:00.000Z`))
  })

  it('last two hours, and only the first has begun', () => {
    const meetings = demoMeetings(seed, new Date('2026-07-14T15:40:00Z'))
    expect(meetings.map(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime())).toEqual(
      [2, 2, 2, 2].map((h) => h * 3_600_000),
    )
    expect(meetings.map(({ status }) => status)).toEqual(['in-session', 'planned', 'planned', 'planned'])
  })
})
