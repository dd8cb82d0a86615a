import { type BodyPlace, type MeetingStatus, whyClosed, whyNotPrepare } from '@camau/domain'
import { lazy, Suspense, useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useContent } from '../../platform/content'
import { useRoom } from '../../platform/live'
import { useRecords } from '../../platform/records'
import { useRefusalWords } from '../../platform/refused'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Skeleton } from '../../ui/skeleton'
import { AddRestrictedItem } from './add-restricted-item'
import {
  LiftRestrictedItemDocument,
  RemoveRestrictedItemDocument,
  RestrictedItemsDocument,
  type RestrictedSlotLineFragment,
} from './restricted-items.graphql'
import { restrictedWords } from './words'

// The editor is loaded by those who open the notes.
const ItemNotes = lazy(async () => ({ default: (await import('./item-notes')).ItemNotes }))

interface RestrictedItemsProps {
  meeting: { id: string; body: BodyPlace; status: MeetingStatus; agenda: readonly { id: string; title: string }[] }
}

/** Restricted items of the agenda: what they are for those they name; for everybody else that they are there, and for how long. */
export function RestrictedItems({ meeting }: RestrictedItemsProps) {
  const words = useWords(restrictedWords)
  const viewer = useViewer()
  const { data, retry } = useRecords(RestrictedItemsDocument, { meetingId: meeting.id })
  useRoom(`body:${meeting.body.id}`, { onLists: retry })
  const [adding, setAdding] = useState(false)
  const mayAdd = whyNotPrepare(viewer, meeting.body) === null && whyClosed(meeting) === null
  const slots = data?.meeting.restrictedItems ?? []
  if (slots.length === 0 && !mayAdd) return null
  return (
    <section className="stack-s" aria-labelledby="restricted-items">
      <h2 className="side" id="restricted-items">
        {words.title}
      </h2>
      {slots.map((slot) => (
        <Slot key={slot.id} slot={slot} agenda={meeting.agenda} mayRemove={mayAdd} onChange={retry} />
      ))}
      {mayAdd && data && (
        <Button small icon="lock" aria-haspopup="dialog" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
      {adding && data && (
        <AddRestrictedItem
          meetingId={meeting.id}
          agenda={meeting.agenda}
          named={data.meeting.body.usualRestriction}
          onClose={() => setAdding(false)}
          onDone={retry}
        />
      )}
    </section>
  )
}

interface SlotProps {
  slot: RestrictedSlotLineFragment
  agenda: RestrictedItemsProps['meeting']['agenda']
  mayRemove: boolean
  onChange: () => void
}

function Slot({ slot: { id, item, minutes, afterId }, agenda, mayRemove, onChange }: SlotProps) {
  const words = useWords(restrictedWords)
  const content = useContent()
  const refusal = useRefusalWords()
  const [open, setOpen] = useState(false)
  const remove = useCommand(RemoveRestrictedItemDocument, {
    what: { en: restrictedWords.en.remove, cy: restrictedWords.cy.remove },
  })
  const lift = useCommand(LiftRestrictedItemDocument, {
    what: { en: restrictedWords.en.lift, cy: restrictedWords.cy.lift },
  })
  const liftNow = async () => {
    const { state } = await lift.run({ id })
    if (state === 'done') announce(words.lifted)
    onChange()
  }
  const before = agenda.find((one) => one.id === afterId)
  return (
    <div className="stack-s">
      <p>
        <Icon name="lock" /> <b>{item?.title ?? words.someItem}</b>
      </p>
      <p className="meta">
        {words.minutes(minutes)}, {before ? words.after(before.title) : words.first}
      </p>
      {item && <p className="meta">{words.for(item.restrictedTo.map(({ label }) => content(label)).join('; '))}</p>}
      {item && (
        <div className="row no-print">
          <Button small aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.close : words.open}
          </Button>
          {mayRemove && (
            <Button small weight="bare" busy={remove.busy} onClick={() => void remove.run({ id }).then(onChange)}>
              {words.remove}
            </Button>
          )}
          {mayRemove && (
            <Button small weight="bare" busy={lift.busy} onClick={() => void liftNow()}>
              {words.lift}
            </Button>
          )}
        </div>
      )}
      {lift.refused && <p className="meta s-late flag">{refusal(lift.refused.code)}</p>}
      {item && open && (
        <Suspense fallback={<Skeleton rows={2} />}>
          <ItemNotes id={item.id} title={item.title} />
        </Suspense>
      )}
    </div>
  )
}
