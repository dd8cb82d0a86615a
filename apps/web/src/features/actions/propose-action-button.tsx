import { type BodyPlace, whyNotPropose } from '@camau/domain'
import { useState } from 'react'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { ProposeActionDialog } from './propose-action-dialog'
import { stepWords } from './step-words'

/** Whoever may write in the body raises an action; its chair then decides. Without a body, one is chosen in the form. */
export function ProposeActionButton({ body }: { body: BodyPlace | null }) {
  const words = useWords(stepWords)
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  if (body ? whyNotPropose(viewer, body) : viewer.offices.length === 0) return null
  return (
    <>
      <Button weight="go" icon="plus" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.buttons.propose}
      </Button>
      {open && <ProposeActionDialog bodyId={body?.id ?? null} onClose={() => setOpen(false)} />}
    </>
  )
}
