import { describe, expect, it } from 'vitest'
import { emptyPlan, readPlan } from './meeting-plan'
import { words } from './words'

const say = words.en.problems
const most = { title: 300, place: 200 }
const aPlan = {
  ...emptyPlan,
  bodyId: 'body-ws2',
  day: { day: '24', month: '11', year: '2026' },
  startsAt: '10:00',
  endsAt: '12:00',
}
const wrongIn = (change: Partial<typeof aPlan>) => {
  const read = readPlan({ ...aPlan, ...change }, say, most)
  return 'wrong' in read ? read.wrong : {}
}

describe('planning a meeting', () => {
  it('gives the instants at which London’s clocks show the times', () => {
    expect(readPlan({ ...aPlan, place: ' Cathays Park ' }, say, most)).toEqual({
      meeting: {
        bodyId: 'body-ws2',
        title: null,
        startsAt: '2026-11-24T10:00:00.000Z',
        endsAt: '2026-11-24T12:00:00.000Z',
        place: 'Cathays Park',
      },
    })
  })

  it.each([
    ['no body', { bodyId: '' }, { body: say.body }],
    ['a day that does not exist', { day: { day: '31', month: '2', year: '2026' } }, { day: say.day }],
    ['no day', { day: { day: '', month: '', year: '' } }, { day: say.day }],
    ['no time', { startsAt: 'morning' }, { startsAt: say.startsAt }],
    ['an end before the start', { endsAt: '09:00' }, { endsAt: say.order }],
    ['a place beyond the limit', { place: 'x'.repeat(201) }, { place: say.placeLong(200) }],
  ])('says what is wrong with %s', (_, change, wrong) => {
    expect(wrongIn(change)).toEqual(wrong)
  })

  it('says everything that is wrong at once', () => {
    expect(Object.keys(wrongIn({ bodyId: '', startsAt: '', endsAt: '' }))).toEqual(['body', 'startsAt', 'endsAt'])
  })
})
