import { useQuery } from '@apollo/client/react'
import { limits, whyNotOfferTransfer, whyNotTakeOn, whyNotWithdrawTransfer } from '@camau/domain'
import { useState } from 'react'
import { domainName } from '../../platform/enums'
import { ContentOption } from '../../platform/named-content'
import { shortName } from '../../platform/short-name'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Select } from '../../ui/field'
import type { LogRow } from './action-status'
import { PossibleOwnersDocument } from './actions.graphql.js'
import { heldAction } from './held-action'
import { passingWords } from './passing-words'
import type { StepButtonProps } from './step-button'
import { stepWords } from './step-words'
import { TextStep } from './text-step'
import { useActionTransfer } from './use-action-transfer'

/** Those who rule on it offer it to another body, and say why; until that body answers they may take the offer back. */
export function TransferActionButton({ row, weight = 'plain' }: StepButtonProps) {
  const words = useWords(passingWords)
  const steps = useWords(stepWords)
  const viewer = useViewer()
  const { offer, withdraw, busy } = useActionTransfer(row)
  const [bodyId, setBodyId] = useState('')
  if (!whyNotWithdrawTransfer(viewer, heldAction(row)))
    return (
      <Button small weight={weight} busy={busy} onClick={() => void withdraw()}>
        {words.buttons['withdraw-transfer']}
      </Button>
    )
  return (
    <TextStep
      offered={!whyNotOfferTransfer(viewer, heldAction(row))}
      verb={words.buttons.transfer}
      title={words.titles.transfer(row.number)}
      label={steps.reason}
      hint={words.transferHint}
      limit={limits.reason}
      needed="reason-needed"
      before={<BodyChoice row={row} value={bodyId} onChange={setBodyId} />}
      missing={() => (bodyId ? null : words.chooseBody)}
      weight={weight}
      run={(reason) => offer(bodyId, reason)}
    />
  )
}

function BodyChoice({ row, value, onChange }: { row: LogRow; value: string; onChange: (id: string) => void }) {
  const words = useWords(passingWords)
  const { data } = useQuery(PossibleOwnersDocument, { fetchPolicy: 'cache-first' })
  const bodies = (data?.bodies ?? []).filter(({ id, kind, status }) => {
    return whyNotTakeOn(heldAction(row), { id, kind: domainName(kind), status: domainName(status) }) === null
  })
  return (
    <Select label={words.toBody} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{words.chooseBody}</option>
      {bodies.map(({ id, name }) => (
        <ContentOption key={id} value={id} text={shortName(name)} />
      ))}
    </Select>
  )
}
