import { type StoredPhase, statusOfPhase } from '../features/phases/phase.kind.js'
import { importedPoint, phaseOfTheTwelve, type StoredWorkArea } from '../features/work-areas/work-area.kind.js'
import { rowOf } from '../platform/record-store.js'
import type { Seed } from './read-seed.js'

/** An entry of a register: its own id and fields, and its place in the documents' order. */
const entries = <T extends { id: string }>(items: readonly T[]) =>
  items.map(({ id, ...item }, position) => ({ ...item, _id: id, position }))

export const mapWorkstreams = ({ workAreas }: Seed) => entries(workAreas.workstreams)
export const mapPhases = ({ workAreas }: Seed) =>
  workAreas.phases.map((phase, position) =>
    rowOf<StoredPhase>({ ...phase, ...unplanned, position, status: statusOfPhase(phase.id) }),
  )
export const mapWorkAreas = ({ workAreas }: Seed) =>
  workAreas.items.map(({ strandAsPrinted, progressPoints, ...area }, position) =>
    rowOf<StoredWorkArea>({
      ...area,
      ...takenOnBefore,
      position,
      strand: strandAsPrinted,
      progressPoints: progressPoints.map((point, at) => importedPoint(area.id, point, at)),
    }),
  )
export const mapFunding = ({ funding }: Seed) => entries(funding.items)
export const mapIndicators = ({ indicators }: Seed) => entries(indicators.items)
export const mapCorrespondence = ({ correspondence }: Seed) => entries(correspondence.items)
export const mapPublications = ({ publications }: Seed) => entries(publications.items)
export const mapTimeline = ({ timeline }: Seed) =>
  entries(timeline.items).map(({ datePrecision, ...event }) => ({ ...event, precision: datePrecision }))
export const mapGlossary = ({ glossary }: Seed) => entries(glossary.items)

// Everybody may see what the documents say; nothing of it was planned or proposed here.
const unplanned = {
  startsOn: null,
  endsOn: null,
  closedAt: null,
  closedBy: null,
  closingNote: null,
  example: false,
  audience: 'public',
  version: 1,
} as const
const takenOnBefore = {
  phaseId: phaseOfTheTwelve,
  proposedBy: null,
  proposedAt: null,
  decisionId: null,
  audience: 'public',
  version: 1,
} as const
