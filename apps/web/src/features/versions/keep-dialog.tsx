import { newId, useCommand } from '../../platform/commands'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import { KeepVersionDocument } from './versions.graphql'
import { versionWords } from './words'

/** Keeps the text as it stands, under a name. */
export function KeepDialog({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const said = useWords(versionWords)
  const command = useCommand(KeepVersionDocument, { what: { en: versionWords.en.keep, cy: versionWords.cy.keep } })
  return (
    <FormDialog
      title={said.keep}
      asked={[{ name: 'label', label: said.keepLabel, hint: said.keepHint, most: 'label' }]}
      save={said.keep}
      done={said.kept}
      command={command}
      send={({ label = '' }) => command.run({ id: newId(), documentId, label })}
      onClose={onClose}
    />
  )
}
