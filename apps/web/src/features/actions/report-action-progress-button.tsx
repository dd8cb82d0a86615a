import { limits, whyNotReport } from '@camau/domain'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { heldAction } from './held-action'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'
import { TextStep } from './text-step'
import { useReportActionProgress } from './use-report-action-progress'

/** The owner says how far it has come. */
export function ReportActionProgressButton({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(stepWords)
  const { run } = useReportActionProgress(row)
  const offered = !whyNotReport(useViewer(), heldAction(row))
  return (
    <TextStep
      offered={offered}
      verb={words.buttons.report}
      title={words.titles.report(row.number)}
      label={words.progress}
      hint={words.progressHint}
      limit={limits.progress}
      needed="text-needed"
      weight={weight}
      run={run}
    />
  )
}
