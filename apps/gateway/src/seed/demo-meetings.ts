import { agendaItem, dayInLondon } from '@camau/domain'
import type { MeetingRecord } from '../features/meetings/meeting.model.js'
import type { Seed } from './read-seed.js'

const hour = 3_600_000
const day = 24 * hour

/** Meetings the documents do not give: made to show the product, marked as examples, their agendas from the real work programme. */
export function demoMeetings(seed: Seed, start: Date): MeetingRecord[] {
  const onTheHour = new Date(Math.floor(start.getTime() / hour) * hour)
  const inDays = (days: number) => tenInLondon(start, days)
  return [
    { ...meeting('ws-1', onTheHour, workAreaTitles(seed, 'ws-1')), status: 'in-session', startedAt: onTheHour },
    meeting('ws-2', inDays(1), workAreaTitles(seed, 'ws-2')),
    meeting('ws-3', inDays(2), workAreaTitles(seed, 'ws-3')),
    meeting(
      'mag',
      inDays(3),
      seed.legacy.items.map(({ title }) => title.en ?? ''),
    ),
  ]
}

/** Ten o'clock there, so many days on, in summer and in winter. */
function tenInLondon(start: Date, days: number): Date {
  const at = Date.parse(`${dayInLondon(start)}T10:00:00Z`) + days * day
  return new Date(at - (Number(londonHour.format(at)) - 10) * hour)
}

const londonHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hourCycle: 'h23', hour: '2-digit' })

function workAreaTitles({ workAreas }: Seed, workstreamId: string): string[] {
  return workAreas.items.filter((area) => area.workstreamId === workstreamId).map(({ title }) => title.en ?? '')
}

function meeting(of: string, startsAt: Date, topics: readonly string[]): MeetingRecord {
  const id = `example-meeting-${of}`
  const titles = ['Minutes of the last meeting', ...topics, 'Review of the action log']
  return {
    _id: id,
    bodyId: `body-${of}`,
    title: null,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 2 * hour),
    place: null,
    status: 'planned',
    audience: 'member',
    example: true,
    agenda: titles.map((title, at) => {
      const minutes = Math.floor(120 / titles.length / 5) * 5
      return agendaItem(`${id}-${at + 1}`, { title, minutes, section: null, presenter: null })
    }),
    attendance: [],
    seriesId: null,
    currentItemId: null,
    currentSince: null,
    earlierTimes: [],
    cancelled: null,
    startedAt: null,
    endedAt: null,
    circulatedBy: null,
    circulatedAt: null,
    agreedBy: null,
    agreedAt: null,
    versions: {},
    version: 1,
  }
}
