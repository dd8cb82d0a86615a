import { limits, whyNotEditMeeting } from '@camau/domain'
import { useState } from 'react'
import { formatTime } from '../../platform/dates'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { UndoBar } from '../../ui/undo-bar'
import { AddItem } from './add-item'
import { AgendaItem } from './agenda-item'
import type { AgendaPlan } from './agenda-times'
import { heldMeeting } from './held-meeting'
import type { MeetingOnPage } from './meeting-on-page'
import { useAgenda } from './use-agenda'
import { words } from './words'

interface AgendaProps {
  meeting: MeetingOnPage
  plan: AgendaPlan
  /** Takes the reader to the item in the minutes. */
  onVisit: (itemId: string) => void
}

/** The agenda with running times; those who prepare the meeting add, arrange and remove items in place. */
export function Agenda({ meeting, plan, onVisit }: AgendaProps) {
  const said = useWords(words)
  const viewer = useViewer()
  const mayEdit = whyNotEditMeeting(viewer, heldMeeting(meeting)) === null
  const [arranging, setArranging] = useState(false)
  const agenda = useAgenda(meeting)
  return (
    <section className="agenda" aria-labelledby="meeting-agenda">
      <h2 className="side" id="meeting-agenda">
        {said.agenda} {plan.lines.length > 0 && <span className="meta">{sumOf(plan, said)}</span>}
      </h2>
      {plan.lines.length === 0 && <p className="meta">{said.noAgenda}</p>}
      {plan.over > 0 && <p className="meta">{said.over(plan.over)}</p>}
      <ol>
        {plan.lines.map((line) => (
          <AgendaItem
            key={line.id}
            line={line}
            onVisit={onVisit}
            arrange={mayEdit && arranging ? { last: line.number === plan.lines.length, ...agenda } : null}
          />
        ))}
      </ol>
      {agenda.problem && (
        <p className="meta s-late flag" role="alert">
          {agenda.problem}
        </p>
      )}
      {mayEdit && (
        <div className="park">
          {plan.lines.length < limits.agendaItems && <AddItem onAdd={agenda.add} />}
          {plan.lines.length > 0 && (
            <Button weight="bare" small aria-pressed={arranging} onClick={() => setArranging(!arranging)}>
              {arranging ? said.arrangeDone : said.arrange}
            </Button>
          )}
        </div>
      )}
      {agenda.taken && (
        <UndoBar said={said.removed(agenda.taken.title)} onUndo={agenda.putBack} onGone={agenda.letGo} />
      )}
    </section>
  )
}

function sumOf({ minutes, endsAt }: AgendaPlan, said: { ends: typeof words.en.ends; length: typeof words.en.length }) {
  return said.ends(said.length(Math.floor(minutes / 60), minutes % 60), formatTime(endsAt))
}
