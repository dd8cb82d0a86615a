import { limits } from '@camau/domain'
import { describe, expect, it } from 'vitest'
import { readSeries, readTemplate, type SeriesForm, writeTemplate } from './series-form'
import { seriesWords } from './series-words'

const say = seriesWords.en.problems
const form: SeriesForm = {
  every: '1',
  unit: 'quarter',
  quorum: '4',
  title: '',
  place: ' Cardiff ',
  minutes: '90',
  agenda:
    'Opening:\nWelcome - 5\n\nMinutes of the last meeting – 10\nBusiness:\nPhase 2 - review - 30 - Chair, Workstream 1',
}
const wrongIn = (change: Partial<SeriesForm>) => {
  const read = readSeries({ ...form, ...change }, say, limits)
  return 'wrong' in read ? read.wrong : {}
}

describe('how a body meets, as it is typed', () => {
  it('is read line by line, headings and all', () => {
    expect(readSeries(form, say, limits)).toEqual({
      series: {
        cadence: { every: 1, unit: 'quarter' },
        quorum: 4,
        title: null,
        place: 'Cardiff',
        minutes: 90,
        agenda: [
          { title: 'Welcome', minutes: 5, section: 'Opening', presenter: null },
          { title: 'Minutes of the last meeting', minutes: 10, section: 'Opening', presenter: null },
          { title: 'Phase 2 - review', minutes: 30, section: 'Business', presenter: 'Chair, Workstream 1' },
        ],
      },
    })
  })

  it.each([
    ['how often', { every: '0' }, { every: say.every(12) }],
    ['how often, in words', { every: 'two' }, { every: say.every(12) }],
    ['the quorum', { quorum: '1.5' }, { quorum: say.quorum(100) }],
    ['the length', { minutes: '' }, { minutes: say.minutes(480) }],
    ['a line without minutes', { agenda: 'Welcome' }, { agenda: say.agenda('Welcome') }],
  ])('says what is wrong with %s', (_, change, wrong) => {
    expect(wrongIn(change)).toEqual(wrong)
  })

  it('asks for no number where there is no rhythm, and for no quorum', () => {
    expect(readSeries({ ...form, unit: '', every: '', quorum: '' }, say, limits)).toMatchObject({
      series: { cadence: null, quorum: null },
    })
  })

  it('is written as it was read', () => {
    const read = readTemplate(form.agenda)
    const lines = 'lines' in read ? read.lines : []
    expect(readTemplate(writeTemplate(lines))).toEqual({ lines })
  })
})
