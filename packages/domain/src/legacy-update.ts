import { lastDay } from './due.js'
import { type HeldLegacy, legacyOwner } from './legacy-item.js'
import type { Viewer } from './offices.js'
import { owns } from './owner.js'
import { may } from './permissions.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { refuse } from './refusing.js'

/** What a later document says of inherited work, often years and a government later (requirements, row 38). */
export interface LegacyUpdate {
  id: string
  /** Day of the document. */
  day: string
  /** The document's own word: in-progress, delayed, done… */
  status: string
  text: string
  /** What it waits for, in words; null where the document names nothing. */
  waitsOn: string | null
  /** The letter, reply or report, and the place in it. */
  document: string
  place: string | null
  at: Date
  personId: string
}

/** A term of the Senedd, by the days of its elections. */
export interface Term {
  number: number
  from: string
  until: string | null
}

const terms: readonly Term[] = [
  { number: 4, from: '2011-05-05', until: '2016-05-05' },
  { number: 5, from: '2016-05-05', until: '2021-05-06' },
  { number: 6, from: '2021-05-06', until: '2026-05-07' },
  { number: 7, from: '2026-05-07', until: null },
]

/** The term a day, month or year falls in; null before 2011, and where a year alone leaves it open. */
export function termOf(date: string): Term | null {
  const on = (day: string | null) =>
    (day && terms.find(({ from, until }) => from <= day && (!until || day < until))) || null
  const first = on(`${date}-01-01`.slice(0, 10))
  const last = on(lastDay({ label: '', earliest: null, latest: date }))
  return first?.number === last?.number ? first : null
}

/** For those who write in the register, and for the owner. */
export function whyNotAddLegacyUpdate(viewer: Viewer, { record, workstreamBodyId }: HeldLegacy): RefusalCode | null {
  const allowed = may(viewer, 'write', { space: 'legacy', workstreamBodyId }) || owns(viewer, legacyOwner(record))
  return allowed ? null : 'not-permitted'
}

/** Updates stand in the order of their days; what the programme's own documents say is never touched. */
export function addLegacyUpdate<T extends HeldLegacy['record'] & { laterUpdates: LegacyUpdate[] }>(
  viewer: Viewer,
  held: HeldLegacy & { record: T },
  update: LegacyUpdate,
): T {
  refuse(whyNotAddLegacyUpdate(viewer, held))
  if (!update.text.trim() || !update.document.trim()) throw new Refusal('text-needed')
  const laterUpdates = [...held.record.laterUpdates, update].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  )
  return { ...held.record, laterUpdates }
}
