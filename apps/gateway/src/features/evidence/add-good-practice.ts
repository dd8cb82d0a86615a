import { fitting, type Viewer, whyNotWriteEvidence } from '@camau/domain'
import { ownerOf } from '../../platform/graphql/owner.js'
import { neededDay, neededText } from '../../platform/needed-text.js'
import { newRecordId } from '../../platform/record-id.js'
import type { StoredPractice } from './evidence.kinds.js'
import type { AddGoodPracticeInput } from './evidence.type.js'
import type { EvidenceNeeds } from './evidence-needs.js'

export function addGoodPractice({ practices }: EvidenceNeeds, viewer: Viewer, input: AddGoodPracticeInput) {
  return practices.add(
    'addGoodPractice',
    viewer,
    input,
    (_, names): StoredPractice => ({
      id: newRecordId(input.id),
      title: neededText('title', input.title),
      text: neededText('decision', input.text),
      area: neededText('label', input.area),
      authority: fitting('place', input.authority ?? null) || null,
      sourceLine: neededText('title', input.sourceLine, 'source-needed'),
      owner: input.owner ? ownerOf(input.owner, names) : null,
      reviewOn: input.reviewOn ? neededDay(input.reviewOn) : null,
      workstreamId: input.workstreamId ?? null,
      audience: 'member',
      version: 1,
    }),
    whyNotWriteEvidence,
  )
}
