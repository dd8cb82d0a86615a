import { unfinishedStatuses, whyNotPropose } from '@camau/domain'
import { useState } from 'react'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { heldAction } from './held-action'
import { passingWords } from './passing-words'
import { ProposeActionDialog } from './propose-action-dialog'
import type { StepButtonProps } from './step-button'

/** Whoever may write in the body divides an unfinished action; its parts are not divided again. */
export function AddPartButton({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(passingWords)
  const [open, setOpen] = useState(false)
  const { record, body } = heldAction(row)
  const divisible = record.parentId === null && unfinishedStatuses.includes(record.status)
  if (whyNotPropose(useViewer(), body) || !divisible) return null
  return (
    <>
      <Button small weight={weight} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.buttons.divide}
      </Button>
      {open && <ProposeActionDialog bodyId={row.body.id} parent={row} onClose={() => setOpen(false)} />}
    </>
  )
}
