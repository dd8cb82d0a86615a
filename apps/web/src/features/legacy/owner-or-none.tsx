import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { useWords } from '../../platform/words'
import { Flag, Unset } from '../../ui/status'
import type { HandedName, Owned } from './held-legacy'
import { ownerName } from './owner-name'
import { ProposeOwnerButton } from './propose-owner-button'
import { legacyWords } from './words'

/** Who answers for it, who has been asked, or that nobody is named; chairs may propose one there and then. */
export function OwnerOrNone({ item, name }: { item: Owned; name: HandedName }) {
  const words = useWords(legacyWords)
  const dates = useDates()
  const { owner, proposal, ledger } = item
  const accepted = ledger.findLast(({ state }) => state === 'ACCEPTED')
  return (
    <div className="owner-cell">
      {owner && (
        <div>
          <Content text={ownerName(owner)} />
          {accepted && <p className="meta">{words.acceptedOn(dates.day(accepted.at))}</p>}
        </div>
      )}
      {proposal && (
        <div>
          <Flag tone="waiting" icon="handover">
            {words.waitingFor}
            <Content text={ownerName(proposal.owner)} />
          </Flag>
          <p className="meta">{words.proposedOn(dates.day(proposal.at))}</p>
        </div>
      )}
      {!owner && !proposal && <Unset>{words.noOwner}</Unset>}
      <ProposeOwnerButton item={item} name={name} />
    </div>
  )
}
