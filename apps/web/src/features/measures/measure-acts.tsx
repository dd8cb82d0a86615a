import { useState } from 'react'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { AddFigureDialog } from './add-figure-dialog'
import { DefineDialog, DutyDialog, OwnerDialog, RetireDialog, RiskDialog } from './measure-dialogs'
import type { MeasureRowFragment } from './measures.graphql'
import { measureWords } from './words'

type Act = 'figure' | 'define' | 'duty' | 'owner' | 'risk' | 'retire'

/** What those who keep the measure can do with it; nothing once it is retired. */
export function MeasureActs({ measure }: { measure: MeasureRowFragment }) {
  const words = useWords(measureWords)
  const [act, setAct] = useState<Act | null>(null)
  if (measure.retired) return null
  const close = () => setAct(null)
  return (
    <>
      <Button weight="go" icon="plus" aria-haspopup="dialog" onClick={() => setAct('figure')}>
        {words.addFigure}
      </Button>
      <Button aria-haspopup="dialog" onClick={() => setAct('define')}>
        {words.define}
      </Button>
      <Button aria-haspopup="dialog" onClick={() => setAct('owner')}>
        {words.setOwner}
      </Button>
      {measure.reduction && (
        <Button aria-haspopup="dialog" onClick={() => setAct('duty')}>
          {words.assignDuty}
        </Button>
      )}
      {measure.reduction && (
        <Button aria-haspopup="dialog" onClick={() => setAct('risk')}>
          {words.setRisk}
        </Button>
      )}
      <Button aria-haspopup="dialog" onClick={() => setAct('retire')}>
        {words.retire}
      </Button>
      {act === 'figure' && <AddFigureDialog measure={measure} onClose={close} />}
      {act === 'define' && <DefineDialog measure={measure} onClose={close} />}
      {act === 'duty' && <DutyDialog measure={measure} onClose={close} />}
      {act === 'owner' && <OwnerDialog measure={measure} onClose={close} />}
      {act === 'risk' && <RiskDialog measure={measure} onClose={close} />}
      {act === 'retire' && <RetireDialog measure={measure} onClose={close} />}
    </>
  )
}
