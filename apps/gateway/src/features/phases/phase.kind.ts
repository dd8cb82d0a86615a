import type { Phase, Source } from '@camau/domain'
import { placeOfBody } from '../../platform/body-place.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { patchPerson } from '../../platform/graphql/owner.js'
import { maybeTime, needed, neededNumber, neededSource, number, source, text } from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind } from '../../platform/record-store.js'

export interface StoredPhase extends KeptRecord, Omit<Phase, 'id'> {
  position: number
  title: string
  /** As the documents print it. */
  period: string
  workAreaCount: number | null
  note: string | null
  /** The plan: days set here, beside the period of the documents. */
  startsOn: string | null
  endsOn: string | null
  closedAt: Date | null
  closedBy: string | null
  closingNote: string | null
  /** Open again to show the product. */
  example: boolean
  source: Source
  alsoSeenIn: Source[]
}

/** Stretches of the programme; named in public documents, so everybody sees them. */
export const phaseKind: RecordKind<StoredPhase> = {
  type: 'Phase',
  collection: 'phases',
  fields: {
    position: neededNumber,
    number: neededNumber,
    title: needed,
    period: needed,
    workAreaCount: number,
    note: text,
    status: { type: String, enum: ['open', 'closed'], default: 'closed' },
    startsOn: text,
    endsOn: text,
    closedAt: maybeTime,
    closedBy: text,
    closingNote: text,
    example: { type: Boolean, default: false },
    source: neededSource,
    alsoSeenIn: [source],
  },
  order: (a, b) => a.number - b.number,
  place(_phase, { bodies }) {
    const body = [...bodies.values()].find(({ kind }) => kind === 'advisory-group')
    return body ? placeOfBody(body.id, { bodies }) : null
  },
  rooms: () => ['programme'],
  patch: (phase, names) => ({
    status: enumKey(phase.status),
    startsOn: phase.startsOn,
    endsOn: phase.endsOn,
    closedAt: phase.closedAt?.toISOString() ?? null,
    closedBy: phase.closedBy && patchPerson(phase.closedBy, names),
    closingNote: phase.closingNote,
  }),
  made: (phase) => ({
    ...phase,
    audience: phase.audience ?? 'public',
    version: phase.version ?? 1,
    status: phase.status ?? statusOfPhase(phase.id),
    startsOn: phase.startsOn ?? null,
    endsOn: phase.endsOn ?? null,
    closedAt: phase.closedAt ?? null,
    closedBy: phase.closedBy ?? null,
    closingNote: phase.closingNote ?? null,
    example: phase.example ?? false,
  }),
}

/** The programme closed in 2021; what followed has no end in the documents. */
export const statusOfPhase = (id: string): Phase['status'] => (id === 'phase-legacy' ? 'open' : 'closed')
