import { whyNotProcedureStep } from '@camau/domain'
import { useState } from 'react'
import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useRefusalWords } from '../../platform/refused'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { FormDialog } from '../../ui/form-dialog'
import { heldProcedure } from './held-procedure'
import { CloseProcedureDocument, type ProcedureLineFragment, WithdrawProcedureDocument } from './procedures.graphql'
import { words } from './words'

/** Closing a vote whose time is over, and taking a question back: for those who prepare the body's meetings. */
export function ProcedureSteps({ procedure, now }: { procedure: ProcedureLineFragment; now: Date }) {
  const said = useWords(words)
  const refusal = useRefusalWords()
  const viewer = useViewer()
  const [withdrawing, setWithdrawing] = useState(false)
  const command = useCommand(CloseProcedureDocument, { what: { en: words.en.close, cy: words.cy.close } })
  const held = heldProcedure(procedure)
  const may = (step: 'close' | 'withdraw') => whyNotProcedureStep(viewer, held, step, now) === null
  const close = async () => {
    const { state } = await command.run({ id: procedure.id })
    if (state === 'done') announce(said.closed)
  }
  return (
    <>
      {command.refused && <span className="s-late flag">{refusal(command.refused.code)}</span>}
      {may('close') && (
        <Button weight="go" busy={command.busy} onClick={close}>
          {said.close}
        </Button>
      )}
      {may('withdraw') && (
        <Button aria-haspopup="dialog" onClick={() => setWithdrawing(true)}>
          {said.withdraw}
        </Button>
      )}
      {withdrawing && <WithdrawDialog id={procedure.id} onClose={() => setWithdrawing(false)} />}
    </>
  )
}

function WithdrawDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const said = useWords(words)
  const command = useCommand(WithdrawProcedureDocument, {
    what: { en: words.en.withdraw, cy: words.cy.withdraw },
    patient: true,
  })
  return (
    <FormDialog
      title={said.withdraw}
      save={said.withdraw}
      done={said.withdrawn}
      command={command}
      onClose={onClose}
      asked={[{ name: 'reason', label: said.reason, kind: 'text', most: 'reason' }]}
      send={({ reason = '' }) => command.run({ id, reason: reason.trim() })}
    />
  )
}
