import { fitting, type Viewer, whyNotWriteEvidence } from '@camau/domain'
import { neededText } from '../../platform/needed-text.js'
import { newRecordId } from '../../platform/record-id.js'
import type { StoredFinding } from './evidence.kinds.js'
import type { AddFindingInput } from './evidence.type.js'
import type { EvidenceNeeds } from './evidence-needs.js'

export function addFinding({ findings }: EvidenceNeeds, viewer: Viewer, input: AddFindingInput) {
  const make = (): StoredFinding => ({
    id: newRecordId(input.id),
    text: neededText('decision', input.text),
    sourceLine: neededText('title', input.sourceLine, 'source-needed'),
    date: fitting('label', input.date ?? null) || null,
    population: fitting('title', input.population ?? null) || null,
    workstreamId: input.workstreamId ?? null,
    publicationId: input.publicationId ?? null,
    actionIds: [],
    decisionIds: [],
    source: null,
    audience: 'member',
    version: 1,
  })
  return findings.add('addFinding', viewer, input, make, whyNotWriteEvidence)
}
