import { useState } from 'react'
import { newId, useCommand } from '../../platform/commands'
import { useWords } from '../../platform/words'
import { useWorkstreamOptions } from '../../platform/workstream-options'
import { Button } from '../../ui/button'
import { FormDialog } from '../../ui/form-dialog'
import { documentWords } from './document-words'
import { AddPublicationDocument } from './registers.graphql'

/** A document the programme is to produce, from its first idea. */
export function AddDocumentButton() {
  const words = useWords(documentWords)
  const workstreams = useWorkstreamOptions()
  const [open, setOpen] = useState(false)
  const command = useCommand(AddPublicationDocument, { what: { en: documentWords.en.add, cy: documentWords.cy.add } })
  return (
    <>
      <Button icon="plus" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.add}
      </Button>
      {open && (
        <FormDialog
          title={words.add}
          save={words.save}
          done={words.added}
          command={command}
          onClose={() => setOpen(false)}
          asked={[
            { name: 'title', label: words.title, most: 'title' },
            { name: 'kind', label: words.kind, hint: words.kindHint, most: 'label' },
            {
              name: 'workstreamId',
              label: words.workstream,
              kind: 'choice',
              optional: true,
              options: [
                { value: '', name: words.whole },
                ...workstreams.map(({ id, number }) => ({ value: id, name: words.workstreamOf(number) })),
              ],
            },
          ]}
          send={({ title = '', kind = '', workstreamId }) =>
            command.run({ id: newId(), title, kind, workstreamId: workstreamId || null })
          }
        />
      )}
    </>
  )
}
