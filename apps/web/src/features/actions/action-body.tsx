import { Link } from 'wouter'
import { Content } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { domainName } from '../../platform/enums'
import type { RoomHere } from '../../platform/live'
import { shortName } from '../../platform/short-name'
import { useWords } from '../../platform/words'
import { Pill, Unset } from '../../ui/status'
import { ActionDependencies } from './action-dependencies'
import { ActionFacts } from './action-facts'
import { ActionHistory } from './action-history'
import { ActionParts } from './action-parts'
import { ActionRecord } from './action-record'
import { ActionWalk } from './action-walk'
import { ActionWords } from './action-words'
import { AddPartButton } from './add-part-button'
import { ClashPanel } from './clash-panel'
import { DueText } from './due-text'
import { lifeWords } from './life-words'
import { StatusMark } from './status-mark'
import { StepButtons } from './step-buttons'
import { StoodOnDay } from './stood-on-day'
import { SupersedeActionButton } from './supersede-action-button'
import { TransferActionButton } from './transfer-action-button'
import type { ActionLife } from './walk-steps'

/** The page of an action, once it is here. */
export function ActionBody({ action, heading, here }: { action: ActionLife; heading: string; here: RoomHere }) {
  const words = useWords(lifeWords)
  const dates = useDates()
  return (
    <div className="pad action-page">
      <header className="action-head">
        <p className="meta">
          <Link href={`/bodies/${action.body.id}`}>
            <Content text={shortName(action.body.name)} />
          </Link>
          {' · '}
          {heading}
        </p>
        <ActionWords action={action} here={here}>
          <p className="row action-sum">
            <StatusMark status={domainName(action.status)} />
            <span>
              <DueText due={action.due} overdueSince={action.overdueSince} />
            </span>
            {!action.owner && <Unset>{words.ownerNotStated}</Unset>}
            {action.asAt && <span className="meta">{words.asAt(dates.day(action.asAt))}</span>}
            {action.audience !== 'PUBLIC' && <Pill>{words.audience[action.audience]}</Pill>}
          </p>
        </ActionWords>
      </header>
      <ActionWalk action={action} />
      <ClashPanel row={action} />
      <StepButtons row={action}>
        <TransferActionButton row={action} />
        <SupersedeActionButton row={action} />
        <AddPartButton row={action} />
      </StepButtons>
      <div className="two">
        <div className="stack">
          <ActionParts action={action} />
          <StoodOnDay id={action.id} />
          <ActionRecord action={action} />
          <ActionHistory action={action} />
        </div>
        <div className="stack">
          <section className="stack-s">
            <h2>{words.facts}</h2>
            <ActionFacts action={action} links={false} />
          </section>
          <ActionDependencies action={action} />
        </div>
      </div>
    </div>
  )
}
