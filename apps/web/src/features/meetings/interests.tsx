import { whyNotDeclare } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { DeclareDialog } from './declare-dialog'
import { heldMeeting } from './held-meeting'
import type { MeetingOnPage } from './meeting-on-page'
import { type MeetingDeclarationFragment, WithdrawDeclarationDocument } from './meetings.graphql'
import { peopleWords } from './people-words'

/** Interests declared at the meeting; they stand in its minutes. */
export function Interests({ meeting }: { meeting: MeetingOnPage }) {
  const said = useWords(peopleWords)
  return (
    <section className="people-part interests" aria-labelledby="meeting-interests">
      <h2 className="side" id="meeting-interests">
        {said.interests} <span className="meta num">{meeting.declarations.length}</span>
      </h2>
      {meeting.declarations.length === 0 && <p className="meta">{said.noInterests}</p>}
      <InterestList meeting={meeting} declarations={meeting.declarations} />
      <DeclareButton meeting={meeting} />
    </section>
  )
}

interface InterestListProps {
  meeting: MeetingOnPage
  declarations: readonly MeetingDeclarationFragment[]
}

export function InterestList({ meeting, declarations }: InterestListProps) {
  const said = useWords(peopleWords)
  const titles = new Map(meeting.agenda.map(({ id, title }, at) => [id, `${at + 1}. ${title}`]))
  return (
    <ul className="raised">
      {declarations.map((one) => (
        <li key={one.id}>
          <b>
            <EnglishContent text={one.person.name} />
          </b>
          <span className="meta">
            <EnglishContent text={titles.get(one.itemId) ?? ''} />
            {one.leaves && ` · ${said.leavesSaid}`}
          </span>
          {one.nature && <EnglishContent text={one.nature} />}
          <WithdrawButton meeting={meeting} declaration={one} />
        </li>
      ))}
    </ul>
  )
}

function WithdrawButton({ meeting, declaration }: { meeting: MeetingOnPage; declaration: MeetingDeclarationFragment }) {
  const said = useWords(peopleWords)
  const viewer = useViewer()
  const { person, id } = declaration
  const what = { en: peopleWords.en.withdraw(person.name), cy: peopleWords.cy.withdraw(person.name) }
  const { run, busy } = useCommand(WithdrawDeclarationDocument, { what })
  if (whyNotDeclare(viewer, heldMeeting(meeting), person.id) !== null) return null
  const take = async () => {
    if ((await run({ id })).state !== 'refused') announce(said.withdrawn)
  }
  return <Button weight="bare" small icon="cross" busy={busy} aria-label={said.withdraw(person.name)} onClick={take} />
}

/** For whoever may declare something here, for themselves or for others. */
export function DeclareButton({ meeting, itemId }: { meeting: MeetingOnPage; itemId?: string }) {
  const said = useWords(peopleWords)
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  const may = whyNotDeclare(viewer, heldMeeting(meeting), viewer.personId) === null
  if (!may || meeting.agenda.length === 0) return null
  return (
    <>
      <Button small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {said.declare}
      </Button>
      {open && <DeclareDialog meeting={meeting} itemId={itemId ?? ''} onClose={() => setOpen(false)} />}
    </>
  )
}
