import { Link } from 'wouter'
import { Content, EnglishContent } from '../../platform/content'
import { useDates } from '../../platform/dates'
import { dueDay } from '../../platform/due-day'
import { useWords } from '../../platform/words'
import { RegisterTable } from '../../ui/register'
import { Flag } from '../../ui/status'
import type { MeetingOnPage } from './meeting-on-page'
import { readBackWords } from './read-back-words'
import { words } from './words'

type Decision = MeetingOnPage['decisions'][number]
type Action = MeetingOnPage['actions'][number]

/** What was resolved, in its own words. */
export function ReadBackDecisions({ decisions }: { decisions: readonly Decision[] }) {
  const said = useWords(readBackWords)
  const counted = said.decisions(decisions.length)
  return (
    <section>
      <h2>{counted}</h2>
      <RegisterTable
        name={counted}
        rows={decisions}
        columns={[
          {
            head: said.decision,
            cell: ({ number, text }) => <Numbered path={`/decisions/${number}`} number={number} text={text} />,
          },
          { head: said.proposedBy, cell: ({ proposedBy }) => proposedBy?.name },
        ]}
      />
    </section>
  )
}

/** Who does what by when; what is still missing stands out. */
export function ReadBackActions({ actions }: { actions: readonly Action[] }) {
  const said = useWords(readBackWords)
  const counted = said.actions(actions.length)
  return (
    <section>
      <h2>{counted}</h2>
      <RegisterTable
        name={counted}
        rows={actions}
        columns={[
          {
            head: said.action,
            cell: ({ id, number, title }) => <Numbered path={`/actions/${id}`} number={number} text={title} />,
          },
          { head: said.owner, cell: (action) => <Owner action={action} /> },
          { head: said.due, narrow: true, cell: (action) => <Due action={action} /> },
        ]}
      />
    </section>
  )
}

const Numbered = ({ path, number, text }: { path: string; number: number; text: string }) => (
  <>
    <Link href={path}>{number}</Link> · <EnglishContent text={text} />
  </>
)

function Owner({ action: { owner, acceptance } }: { action: Action }) {
  const said = useWords(readBackWords)
  const asked = useWords(words)
  if (!owner) return <Missing what={said.ownerMissing} />
  return (
    <>
      <Content text={owner.label} />
      {acceptance?.waiting && <span className="meta"> ({asked.notYetAccepted})</span>}
    </>
  )
}

function Due({ action: { due } }: { action: Action }) {
  const said = useWords(readBackWords)
  const dates = useDates()
  if (!due) return <Missing what={said.dueMissing} />
  const day = dueDay(due)
  return day ? dates.day(day) : <EnglishContent text={due.label} />
}

const Missing = ({ what }: { what: string }) => (
  <Flag tone="attention" icon="unset">
    {what}
  </Flag>
)
