import { useCommand } from '../../platform/commands'
import { useOwnerOptions } from '../../platform/owner-options'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import { type PracticeRowFragment, PublishGoodPracticeDocument, SetPracticeReviewDocument } from './evidence.graphql'
import { evidenceWords } from './words'

interface DialogProps {
  practice: PracticeRowFragment
  onClose: () => void
}

/** Who answers for an entry, and when it is looked at again: it is published with both or not at all. */
export function ReviewDialog({ practice, onClose }: DialogProps) {
  const words = useWords(evidenceWords)
  const options = useOwnerOptions()
  const command = useCommand(SetPracticeReviewDocument, {
    what: { en: evidenceWords.en.setReview, cy: evidenceWords.cy.setReview },
  })
  return (
    <FormDialog
      title={words.setReview}
      save={words.save}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'owner',
          label: words.owner,
          kind: 'choice',
          options: [{ value: '', name: words.choose }, ...options],
        },
        { name: 'reviewOn', label: words.reviewOn, kind: 'day', first: practice.reviewOn ?? '' },
      ]}
      send={({ owner, reviewOn = '' }) => {
        const input = options.find(({ value }) => value === owner)?.input ?? {}
        return command.run({ id: practice.id, owner: input, reviewOn })
      }}
    />
  )
}

export function PublishDialog({ practice, onClose }: DialogProps) {
  const words = useWords(evidenceWords)
  const command = useCommand(PublishGoodPracticeDocument, {
    what: { en: evidenceWords.en.publish, cy: evidenceWords.cy.publish },
  })
  return (
    <FormDialog
      title={words.publish}
      save={words.publish}
      done={words.publishDone}
      command={command}
      onClose={onClose}
      asked={[]}
      send={() => command.run({ id: practice.id })}
    >
      <p>{words.publishText}</p>
    </FormDialog>
  )
}
