import { whyNotChooseSupporters } from '@camau/domain'
import { useId, useState } from 'react'
import { useContent } from '../../platform/content'
import { useViewer } from '../../platform/viewer'
import { useWords } from '../../platform/words'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FieldFrame } from '../../ui/field'
import { ProblemSummary } from '../../ui/problem-summary'
import { heldAction } from './held-action'
import type { OwnerOption } from './owner-options'
import { OwnerPicker } from './owner-picker'
import { OwnerText } from './owner-text'
import { passingWords } from './passing-words'
import { stepWords } from './step-words'
import { useActionSupporters } from './use-action-supporters'
import { useOwnerOptions } from './use-owner-options'
import { useRefusedWords } from './use-refused-words'
import type { ActionLife } from './walk-steps'

/** Who helps the owner; those who rule on the action, and the owner, add and remove them. */
export function ActionSupporters({ action }: { action: ActionLife }) {
  const words = useWords(passingWords)
  const inWords = useContent()
  const { remove, busy } = useActionSupporters(action)
  const [adding, setAdding] = useState(false)
  const mayChoose = !whyNotChooseSupporters(useViewer(), heldAction(action))
  return (
    <>
      <ul>
        {action.supportedBy.map((one) => (
          <li key={`${one.body?.id} ${one.office} ${one.person?.id}`} className="row">
            <OwnerText owner={one} />
            {mayChoose && (
              <Button
                small
                weight="bare"
                icon="cross"
                busy={busy}
                aria-label={words.remove(inWords(one.label))}
                onClick={() => void remove(one)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayChoose && (
        <Button small weight="bare" icon="plus" aria-haspopup="dialog" onClick={() => setAdding(true)}>
          {words.buttons.support}
        </Button>
      )}
      {adding && <SupporterDialog action={action} onClose={() => setAdding(false)} />}
    </>
  )
}

function SupporterDialog({ action, onClose }: { action: ActionLife; onClose: () => void }) {
  const words = useWords(passingWords)
  const steps = useWords(stepWords)
  const refusedWords = useRefusedWords()
  const fieldId = useId()
  const options = useOwnerOptions()
  const { add, busy } = useActionSupporters(action)
  const [picked, setPicked] = useState<OwnerOption | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const submit = async () => {
    if (!picked) return setWrong(steps.problems['owner-needed'])
    const result = await add(picked.owner)
    if (result.state === 'refused') setWrong(refusedWords(result.refused))
    else onClose()
  }
  return (
    <Dialog title={words.titles.support(action.number)} onClose={onClose}>
      <form
        noValidate
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <ProblemSummary problems={wrong ? [{ fieldId, words: wrong }] : []} />
        <FieldFrame id={fieldId} label={words.supporter} hint={words.supporterHint} wrong={wrong}>
          {(wiring) => <OwnerPicker field={wiring} options={options} value={picked} onPick={setPicked} />}
        </FieldFrame>
        <div className="row">
          <Button type="submit" weight="go" busy={busy}>
            {words.buttons.support}
          </Button>
          <Button onClick={onClose}>{steps.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
