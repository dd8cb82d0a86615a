import { useCommand } from '../../platform/commands'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import { ImportReturnsDocument, type RequestRowFragment } from './data-requests.graphql'
import { requestWords } from './words'

interface ImportDialogProps {
  request: RequestRowFragment
  dueOn: string
  onClose: () => void
}

/** Returns as they came, without retyping: lines that were refused before stand here again, to be put right. */
export function ImportDialog({ request, dueOn, onClose }: ImportDialogProps) {
  const words = useWords(requestWords)
  const command = useCommand(ImportReturnsDocument, {
    what: { en: requestWords.en.importFile, cy: requestWords.cy.importFile },
  })
  const refused = request.rounds.find((round) => round.dueOn === dueOn)?.refused ?? []
  return (
    <FormDialog
      title={words.importFile}
      save={words.importFile}
      done={words.imported}
      command={command}
      onClose={onClose}
      asked={[
        {
          name: 'csv',
          label: words.file,
          hint: words.fileHint,
          kind: 'text',
          first: refused.map(({ text }) => text).join('\n'),
        },
      ]}
      send={({ csv = '' }) => command.run({ id: request.id, dueOn, csv })}
    />
  )
}
