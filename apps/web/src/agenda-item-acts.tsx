import { lazy, Suspense, useState } from 'react'
import { ItemComments } from './features/comments/item-comments'
import type { AgendaItemSlot } from './features/meetings/slots'
import { restrictedWords } from './features/restricted-items/words'
import { useWords } from './platform/words'
import { Button } from './ui/button'

const RestrictAgendaItem = lazy(async () => ({
  default: (await import('./features/restricted-items/restrict-agenda-item')).RestrictAgendaItem,
}))

/** What is said about an item of an agenda, and, while it is arranged, who may see it at all. */
export function AgendaItemActs({ meeting, item, arranging }: AgendaItemSlot) {
  const words = useWords(restrictedWords)
  const [asking, setAsking] = useState(false)
  return (
    <div className="item-acts">
      <ItemComments meeting={meeting} item={item} />
      {arranging && (
        <Button
          weight="bare"
          small
          aria-haspopup="dialog"
          aria-label={words.restrictItem(item.title)}
          onClick={() => setAsking(true)}
        >
          {words.restrict}
        </Button>
      )}
      <Suspense fallback={null}>
        {asking && <RestrictAgendaItem meetingId={meeting.id} item={item} onClose={() => setAsking(false)} />}
      </Suspense>
    </div>
  )
}
