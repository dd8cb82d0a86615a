import { type BodyStep, whyNotBodyStep, whyNotProposeBody } from '@camau/domain'
import { lazy, Suspense, useState } from 'react'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import type { BodyInLife } from './body-in-life'
import { heldBody } from './held-body'
import { lifeWords } from './life-words'

const BodyStepDialog = lazy(async () => ({ default: (await import('./body-step-dialog')).BodyStepDialog }))
const CloseBodyDialog = lazy(async () => ({ default: (await import('./close-body-dialog')).CloseBodyDialog }))
const ProposeBodyDialog = lazy(async () => ({ default: (await import('./propose-body-dialog')).ProposeBodyDialog }))

type Opened = BodyStep | 'propose' | null
const steps: readonly BodyStep[] = ['start', 'reestablish', 'nameSuccessor', 'close']

/** Where the body stands in its life, and the steps that the person may take now. */
export function BodyLifeButtons({ body }: { body: BodyInLife }) {
  const words = useWords(lifeWords)
  const viewer = useViewer()
  const [open, setOpen] = useState<Opened>(null)
  const held = heldBody(body)
  const may = steps.filter((step) => whyNotBodyStep(viewer, held, step) === null)
  const group = { id: '', kind: 'task-and-finish', parentId: body.id, status: 'proposed' } as const
  const keepsGroups = body.status === 'ACTIVE' && (held.kind === 'advisory-group' || held.kind === 'workstream')
  const maySetUp = keepsGroups && whyNotProposeBody(viewer, group) === null
  const close = () => setOpen(null)
  return (
    <>
      {body.status === 'CLOSED' && <p className="notice">{words.closedNote}</p>}
      {body.status === 'PROPOSED' && <p className="notice">{words.proposedNote}</p>}
      {(maySetUp || may.length > 0) && (
        <div className="row no-print">
          {maySetUp && <StepButton name={words.setUp} onClick={() => setOpen('propose')} />}
          {may.map((step) => (
            <StepButton key={step} name={words[step]} onClick={() => setOpen(step)} />
          ))}
        </div>
      )}
      <Suspense fallback={null}>
        {open === 'propose' && <ProposeBodyDialog parent={body} onClose={close} />}
        {open === 'close' && <CloseBodyDialog body={body} onClose={close} />}
        {open !== null && open !== 'propose' && open !== 'close' && (
          <BodyStepDialog body={body} step={open} onClose={close} />
        )}
      </Suspense>
    </>
  )
}

function StepButton({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <Button small aria-haspopup="dialog" onClick={onClick}>
      {name}
    </Button>
  )
}
