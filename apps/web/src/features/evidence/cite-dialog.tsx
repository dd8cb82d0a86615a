import { useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useNamed } from '../../platform/named-content'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import { CiteFindingDocument, type FindingRowFragment, type FindingsQuery } from './evidence.graphql'
import { evidenceWords } from './words'

interface CiteDialogProps {
  finding: FindingRowFragment
  /** Actions that rest on no finding yet. */
  actions: FindingsQuery['evidenceGaps']['actions']
  decisions: FindingsQuery['decisions']
  onClose: () => void
}

/** Lets an action, a decision or advice rest on a finding. */
export function CiteDialog({ finding, actions, decisions, onClose }: CiteDialogProps) {
  const words = useWords(evidenceWords)
  const named = useNamed()
  const command = useCommand(CiteFindingDocument, { what: { en: evidenceWords.en.cite, cy: evidenceWords.cy.cite } })
  return (
    <FormDialog
      title={words.cite}
      save={words.save}
      done={words.cited}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'actionId',
          label: words.citeAction,
          kind: 'choice',
          optional: true,
          options: [
            { value: '', name: words.choose },
            ...actions.map(({ id, number, title }) => ({ value: id, ...named(title, `${number} · `) })),
          ],
        },
        {
          name: 'decisionId',
          label: words.citeDecision,
          kind: 'choice',
          optional: true,
          options: [
            { value: '', name: words.choose },
            ...decisions.map(({ id, number, text }) => ({ value: id, ...named(text, `${number} · `) })),
          ],
        },
      ]}
      send={({ actionId, decisionId }) =>
        command.run({
          id: finding.id,
          actionIds: actionId ? [actionId] : [],
          decisionIds: decisionId ? [decisionId] : [],
        })
      }
    >
      <p>
        <EnglishContent text={finding.text} />
      </p>
    </FormDialog>
  )
}
