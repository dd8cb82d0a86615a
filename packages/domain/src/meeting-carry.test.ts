import { describe, expect, it } from 'vitest'
import { cancelMeeting, type MatterRef, type Meeting, type MeetingStep, postponeMeeting, takeStep } from './meeting.js'
import {
  nextMeeting,
  openMatters,
  type ParkedItem,
  parkFromAgenda,
  setUnfinished,
  takeUp,
  whyNotRestore,
  whyNotSetUnfinished,
} from './meeting-carry.js'
import { aBody, aMeeting, anItem, aPerson, noon } from './scene.fixture.js'

const secretary = aPerson('secretariat team')
const held = (record: Meeting) => ({ record, body: aBody('ws-1') })
const day = 86_400_000
const at = (days: number) => ({
  startsAt: new Date(noon.getTime() + days * day),
  endsAt: new Date(noon.getTime() + days * day + day / 24),
})

/**
 * A model that knows nothing of references: each matter is one thing, and stands in one place. Random meetings are planned in any
 * order, moved, cancelled, begun and ended; items are taken up, put aside, left unfinished, and the parking list is cleared.
 */
describe('what is carried over', () => {
  const first = Number(process.env.SEED ?? 20261122)
  it.each(Array.from({ length: 60 }, (_, i) => first + i))('waits exactly once, seed %i', (seed) => {
    const world = aWorld(seed)
    for (let step = 0; step < 120; step++) {
      const did = world.act()
      const found = world.standing()
      const expected = world.expected()
      expect(found, `seed ${seed}, step ${step}: ${did}`).toEqual(expected)
    }
  })
})

function aWorld(seed: number) {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  let meetings: Meeting[] = []
  let parked: ParkedItem[] = []
  let ids = 0
  const id = () => `id-${++ids}`
  /** item or parked id → the matter it is about. */
  const about = new Map<string, string>()
  /** matter → 'waiting', 'gone', or the meeting on whose agenda it is. */
  const where = new Map<string, string>()
  const matterOf = (itemId: string) => about.get(itemId) ?? ''
  const put = (after: Meeting) => {
    meetings = meetings.map((one) => (one.id === after.id ? after : one))
  }
  const among = (...statuses: Meeting['status'][]) => pick(meetings.filter(({ status }) => statuses.includes(status)))
  const step = (meeting: Meeting, name: Exclude<MeetingStep, 'cancel' | 'postpone'>) =>
    takeStep(secretary, held(meeting), name, noon)
  const open = () => openMatters(meetings, parked)

  const acts: Record<string, () => void> = {
    plan() {
      const meeting = aMeeting({ id: id(), ...at(1 + Math.floor(random() * 60)), agenda: [anItem(id()), anItem(id())] })
      for (const item of meeting.record.agenda) {
        about.set(item.id, item.id)
        where.set(item.id, meeting.record.id)
      }
      meetings = [...meetings, meeting.record]
    },
    move() {
      const meeting = among('planned')
      if (!meeting) return
      const times = at(100 + Math.floor(random() * 60) + random())
      put(postponeMeeting(secretary, held(meeting), { ...times, reason: 'x' }, noon))
    },
    cancel() {
      const meeting = among('planned')
      if (!meeting) return
      put(cancelMeeting(secretary, held(meeting), 'x', noon))
      // What it had taken up waits again; its own items fall with it.
      for (const item of meeting.agenda) where.set(matterOf(item.id), item.carriedFrom ? 'waiting' : 'gone')
    },
    begin() {
      const meeting = among('planned')
      if (meeting) put(step(meeting, 'start'))
    },
    end() {
      const meeting = among('in-session')
      if (!meeting) return
      put(step(meeting, 'end'))
      for (const item of meeting.agenda) where.set(matterOf(item.id), item.unfinished ? 'waiting' : 'gone')
    },
    circulate() {
      const meeting = among('minutes-draft')
      if (meeting) put(step(meeting, 'circulate'))
    },
    leave() {
      const meeting = among('in-session')
      const item = meeting && pick(meeting.agenda)
      if (meeting && item) put(setUnfinished(secretary, held(meeting), item.id, random() < 0.7))
    },
    takeUp() {
      const meeting = among('planned', 'in-session')
      const matter = pick(open())
      if (!meeting || !matter) return
      const itemId = id()
      put(takeUp(secretary, held(meeting), matter.ref, open(), itemId))
      about.set(itemId, matterOf(matter.ref.itemId))
      where.set(matterOf(itemId), meeting.id)
    },
    putAside() {
      const meeting = among('planned', 'in-session')
      const item = meeting && pick(meeting.agenda)
      if (!meeting || !item) return
      const done = parkFromAgenda(secretary, held(meeting), item.id, parked, { id: id(), at: noon })
      put(done.meeting)
      parked = [...parked.filter((one) => one.id !== done.parked.id), done.parked]
      about.set(done.parked.id, matterOf(item.id))
      where.set(matterOf(item.id), 'waiting')
    },
    takeOff() {
      const meeting = among('planned')
      const item = meeting && pick(meeting.agenda)
      if (!meeting || !item) return
      put({ ...meeting, agenda: meeting.agenda.filter((one) => one.id !== item.id) })
      where.set(matterOf(item.id), item.carriedFrom ? 'waiting' : 'gone')
    },
    clear() {
      const listed = new Set(open().flatMap(({ ref }) => (ref.meetingId === null ? [ref.itemId] : [])))
      parked = parked.map((one) => (listed.has(one.id) ? { ...one, removedAt: noon } : one))
      for (const one of listed) where.set(matterOf(one), 'gone')
    },
    restore() {
      const item = pick(parked.filter(({ removedAt }) => removedAt))
      if (!item) return
      parked = parked.map((one) => (one.id === item.id ? { ...one, removedAt: null } : one))
      where.set(matterOf(item.id), 'waiting')
    },
  }

  return {
    act(): string {
      const name = pick(Object.keys(acts)) ?? 'plan'
      acts[name]?.()
      return name
    },
    /** Where the rule says each matter is; one that it says twice shows twice. */
    standing(): string[] {
      const next = nextMeeting(meetings, noon)
      const coming = meetings.filter(({ status }) => status === 'planned' || status === 'in-session')
      return [
        ...coming.flatMap((one) => one.agenda.map((item) => `${matterOf(item.id)} at ${one.id}`)),
        ...open().map(({ ref }) => `${matterOf(ref.itemId)} waits for ${next?.id ?? 'a meeting'}`),
      ].sort()
    },
    expected(): string[] {
      const [next] = meetings
        .filter(({ status }) => status === 'planned' || status === 'in-session')
        .sort(
          (a, b) =>
            Number(b.status === 'in-session') - Number(a.status === 'in-session') ||
            a.startsAt.getTime() - b.startsAt.getTime() ||
            (a.id < b.id ? -1 : 1),
        )
      return [...where]
        .filter(([, place]) => place !== 'gone')
        .map(([matter, place]) =>
          place === 'waiting' ? `${matter} waits for ${next?.id ?? 'a meeting'}` : `${matter} at ${place}`,
        )
        .sort()
    },
  }
}

describe('taking up, leaving and putting aside', () => {
  const ended = aMeeting({ id: 'old', status: 'minutes-draft', agenda: [anItem('a', { unfinished: true })] }).record
  const ref: MatterRef = { meetingId: 'old', itemId: 'a' }
  const open = openMatters([ended], [])

  it('is for those who prepare, before the meeting is over', () => {
    expect(takeUp(secretary, aMeeting(), ref, open, 'n').agenda).toMatchObject([
      { id: 'n', title: 'a', carriedFrom: ref },
    ])
    expect(() => takeUp(aPerson('member ws-1'), aMeeting(), ref, open, 'n')).toThrow('not-permitted')
    expect(() => takeUp(secretary, aMeeting({ status: 'minutes-draft' }), ref, open, 'n')).toThrow('meeting-over')
    expect(() => takeUp(secretary, aMeeting({ status: 'cancelled' }), ref, open, 'n')).toThrow('meeting-cancelled')
  })

  it('takes a matter once', () => {
    const next = takeUp(secretary, aMeeting({ id: 'next' }), ref, open, 'n')
    const still = openMatters([ended, next], [])
    expect(still).toEqual([])
    expect(() => takeUp(secretary, aMeeting(), ref, still, 'm')).toThrow('already-taken-up')
  })

  it('leaves nothing unfinished that has not begun', () => {
    expect(whyNotSetUnfinished(secretary, aMeeting())).toBe('not-in-session')
    expect(whyNotSetUnfinished(secretary, held(ended))).toBeNull()
    expect(whyNotSetUnfinished(secretary, aMeeting({ status: 'agreed' }))).toBe('minutes-agreed')
  })

  it('can be put back for thirty days after it was cleared', () => {
    expect(whyNotRestore({ removedAt: null }, noon)).toBe('already-so')
    expect(whyNotRestore({ removedAt: noon }, new Date(noon.getTime() + 30 * day))).toBeNull()
    expect(whyNotRestore({ removedAt: noon }, new Date(noon.getTime() + 30 * day + 1))).toBe('too-late-to-undo')
  })
})

/** mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
