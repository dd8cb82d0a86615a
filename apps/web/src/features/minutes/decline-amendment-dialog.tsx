import { useCommand } from '../../platform/commands'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import { amendmentWords } from './amendment-words'
import { type AmendmentFragment, DeclineAmendmentDocument } from './minutes.graphql'

interface DeclineAmendmentDialogProps {
  amendment: AmendmentFragment
  onClose: () => void
}

/** A chair says no, and why. */
export function DeclineAmendmentDialog({ amendment: { id, number }, onClose }: DeclineAmendmentDialogProps) {
  const said = useWords(amendmentWords)
  const what = { en: amendmentWords.en.declineTitle(number), cy: amendmentWords.cy.declineTitle(number) }
  const command = useCommand(DeclineAmendmentDocument, { what, patient: true })
  return (
    <FormDialog
      title={said.declineTitle(number)}
      save={said.decline}
      done={said.answered(number)}
      command={command}
      onClose={onClose}
      asked={[{ name: 'reason', label: said.reason, kind: 'text', most: 'reason' }]}
      send={({ reason = '' }) => command.run({ id, reason: reason.trim() })}
    />
  )
}
