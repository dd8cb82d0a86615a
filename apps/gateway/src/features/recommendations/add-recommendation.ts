import { fitting, officeFor, Refusal, type Viewer, whyNotStateRecommendation } from '@camau/domain'
import type { Command } from '../../platform/command.js'
import { newRecordId } from '../../platform/record-id.js'
import type { RecordStore } from '../../platform/record-store.js'
import type { StoredRecommendation } from './recommendation.kind.js'
import type { AddRecommendationInput } from './recommendation.type.js'

/** A recommendation that the programme's documents do not print; whether it is accepted is not stated until somebody says so. */
export function addRecommendation(
  { recommendations, command }: { recommendations: RecordStore<StoredRecommendation>; command: Command },
  viewer: Viewer,
  input: AddRecommendationInput,
): Promise<StoredRecommendation> {
  return command(
    { command: 'addRecommendation', viewer, input },
    async (tx) => {
      const refusal = whyNotStateRecommendation(viewer)
      if (refusal) throw new Refusal(refusal)
      const text = fitting('point', input.text)
      if (!text) throw new Refusal('text-needed')
      const { publicationId } = input
      const nothing = { actionIds: [], statements: [], source: null }
      const added = {
        ...nothing,
        id: newRecordId(input.id),
        text,
        publicationId,
        audience: 'member' as const,
        version: 1,
      }
      return recommendations.add(tx, added, officeFor(viewer, 'write', letters))
    },
    (id) => recommendations.get(viewer, id),
  )
}

const letters = { space: 'correspondence' } as const
