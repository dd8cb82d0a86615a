import type { Figure, Measure, ReductionPlan } from '@camau/domain'
import { localText, maybeSource, needed, neededNumber, neededText, number, text } from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind } from '../../platform/record-store.js'
import { numbersPlace, registerRooms } from '../../platform/register-place.js'

export type StoredMeasure = Measure & KeptRecord & { importedAs: string | null }
export type StoredFigure = Figure & KeptRecord & { workstreamId: string | null }
export type StoredPlan = ReductionPlan & KeptRecord & { workstreamId: string | null }

const anything = { type: Object, default: null }
const day = { type: Date, default: null }
const truth = { type: Boolean, required: true }

// Patches say only that a record has changed: what of it may be shown differs from reader to reader, and lists are asked again.
const untold = () => ({})

export const measureKind: RecordKind<StoredMeasure> = {
  type: 'Measure',
  collection: 'measures',
  fields: {
    title: neededText,
    reduction: truth,
    direction: needed,
    unit: needed,
    population: text,
    workstreamId: text,
    workAreaIds: [String],
    owner: anything,
    definitions: [{ type: Object }],
    duties: { type: Object, required: true },
    riskAssessment: text,
    safetyNote: { type: localText, default: null },
    dataSource: text,
    collectionMonth: number,
    maxAgeDays: number,
    retired: anything,
    source: maybeSource,
    importedAs: text,
  },
  order: (a, b) => Number(b.reduction) - Number(a.reduction) || (a.id < b.id ? -1 : 1),
  place: numbersPlace,
  rooms: registerRooms,
  patch: untold,
}

export const figureKind: RecordKind<StoredFigure> = {
  type: 'MeasureFigure',
  collection: 'figures',
  fields: {
    measureId: needed,
    workstreamId: text,
    value: neededNumber,
    groups: [{ type: Object }],
    unit: needed,
    period: needed,
    population: needed,
    caveats: [String],
    note: text,
    sourceLine: needed,
    replaces: text,
    at: day,
    personId: needed,
  },
  order: (a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1),
  place: numbersPlace,
  rooms: registerRooms,
  patch: untold,
}

export const planKind: RecordKind<StoredPlan> = {
  type: 'ReductionPlan',
  collection: 'reductionPlans',
  fields: {
    year: needed,
    place: neededNumber,
    submitted: truth,
    authority: text,
    changes: [{ type: Object }],
    workstreamId: text,
  },
  // By the place in the list and by nothing that is in a plan.
  order: (a, b) => (a.year < b.year ? -1 : a.year > b.year ? 1 : a.place - b.place),
  place: numbersPlace,
  rooms: registerRooms,
  patch: untold,
}
