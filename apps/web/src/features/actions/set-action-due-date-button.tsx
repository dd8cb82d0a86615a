import { whyNotSetDueDate } from '@camau/domain'
import { useState } from 'react'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { DueForm } from './due-form'
import { heldAction } from './held-action'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'

/** Those who rule on it say when it is due; every earlier date stays in the history. */
export function SetActionDueDateButton({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(stepWords)
  const [open, setOpen] = useState(false)
  if (whyNotSetDueDate(useViewer(), heldAction(row))) return null
  return (
    <>
      <Button small weight={weight} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {row.due ? words.buttons['set-due'] : words.buttons['set-first-due']}
      </Button>
      {open && (
        <Dialog title={words.titles['set-due'](row.number)} onClose={() => setOpen(false)}>
          <DueForm row={row} onClose={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  )
}
