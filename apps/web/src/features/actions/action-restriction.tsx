import { whyNotRestrict } from '@camau/domain'
import { useCommand } from '../../platform/commands'
import { domainName } from '../../platform/enums'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { RestrictionPart } from '../../ui/restriction/restriction-part'
import { restrictionWords } from '../../ui/restriction/restriction-words'
import { heldAction } from './held-action'
import { ActionRestrictionDocument, RestrictActionDocument } from './restriction.graphql'
import type { ActionLife } from './walk-steps'

/** Who may see the action at all. */
export function ActionRestriction({ action }: { action: ActionLife }) {
  const viewer = useViewer()
  const { data } = useRecords(ActionRestrictionDocument, { id: action.id })
  const { run, busy, refused } = useCommand(RestrictActionDocument, {
    what: { en: restrictionWords.en.restrict, cy: restrictionWords.cy.restrict },
  })
  if (!data) return null
  const { audience, restrictedTo, body } = data.action
  return (
    <RestrictionPart
      restrictedTo={restrictedTo}
      usual={body.usualRestriction}
      may={whyNotRestrict(viewer, heldAction(action).body, domainName(audience)) === null}
      command={{ busy, refused, run: (to) => run({ id: action.id, to: to && [...to] }) }}
    />
  )
}
