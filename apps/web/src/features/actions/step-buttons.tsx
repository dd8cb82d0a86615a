import { type ComponentType, type FocusEvent, type ReactNode, useEffect, useRef } from 'react'
import { useViewer } from '../../platform/viewer'
import { AcceptActionButton } from './accept-action-button'
import type { LogRow } from './action-status'
import { AnswerTransferButtons } from './answer-transfer-buttons'
import { AssignActionButton } from './assign-action-button'
import { CloseActionButton } from './close-action-button'
import { CompleteActionButton } from './complete-action-button'
import { DeclineActionButton } from './decline-action-button'
import { DropActionButton } from './drop-action-button'
import { ReopenActionButton } from './reopen-action-button'
import { ReportActionProgressButton } from './report-action-progress-button'
import { SetActionDueDateButton } from './set-action-due-date-button'
import type { StepButtonProps } from './step-button'
import { type Step, stepsOpenTo } from './steps-open-to'

// In the order in which they are offered; the first of those that answer a question is the filled one.
const buttons: readonly [Step, ComponentType<StepButtonProps>][] = [
  ['accept', AcceptActionButton],
  ['report', ReportActionProgressButton],
  ['assign', AssignActionButton],
  ['decline', DeclineActionButton],
  ['complete', CompleteActionButton],
  ['set-due', SetActionDueDateButton],
  ['close', CloseActionButton],
  ['reopen', ReopenActionButton],
  ['drop', DropActionButton],
]

interface StepButtonsProps {
  row: LogRow
  /** The step was taken and its button is gone; without it the focus goes to the next button. */
  onTaken?: () => void
  /** Stands behind the buttons: a link to the action's page. */
  children?: ReactNode
}

/** Everything this person may do with the action. */
export function StepButtons({ row, onTaken, children }: StepButtonsProps) {
  const open = stepsOpenTo(useViewer(), row)
  const main = mainStep(row, open)
  const group = useNextFocus(onTaken)
  return (
    <div {...group} className="row no-print">
      <AnswerTransferButtons row={row} weight={row.transfer ? 'go' : 'plain'} />
      {buttons.map(([step, StepButton]) => (
        <StepButton key={step} row={row} weight={step === main ? 'go' : 'plain'} />
      ))}
      {children}
    </div>
  )
}

/** A step taken may take its button away: the focus then goes to the next one instead of nowhere. */
function useNextFocus(onTaken: (() => void) | undefined) {
  const ref = useRef<HTMLDivElement>(null)
  const within = useRef(false)
  const taken = useRef(onTaken)
  taken.current = onTaken
  useEffect(() => {
    const group = ref.current
    if (!group) return
    const watcher = new MutationObserver(() => {
      if (!within.current || document.activeElement !== document.body) return
      if (taken.current) taken.current()
      else group.querySelector('button')?.focus()
    })
    watcher.observe(group, { childList: true, subtree: true })
    return () => watcher.disconnect()
  }, [])
  return {
    ref,
    onFocus: () => {
      within.current = true
    },
    // A button that is taken away leaves for nowhere; a person who leaves goes somewhere.
    onBlur: (event: FocusEvent) => {
      if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) within.current = false
    },
  }
}

/** What the action waits for next, if this person can do it. */
function mainStep(row: LogRow, open: readonly Step[]): Step | undefined {
  if (row.status === 'DONE') return open.find((step) => step === 'close')
  const order: readonly Step[] = row.owner ? ['accept', 'report'] : ['assign']
  return order.find((step) => open.includes(step))
}
