import { limits, whyNotEditMeeting } from '@camau/domain'
import { Fragment, useState } from 'react'
import { placeOf } from '../../platform/body-place'
import { EnglishContent } from '../../platform/content'
import { formatTime } from '../../platform/dates'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Flag } from '../../ui/status'
import { UndoBar } from '../../ui/undo-bar'
import { AddItem } from './add-item'
import { AgendaItem } from './agenda-item'
import type { AgendaPlan } from './agenda-times'
import { businessWords } from './business-words'
import { bySection } from './by-section'
import { Carried } from './carried'
import { heldMeeting } from './held-meeting'
import { ItemActs } from './item-acts'
import type { MeetingOnPage } from './meeting-on-page'
import type { MeetingSlots } from './slots'
import { useAgenda } from './use-agenda'
import { words } from './words'

interface AgendaProps {
  meeting: MeetingOnPage
  plan: AgendaPlan<MeetingOnPage['agenda'][number]>
  /** Takes the reader to the item in the minutes. */
  onVisit: (itemId: string) => void
  ItemSlot: MeetingSlots['AgendaItem']
}

/** The agenda with running times; those who prepare the meeting add, arrange and remove items in place. */
export function Agenda({ meeting, plan, onVisit, ItemSlot }: AgendaProps) {
  const said = useWords(words)
  const business = useWords(businessWords)
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
      {plan.overrun > 0 && (
        <p>
          <Flag tone="attention" icon="clock">
            {business.overrun(plan.overrun)}
          </Flag>
        </p>
      )}
      {mayEdit && arranging && <p className="meta">{business.dragHint}</p>}
      {bySection(plan.lines).map(({ section, lines }) => (
        <Fragment key={lines[0]?.id}>
          {section && (
            <h3 className="section">
              <EnglishContent text={section} />
            </h3>
          )}
          <ol>
            {lines.map((line) => (
              <AgendaItem
                key={line.id}
                line={line}
                onVisit={onVisit}
                arrange={mayEdit && arranging ? { last: line.number === plan.lines.length, ...agenda } : null}
              >
                {arranging && mayEdit && <ItemActs meeting={meeting} item={line} onEdit={agenda.edit} />}
                <ItemSlot
                  meeting={{ id: meeting.id, body: placeOf(meeting.body), agenda: meeting.agenda }}
                  item={line}
                  arranging={arranging && mayEdit}
                />
              </AgendaItem>
            ))}
          </ol>
        </Fragment>
      ))}
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
      <Carried meeting={meeting} mayEdit={mayEdit} />
      {agenda.taken && (
        <UndoBar said={said.removed(agenda.taken.title)} onUndo={agenda.putBack} onGone={agenda.letGo} />
      )}
    </section>
  )
}

function sumOf({ minutes, endsAt }: AgendaPlan, said: { ends: typeof words.en.ends; length: typeof words.en.length }) {
  return said.ends(said.length(Math.floor(minutes / 60), minutes % 60), formatTime(endsAt))
}
