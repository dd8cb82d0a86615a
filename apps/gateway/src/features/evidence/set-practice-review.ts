import { type Viewer, whyNotWriteEvidence } from '@camau/domain'
import { ownerOf } from '../../platform/graphql/owner.js'
import { neededDay } from '../../platform/needed-text.js'
import type { SetPracticeReviewInput } from './evidence.type.js'
import type { EvidenceNeeds } from './evidence-needs.js'

export function setPracticeReview({ practices }: EvidenceNeeds, viewer: Viewer, input: SetPracticeReviewInput) {
  return practices.change(
    'setPracticeReview',
    viewer,
    input,
    (practice, _, names) => ({ ...practice, owner: ownerOf(input.owner, names), reviewOn: neededDay(input.reviewOn) }),
    whyNotWriteEvidence,
  )
}
