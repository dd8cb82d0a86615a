import { whyNotRestrict } from '@camau/domain'
import { placeOf } from '../../platform/body-place'
import { useCommand } from '../../platform/commands'
import { domainName } from '../../platform/enums'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { RestrictionPart } from '../../ui/restriction/restriction-part'
import { restrictionWords } from '../../ui/restriction/restriction-words'
import type { DecisionLineFragment } from './decisions.graphql'
import { DecisionRestrictionDocument, RestrictDecisionDocument } from './restriction.graphql'

/** Who may see the decision at all. */
export function DecisionRestriction({ decision }: { decision: DecisionLineFragment }) {
  const viewer = useViewer()
  const { data } = useRecords(DecisionRestrictionDocument, { number: decision.number })
  const { run, busy, refused } = useCommand(RestrictDecisionDocument, {
    what: { en: restrictionWords.en.restrict, cy: restrictionWords.cy.restrict },
  })
  const found = data?.decision
  if (!found) return null
  return (
    <RestrictionPart
      restrictedTo={found.restrictedTo}
      usual={found.body.usualRestriction}
      may={whyNotRestrict(viewer, placeOf(decision.body), domainName(found.audience)) === null}
      command={{ busy, refused, run: (to) => run({ id: decision.id, to: to && [...to] }) }}
    />
  )
}
