import { whyNotClosePhase, whyNotPlanPhase } from '@camau/domain'
import { lazy, Suspense, useState } from 'react'
import { domainName } from '../../platform/enums'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import type { PhaseShown } from './phase-shown'
import type { PhasesQuery } from './phases.graphql'
import { phaseWords } from './words'

const PlanPhaseDialog = lazy(async () => ({ default: (await import('./plan-phase-dialog')).PlanPhaseDialog }))
const ClosePhaseDialog = lazy(async () => ({ default: (await import('./close-phase-dialog')).ClosePhaseDialog }))

/** Planning the days and closing, for those who may. */
export function PhaseActs({ phase, bodies }: { phase: PhaseShown; bodies: PhasesQuery['bodies'] }) {
  const words = useWords(phaseWords)
  const viewer = useViewer()
  const [open, setOpen] = useState<'plan' | 'close' | null>(null)
  const found = bodies.find(({ kind }) => kind === 'ADVISORY_GROUP')
  if (!found) return null
  const advisory = { id: found.id, kind: 'advisory-group', parentId: null, status: domainName(found.status) } as const
  const held = { id: phase.id, number: phase.number, status: domainName(phase.status) }
  const mayPlan = whyNotPlanPhase(viewer, advisory, held) === null
  const mayClose = whyNotClosePhase(viewer, advisory, held) === null
  if (!mayPlan && !mayClose) return null
  return (
    <div className="row no-print">
      {mayPlan && (
        <Button small aria-haspopup="dialog" onClick={() => setOpen('plan')}>
          {words.planIt}
        </Button>
      )}
      {mayClose && (
        <Button small aria-haspopup="dialog" onClick={() => setOpen('close')}>
          {words.close}
        </Button>
      )}
      <Suspense fallback={null}>
        {open === 'plan' && <PlanPhaseDialog phase={phase} onClose={() => setOpen(null)} />}
        {open === 'close' && <ClosePhaseDialog phase={phase} onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  )
}
