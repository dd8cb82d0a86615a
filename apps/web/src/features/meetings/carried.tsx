import { Link } from 'wouter'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { Content, EnglishContent } from '../../platform/content'
import { useRefusalWords } from '../../platform/refused'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Flag } from '../../ui/status'
import { businessWords } from './business-words'
import type { MeetingOnPage } from './meeting-on-page'
import { TakeUpItemDocument, type WaitingMatterFragment } from './meetings.graphql'
import { words } from './words'

/** What earlier meetings left, what is parked, and what is still to be done: at the next meeting of the body, and at no other. */
export function Carried({ meeting, mayEdit }: { meeting: MeetingOnPage; mayEdit: boolean }) {
  const said = useWords(businessWords)
  const { carriedItems, carriedActions, carriedActionCount, body } = meeting
  // Between the end of a meeting and the next answer of the server, nothing is shown that waits elsewhere already.
  const open = meeting.status === 'PLANNED' || meeting.status === 'IN_SESSION'
  if (!open || carriedItems.length + carriedActionCount === 0) return null
  return (
    <section className="carried" aria-labelledby="meeting-carried">
      <h3 id="meeting-carried">{said.carried}</h3>
      <ul>
        {carriedItems.map((matter) => (
          <CarriedItem key={matter.ref.itemId} matter={matter} meetingId={meeting.id} mayEdit={mayEdit} />
        ))}
      </ul>
      {carriedActionCount > 0 && (
        <>
          <p className="meta">{said.actions(carriedActionCount)}</p>
          <ul>
            {carriedActions.map((action) => (
              <li key={action.id}>
                <Link href={`/actions/${action.id}`} className="plain">
                  {action.number} · <EnglishContent text={action.title} />
                </Link>
                <Owner action={action} />
              </li>
            ))}
          </ul>
          {carriedActionCount > carriedActions.length && (
            <p>
              <Link href={`/bodies/${body.id}`}>{said.allActions}</Link>
            </p>
          )}
        </>
      )}
    </section>
  )
}

function Owner({ action: { owner } }: { action: MeetingOnPage['carriedActions'][number] }) {
  const said = useWords(words)
  return owner ? (
    <span className="meta">
      <Content text={owner.label} />
    </span>
  ) : (
    <Flag tone="attention" icon="unset">
      {said.needsOwner}
    </Flag>
  )
}

interface CarriedItemProps {
  matter: WaitingMatterFragment
  meetingId: string
  mayEdit: boolean
}

function CarriedItem({ matter: { ref, title, minutes }, meetingId, mayEdit }: CarriedItemProps) {
  const said = useWords(businessWords)
  const all = useWords(words)
  const refusal = useRefusalWords()
  const what = { en: businessWords.en.takeUp, cy: businessWords.cy.takeUp }
  const { run, busy, refused } = useCommand(TakeUpItemDocument, { what })
  const take = async () => {
    const { meetingId: from, itemId } = ref
    const { state } = await run({ id: meetingId, itemId: newId(), from: { meetingId: from, itemId } })
    if (state !== 'refused') announce(said.takenUp(title))
  }
  return (
    <li>
      <span>
        <EnglishContent text={title} />
      </span>
      <span className="meta">
        {all.length(Math.floor(minutes / 60), minutes % 60)} · {ref.meetingId ? said.fromMeeting : said.parked}
      </span>
      {refused && <span className="meta s-late flag">{refusal(refused.code)}</span>}
      {mayEdit && (
        <Button small busy={busy} aria-label={`${said.takeUp}: ${title}`} onClick={take}>
          {said.takeUp}
        </Button>
      )}
    </li>
  )
}
