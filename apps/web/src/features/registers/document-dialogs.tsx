import type { LocalText } from '@camau/domain'
import { useCommand } from '../../platform/commands'
import { Content } from '../../platform/content'
import { useOwnerOptions } from '../../platform/owner-options'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import { documentWords } from './document-words'
import {
  type DocumentStateFragment,
  type PublicationStage,
  ReportUptakeDocument,
  SetPublicationStateDocument,
  type TranslationState,
} from './registers.graphql'

interface DialogProps {
  state: DocumentStateFragment
  title: LocalText
  onClose: () => void
}

const stages: readonly PublicationStage[] = [
  'PLANNED',
  'IN_DEVELOPMENT',
  'IN_CONSULTATION',
  'UNDER_REVIEW',
  'PUBLISHED',
  'IN_FORCE',
  'AMENDED',
]
const translations: readonly TranslationState[] = [
  'NOT_STATED',
  'NOT_NEEDED',
  'AWAITING',
  'IN_TRANSLATION',
  'BOTH_LANGUAGES',
]

/** Where a document stands now. */
export function DocumentDialog({ state, title, onClose }: DialogProps) {
  const words = useWords(documentWords)
  const owners = useOwnerOptions()
  const command = useCommand(SetPublicationStateDocument, {
    what: { en: documentWords.en.change, cy: documentWords.cy.change },
  })
  return (
    <FormDialog
      title={<Content text={title} />}
      save={words.save}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'stage',
          label: words.stage,
          kind: 'choice',
          optional: true,
          first: state.stage,
          options: [
            { value: '', name: words.asItIs },
            ...stages.map((value) => ({ value, name: words.stages[value] })),
          ],
        },
        { name: 'edition', label: words.edition, most: 'label', optional: true, first: state.edition ?? '' },
        {
          name: 'owner',
          label: words.owner,
          kind: 'choice',
          optional: true,
          options: [{ value: '', name: words.asItIs }, ...owners],
        },
        {
          name: 'translation',
          label: words.translation,
          kind: 'choice',
          first: state.translation,
          options: translations.map((value) => ({ value, name: words.translations[value] })),
        },
      ]}
      send={(given) =>
        command.run({
          id: state.id,
          stage: stages.find((one) => one === given.stage) ?? null,
          edition: given.edition?.trim() || null,
          owner: owners.find(({ value }) => value === given.owner)?.input ?? null,
          translation: translations.find((one) => one === given.translation) ?? null,
        })
      }
    />
  )
}

/** What is known of the use of a published document. */
export function UptakeDialog({ state, title, onClose }: DialogProps) {
  const words = useWords(documentWords)
  const command = useCommand(ReportUptakeDocument, {
    what: { en: documentWords.en.report, cy: documentWords.cy.report },
  })
  return (
    <FormDialog
      title={<Content text={title} />}
      save={words.save}
      done={words.saved}
      command={command}
      onClose={onClose}
      asked={[{ name: 'text', label: words.uptake, kind: 'text', most: 'progress' }]}
      send={({ text = '' }) => command.run({ id: state.id, text })}
    />
  )
}
