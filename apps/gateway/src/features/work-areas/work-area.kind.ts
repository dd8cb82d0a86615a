import type { ProgressPoint, Source, WorkArea } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import { patchText } from '../../platform/graphql/local-text.js'
import { patchPerson } from '../../platform/graphql/owner.js'
import {
  localText,
  maybeSource,
  maybeTime,
  needed,
  neededNumber,
  number,
  part,
  text,
} from '../../platform/record-parts.js'
import type { KeptRecord, RecordKind } from '../../platform/record-store.js'
import { sourceDocuments } from '../../platform/source-documents.js'

export interface StoredWorkArea extends KeptRecord, Omit<WorkArea, 'audience' | 'id'> {
  position: number
  bodyIds: string[]
  fundingIds: string[]
  legacyItemIds: string[]
  note: string | null
  /** null: proposed here. */
  source: Source | null
}

/** Areas of the work programme: imported ones are public, proposed ones are seen by readers of their workstream. */
export const workAreaKind: RecordKind<StoredWorkArea> = {
  type: 'WorkArea',
  collection: 'workAreas',
  fields: {
    position: neededNumber,
    number: neededNumber,
    workstreamId: needed,
    phaseId: needed,
    strandNumber: number,
    strand: { type: String, default: '' },
    title: { type: localText, required: true },
    status: needed,
    statusAsOf: text,
    progressPoints: [
      part({ id: needed, text: needed, day: needed, at: maybeTime, personId: text, source: maybeSource }),
    ],
    bodyIds: [String],
    fundingIds: [String],
    legacyItemIds: [String],
    note: text,
    proposedBy: text,
    proposedAt: maybeTime,
    decisionId: text,
    source: maybeSource,
  },
  order: (a, b) => a.number - b.number,
  place(area, names) {
    const body = bodyOf(area, names)
    return body ? { space: 'body', body } : null
  },
  rooms: () => ['programme'],
  patch: (area, names) => ({
    number: area.number,
    title: patchText(area.title),
    status: area.status,
    statusAsOf: area.statusAsOf,
    progressPoints: area.progressPoints.map((point) => patchPoint(point, names)),
    decision: area.decisionId && { __typename: 'Decision', id: area.decisionId },
  }),
  made: (area) => ({
    ...area,
    audience: area.audience ?? 'public',
    version: area.version ?? 1,
    phaseId: area.phaseId ?? phaseOfTheTwelve,
    proposedBy: area.proposedBy ?? null,
    proposedAt: area.proposedAt ?? null,
    decisionId: area.decisionId ?? null,
    progressPoints: area.progressPoints.map((point, at) => importedPoint(area.id, point, at)),
  }),
}

/** The documents' twelve are those of the third phase. */
export const phaseOfTheTwelve = 'phase-3'

/** The body of the workstream an area belongs to. */
export function bodyOf({ workstreamId }: Pick<StoredWorkArea, 'workstreamId'>, names: Names) {
  const body = names.bodies.get(names.workstreams.get(workstreamId) ?? '')
  return body && { id: body.id, kind: body.kind, parentId: body.parentId, status: body.status }
}

/** A point of a document was reported on the document's day, by nobody it names. */
export function importedPoint(
  areaId: string,
  point: Pick<ProgressPoint, 'text' | 'source'> & Partial<ProgressPoint>,
  at: number,
): ProgressPoint {
  const day = point.source ? (sourceDocuments[point.source.file]?.date ?? '') : ''
  return { id: `${areaId}-point-${at + 1}`, at: null, personId: null, ...point, day: point.day ?? day }
}

function patchPoint({ id, text, day, at, personId, source }: ProgressPoint, names: Names) {
  const by = personId && patchPerson(personId, names)
  return {
    __typename: 'ProgressPoint',
    id,
    text,
    day,
    at: at?.toISOString() ?? null,
    by,
    source: source && { __typename: 'Source', ...source, ...documentOf(source) },
  }
}

const documentOf = ({ file }: Source) => ({
  title: patchText(sourceDocuments[file]?.title ?? { en: file, cy: null }),
  date: sourceDocuments[file]?.date ?? null,
})
