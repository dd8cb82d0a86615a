import { whyNotRestrict } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { Content } from '../../platform/content'
import { domainName } from '../../platform/enums'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { heldAction } from './held-action'
import { RestrictDialog } from './restrict-dialog'
import { ActionRestrictionDocument, RestrictActionDocument } from './restriction.graphql'
import { restrictionWords } from './restriction-words'
import type { ActionLife } from './walk-steps'

/** Who may see the action at all; those who rule or prepare on its body restrict it here, and lift that. */
export function ActionRestriction({ action }: { action: ActionLife }) {
  const words = useWords(restrictionWords)
  const viewer = useViewer()
  const { data } = useRecords(ActionRestrictionDocument, { id: action.id })
  const [asking, setAsking] = useState(false)
  const lift = useCommand(RestrictActionDocument, {
    what: { en: restrictionWords.en.lift, cy: restrictionWords.cy.lift },
  })
  const found = data?.action
  if (!found) return null
  const may = whyNotRestrict(viewer, heldAction(action).body, domainName(found.audience)) === null
  const { restrictedTo } = found
  if (!may && !restrictedTo) return null
  const liftNow = async () => {
    if ((await lift.run({ id: action.id, to: null })).state === 'done') announce(words.lifted)
  }
  return (
    <section className="pad stack-s restriction" aria-labelledby="restriction-title">
      <h2 id="restriction-title">{words.title}</h2>
      {restrictedTo ? (
        <div>
          <p>
            <Icon name="lock" /> {words.restricted}
          </p>
          <ul className="points">
            {restrictedTo.map((one) => (
              <li key={`${one.body?.id} ${one.office} ${one.person?.id}`}>
                <Content text={one.label} />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="quiet">{words.open}</p>
      )}
      {may && (
        <div className="row no-print">
          <Button small icon="lock" aria-haspopup="dialog" onClick={() => setAsking(true)}>
            {restrictedTo ? words.change : words.restrict}
          </Button>
          {restrictedTo && (
            <Button small weight="bare" busy={lift.busy} onClick={() => void liftNow()}>
              {words.lift}
            </Button>
          )}
        </div>
      )}
      {asking && <RestrictDialog restriction={found} onClose={() => setAsking(false)} />}
    </section>
  )
}
