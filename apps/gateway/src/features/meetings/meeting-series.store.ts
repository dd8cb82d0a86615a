import { cadenceUnits } from '@camau/domain'
import type { Connection } from 'mongoose'
import { placeOfBody } from '../../platform/body-place.js'
import type { Bus } from '../../platform/bus.js'
import type { Directory } from '../../platform/directory.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { needed, neededNumber, number, part, text } from '../../platform/record-parts.js'
import { createRecordStore, type RecordKind, type RecordStore } from '../../platform/record-store.js'
import { itemWordsPart } from './agenda-item.js'
import type { StoredSeries } from './meeting-series.type.js'

export type MeetingSeriesStore = RecordStore<StoredSeries>

/** One a body: whoever knows the body knows where to look. */
export const seriesIdOf = (bodyId: string) => `series-${bodyId}`

const cadence = part({ every: neededNumber, unit: { type: String, enum: cadenceUnits, required: true } })
const template = part({ title: text, place: text, minutes: neededNumber, agenda: [part(itemWordsPart)] })

const kind: RecordKind<StoredSeries> = {
  type: 'MeetingSeries',
  collection: 'meetingSeries',
  fields: {
    bodyId: needed,
    cadence: { type: cadence, default: null },
    quorum: number,
    template: { type: template, required: true },
    since: needed,
  },
  order: (a, b) => (a.id < b.id ? -1 : 1),
  place: ({ bodyId }, names) => placeOfBody(bodyId, names),
  rooms: ({ bodyId }) => [`body:${bodyId}`, 'programme'],
  patch: ({ cadence, quorum, template: { agenda, ...template }, since }) => ({
    cadence: cadence && { __typename: 'Cadence', every: cadence.every, unit: enumKey(cadence.unit) },
    quorum,
    ...template,
    agenda: agenda.map((item) => ({ __typename: 'TemplateItem', ...item })),
    since,
  }),
}

export function meetingSeriesStore(
  db: Connection,
  directory: Directory,
  bus: Bus,
  now: () => Date,
): MeetingSeriesStore {
  return createRecordStore({ db, directory, bus, now }, kind)
}
