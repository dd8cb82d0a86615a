import { limits, type Viewer } from '@camau/domain'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import type { LogRow } from './action-status'
import { passingWords } from './passing-words'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'
import { TextStep } from './text-step'
import { useActionTransfer } from './use-action-transfer'

/** The chair and vice-chair of the body it is offered to take it on or not. */
export function AnswerTransferButtons({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(passingWords)
  const steps = useWords(stepWords)
  const { accept, decline, busy } = useActionTransfer(row)
  const asked = isAsked(useViewer(), row)
  return (
    <>
      {asked && (
        <Button small weight={weight} busy={busy} onClick={() => void accept()}>
          {words.buttons['accept-transfer']}
        </Button>
      )}
      <TextStep
        offered={asked}
        verb={words.buttons['decline-transfer']}
        title={words.titles['decline-transfer'](row.number)}
        label={steps.reason}
        hint={words.declineHint}
        limit={limits.reason}
        needed="reason-needed"
        run={decline}
      />
    </>
  )
}

/** Whether the offer is this person's to answer: they lead the body it is offered to. */
function isAsked({ offices }: Viewer, { transfer }: Pick<LogRow, 'transfer'>): boolean {
  const leads = (office: string) => office === 'chair' || office === 'vice-chair'
  return offices.some(({ bodyId, office }) => transfer?.to.id === bodyId && leads(office))
}
