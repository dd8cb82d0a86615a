import { fitting, type Viewer, whyNotWriteEvidence } from '@camau/domain'
import { neededDay, neededText } from '../../platform/needed-text.js'
import { newRecordId } from '../../platform/record-id.js'
import type { StoredLesson } from './evidence.kinds.js'
import type { AddLessonInput } from './evidence.type.js'
import type { EvidenceNeeds } from './evidence-needs.js'

export function addLesson({ lessons }: EvidenceNeeds, viewer: Viewer, input: AddLessonInput) {
  const make = (): StoredLesson => ({
    id: newRecordId(input.id),
    session: neededText('title', input.session),
    heldOn: neededDay(input.heldOn),
    topic: neededText('label', input.topic),
    text: neededText('decision', input.text),
    authority: fitting('place', input.authority ?? null) || null,
    sharedWith: (input.sharedWith ?? []).map((name) => fitting('place', name)).filter(Boolean),
    workstreamId: input.workstreamId ?? null,
    audience: 'member',
    version: 1,
  })
  return lessons.add('addLesson', viewer, input, make, whyNotWriteEvidence)
}
