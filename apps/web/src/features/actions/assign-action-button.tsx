import { whyNotAssign } from '@camau/domain'
import { useId, useState } from 'react'
import { useRefusalWords } from '../../platform/refused'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FieldFrame } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import type { LogRow } from './action-status'
import { versionOf } from './clashes'
import { heldAction, ownerOf } from './held-action'
import { type OwnerOption, optionFor } from './owner-options'
import { OwnerPicker } from './owner-picker'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'
import { useAssignAction } from './use-assign-action'
import { useOwnerOptions } from './use-owner-options'

/** Chairs and vice-chairs of the body give it an owner, who then accepts or declines. */
export function AssignActionButton({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(stepWords)
  const [open, setOpen] = useState(false)
  if (whyNotAssign(useViewer(), heldAction(row))) return null
  return (
    <>
      <Button small weight={weight} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {row.owner ? words.buttons['assign-other'] : words.buttons.assign}
      </Button>
      {open && <AssignDialog row={row} onClose={() => setOpen(false)} />}
    </>
  )
}

function AssignDialog({ row, onClose }: { row: LogRow; onClose: () => void }) {
  const words = useWords(stepWords)
  const refusalWords = useRefusalWords()
  const fieldId = useId()
  const options = useOwnerOptions()
  const { run, busy } = useAssignAction(row, options)
  const [basedOn] = useState(() => versionOf(row, 'owner'))
  const [picked, setPicked] = useState<OwnerOption | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)

  const submit = async () => {
    if (!picked) return setWrong(words.problems['owner-needed'])
    const result = await run(picked, basedOn)
    if (result.state !== 'refused' || result.refused.code === 'changed-since') onClose()
    else setWrong(refusalWords(result.refused.code))
  }

  return (
    <Dialog title={words.titles.assign(row.number)} onClose={onClose}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <ProblemSummary problems={wrong ? [{ fieldId, words: wrong }] : []} />
        <FieldFrame id={fieldId} label={words.owner} hint={words.ownerHint} wrong={wrong}>
          {(wiring) => (
            <OwnerPicker
              field={wiring}
              options={options}
              value={picked ?? optionFor(options, ownerOf(row))}
              onPick={setPicked}
            />
          )}
        </FieldFrame>
        <div className="row">
          <Button type="submit" weight="go" busy={busy}>
            {words.save}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
