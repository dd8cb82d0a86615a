import { cite, Refusal, type Viewer, whyNotWriteEvidence } from '@camau/domain'
import type { CiteFindingInput } from './evidence.type.js'
import type { EvidenceNeeds } from './evidence-needs.js'

/** Actions and decisions come to rest on a finding; only on what the person may see. */
export function citeFinding(needs: EvidenceNeeds, viewer: Viewer, input: CiteFindingInput) {
  const { actionIds, decisionIds } = { actionIds: input.actionIds ?? [], decisionIds: input.decisionIds ?? [] }
  return needs.findings.change(
    'citeFinding',
    viewer,
    input,
    async (finding) => {
      const known = [
        ...(await needs.knownActions(viewer, actionIds)),
        ...(await needs.knownDecisions(viewer, decisionIds)),
      ]
      if (![...actionIds, ...decisionIds].every((id) => known.includes(id))) throw new Refusal('not-found')
      return cite(finding, { actionIds, decisionIds })
    },
    whyNotWriteEvidence,
  )
}
