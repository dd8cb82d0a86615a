import { useCommand } from '../../platform/commands'
import { EnglishContent } from '../../platform/content'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import { statusWord } from './commitments-bar'
import { AddLegacyUpdateDocument } from './legacy.graphql'
import { lifeWords } from './life-words'
import { legacyWords } from './words'

const statuses = ['DONE', 'IN_PROGRESS', 'PLANNED', 'REQUESTED', 'DELAYED', 'CONTINUING', 'NOT_STATED'] as const

/** What a later document says of it. */
export function AddUpdateDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const words = useWords(lifeWords).update
  const { status } = useWords(legacyWords)
  const what = { en: `${lifeWords.en.update.title}: ${name}`, cy: `${lifeWords.cy.update.title}: ${name}` }
  const command = useCommand(AddLegacyUpdateDocument, { what, patient: true })
  const send = (given: Readonly<Record<string, string>>) => {
    const { day = '', text = '', waitsOn = '', document = '', place = '' } = given
    const stands = statuses.find((one) => one === given.status) ?? 'NOT_STATED'
    return command.run({ id, day, status: stands, text, waitsOn: waitsOn || null, document, place: place || null })
  }
  return (
    <FormDialog
      title={words.title}
      save={words.save}
      done={words.done}
      command={command}
      send={send}
      onClose={onClose}
      asked={[
        { name: 'day', label: words.day, kind: 'day' },
        {
          name: 'status',
          label: words.status,
          kind: 'choice',
          first: 'IN_PROGRESS',
          options: statuses.map((value) => ({
            value,
            name: statusWord(status, value.toLowerCase().replace('_', '-')),
          })),
        },
        { name: 'text', label: words.text, kind: 'text' },
        { name: 'waitsOn', label: words.waits, optional: true },
        { name: 'document', label: words.document },
        { name: 'place', label: words.place, optional: true },
      ]}
    >
      <p className="meta">
        <EnglishContent text={name} />
      </p>
    </FormDialog>
  )
}
