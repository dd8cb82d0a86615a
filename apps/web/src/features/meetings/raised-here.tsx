import { Link } from 'wouter'
import { placeOf } from '../../platform/body-place'
import { Content, EnglishContent } from '../../platform/content'
import { domainName } from '../../platform/enums'
import { AroundContent } from '../../platform/named-content'
import { useWords } from '../../platform/words'
import { Flag } from '../../ui/status'
import type { MeetingOnPage } from './meeting-on-page'
import type { MeetingDecisionFragment } from './meetings.graphql'
import type { ActionParts } from './slots'
import { words } from './words'

type RaisedAt = Pick<MeetingOnPage, 'actions' | 'decisions' | 'notedDecisions'>

/** Actions and decisions of this meeting, as they stand now, and what was decided in writing and is noted at it. */
export function RaisedHere({ meeting, parts }: { meeting: RaisedAt; parts: ActionParts }) {
  const said = useWords(words)
  const actions = [...meeting.actions].sort((a, b) => a.number - b.number)
  const all = actions.length + meeting.decisions.length + meeting.notedDecisions.length
  return (
    <section className="raised-part" aria-labelledby="meeting-raised">
      <h2 className="side" id="meeting-raised">
        {said.raised} <span className="meta num">{all}</span>
      </h2>
      {all === 0 && <p className="meta">{said.nothingRaised}</p>}
      <ul className="raised">
        {actions.map((action) => (
          <li key={action.id}>
            <parts.StatusMark status={domainName(action.status)} />
            <Link href={`/actions/${action.id}`} className="plain">
              {action.number} · <EnglishContent text={action.title} />
            </Link>
            <Needs action={action} />
            {!action.owner && <parts.GiveOwner actionId={action.id} body={placeOf(action.body)} />}
          </li>
        ))}
        {meeting.decisions.map((decision) => (
          <Decision key={decision.id} decision={decision} kind={said.decision} />
        ))}
        {meeting.notedDecisions.map((decision) => (
          <Decision key={decision.id} decision={decision} kind={said.decidedInWriting} />
        ))}
      </ul>
    </section>
  )
}

function Decision({ decision: { number, text }, kind }: { decision: MeetingDecisionFragment; kind: string }) {
  return (
    <li>
      <Flag tone="moving" icon="tick">
        {kind}
      </Flag>
      <Link href={`/decisions/${number}`} className="plain">
        {number} · <EnglishContent text={text} />
      </Link>
    </li>
  )
}

/** What is still missing, or whom it waits for. */
function Needs({ action }: { action: MeetingOnPage['actions'][number] }) {
  const said = useWords(words)
  const owner = action.owner?.label
  if (owner)
    return (
      <span className="meta">
        {action.acceptance?.waiting ? (
          <AroundContent say={said.askedToAccept} text={owner} />
        ) : (
          <Content text={owner} />
        )}
      </span>
    )
  return (
    <Flag tone="attention" icon="unset">
      {action.due ? said.needsOwner : said.needsBoth}
    </Flag>
  )
}
