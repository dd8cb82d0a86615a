import { type BodyPlace, whyNotComment } from '@camau/domain'
import { useState } from 'react'
import { useRoom } from '../../platform/live'
import { AroundContent } from '../../platform/named-content'
import { useRecords } from '../../platform/records'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Comments } from './comments'
import { CommentCountsDocument } from './comments.graphql'
import { commentWords } from './words'

interface ItemCommentsProps {
  meeting: { id: string; body: BodyPlace; agenda: readonly { id: string }[] }
  item: { id: string; title: string }
}

/** How much is said about an item of an agenda, and the way to it. One question counts for the whole agenda. */
export function ItemComments({ meeting, item }: ItemCommentsProps) {
  const words = useWords(commentWords)
  const viewer = useViewer()
  const place = { space: 'body', body: meeting.body } as const
  const aboutItem = ({ id }: { id: string }) => ({ type: 'AgendaItem', id: `${meeting.id}:${id}` }) as const
  const { data, retry } = useRecords(CommentCountsDocument, { about: meeting.agenda.map(aboutItem) })
  useRoom('programme', { onLists: retry })
  const [open, setOpen] = useState(false)
  const count = data?.commentCounts[meeting.agenda.findIndex(({ id }) => id === item.id)] ?? 0
  if (count === 0 && whyNotComment(viewer, place, null) !== null) return null
  const close = () => {
    setOpen(false)
    retry()
  }
  return (
    <>
      <Button
        weight="bare"
        small
        aria-haspopup="dialog"
        aria-label={`${words.of(item.title)} (${count})`}
        onClick={() => setOpen(true)}
      >
        {words.title} <span className="num">{count || ''}</span>
      </Button>
      {open && (
        <Dialog title={<AroundContent say={words.of} text={item.title} />} onClose={close}>
          <Comments about={aboutItem(item)} place={place} owner={null} />
        </Dialog>
      )}
    </>
  )
}
