import { publishPractice, type Viewer } from '@camau/domain'
import type { StoredPractice } from './evidence.kinds.js'
import type { PublishGoodPracticeInput } from './evidence.type.js'
import type { EvidenceNeeds } from './evidence-needs.js'

export function publishGoodPractice({ practices }: EvidenceNeeds, viewer: Viewer, input: PublishGoodPracticeInput) {
  const step = (practice: StoredPractice) => publishPractice(viewer, practice)
  return practices.change('publishGoodPractice', viewer, input, step, () => null) // the step asks for the right to publish
}
