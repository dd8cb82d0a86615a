import type { Finding, GoodPractice, Lesson } from '@camau/domain'
import { maybeSource, needed, text } from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind } from '../../platform/record-store.js'
import { evidencePlace, registerRooms } from '../../platform/register-place.js'

export type StoredFinding = Finding & KeptRecord
export type StoredLesson = Lesson & KeptRecord
export type StoredPractice = GoodPractice & KeptRecord

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
const common = { place: evidencePlace, rooms: registerRooms }

export const findingKind: RecordKind<StoredFinding> = {
  ...common,
  type: 'Finding',
  collection: 'findings',
  fields: {
    text: needed,
    sourceLine: needed,
    date: text,
    population: text,
    workstreamId: text,
    publicationId: text,
    actionIds: [String],
    decisionIds: [String],
    source: maybeSource,
  },
  order: byId,
  patch: ({ text, sourceLine, date, population }) => ({ text, sourceLine, date, population }),
}

export const lessonKind: RecordKind<StoredLesson> = {
  ...common,
  type: 'Lesson',
  collection: 'lessons',
  fields: {
    session: needed,
    heldOn: needed,
    topic: needed,
    text: needed,
    authority: text,
    sharedWith: [String],
    workstreamId: text,
  },
  // The latest session first.
  order: (a, b) => (a.heldOn < b.heldOn ? 1 : a.heldOn > b.heldOn ? -1 : byId(a, b)),
  patch: ({ session, heldOn, topic, text, authority, sharedWith }) => ({
    session,
    heldOn,
    topic,
    text,
    authority,
    sharedWith,
  }),
}

export const practiceKind: RecordKind<StoredPractice> = {
  ...common,
  type: 'GoodPractice',
  collection: 'goodPractice',
  fields: {
    title: needed,
    text: needed,
    area: needed,
    authority: text,
    sourceLine: needed,
    owner: { type: Object, default: null },
    reviewOn: text,
    workstreamId: text,
  },
  order: byId,
  patch: ({ title, text, area, authority, reviewOn }) => ({ title, text, area, authority, reviewOn }),
}
