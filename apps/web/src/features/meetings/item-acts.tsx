import { whyNotSetUnfinished } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { newId, useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { businessWords } from './business-words'
import { EditItemDialog } from './edit-item-dialog'
import { heldMeeting } from './held-meeting'
import type { MeetingOnPage } from './meeting-on-page'
import { ParkItemDocument, SetItemUnfinishedDocument } from './meetings.graphql'

type Item = MeetingOnPage['agenda'][number]

interface ItemActsProps {
  meeting: MeetingOnPage
  item: Item
  onEdit: (item: Item) => Promise<boolean>
}

/** What else can be done with an item while the agenda is arranged: reword it, park it, leave it for the next meeting. */
export function ItemActs({ meeting, item, onEdit }: ItemActsProps) {
  const said = useWords(businessWords)
  const refusal = useRefusalWords()
  const [editing, setEditing] = useState(false)
  const what = { en: businessWords.en.park(item.title), cy: businessWords.cy.park(item.title) }
  const { run, busy, refused } = useCommand(ParkItemDocument, { what })
  const park = async () => {
    const { state } = await run({ id: meeting.id, itemId: item.id, parkedId: newId() })
    if (state !== 'refused') announce(said.parkedNow(item.title))
  }
  const open = meeting.status === 'PLANNED' || meeting.status === 'IN_SESSION'
  return (
    <div className="item-acts">
      <Button
        weight="bare"
        small
        aria-haspopup="dialog"
        aria-label={said.edit(item.title)}
        onClick={() => setEditing(true)}
      >
        {said.editShort}
      </Button>
      {open && (
        <Button weight="bare" small busy={busy} aria-label={said.park(item.title)} onClick={park}>
          {said.parkShort}
        </Button>
      )}
      <UnfinishedButton meeting={meeting} item={item} short />
      {refused && <span className="meta s-late flag">{refusal(refused.code)}</span>}
      {editing && <EditItemDialog item={item} onSave={onEdit} onClose={() => setEditing(false)} />}
    </div>
  )
}

interface UnfinishedButtonProps {
  meeting: MeetingOnPage
  item: Pick<Item, 'id' | 'title' | 'unfinished'>
  /** Where room is short. */
  short?: boolean
}

/** Leaves an item for the next meeting of the body, or not after all. */
export function UnfinishedButton({ meeting, item, short = false }: UnfinishedButtonProps) {
  const said = useWords(businessWords)
  const refusal = useRefusalWords()
  const viewer = useViewer()
  const what = { en: businessWords.en.leave, cy: businessWords.cy.leave }
  const { run, busy, refused } = useCommand(SetItemUnfinishedDocument, { what })
  if (whyNotSetUnfinished(viewer, heldMeeting(meeting)) !== null) return null
  const words = item.unfinished ? said.finish : said.leave
  return (
    <>
      <Button
        weight="bare"
        small
        busy={busy}
        aria-label={`${words}: ${item.title}`}
        onClick={() => void run({ id: meeting.id, itemId: item.id, unfinished: !item.unfinished })}
      >
        {short ? (item.unfinished ? said.finishShort : said.leaveShort) : words}
      </Button>
      {refused && <span className="meta s-late flag">{refusal(refused.code)}</span>}
    </>
  )
}
