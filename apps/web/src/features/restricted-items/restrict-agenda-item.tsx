import { useCommand } from '../../platform/commands'
import { useContent } from '../../platform/content'
import { useRecords } from '../../platform/records'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import { RestrictAgendaItemDocument, RestrictedItemsDocument } from './restricted-items.graphql'
import { restrictedWords } from './words'

interface RestrictAgendaItemProps {
  meetingId: string
  item: { id: string; title: string }
  onClose: () => void
}

/** What stands in the open agenda is for the chairs and the secretariat alone from now on. */
export function RestrictAgendaItem({ meetingId, item, onClose }: RestrictAgendaItemProps) {
  const words = useWords(restrictedWords)
  const content = useContent()
  const { data, retry } = useRecords(RestrictedItemsDocument, { meetingId })
  const command = useCommand(RestrictAgendaItemDocument, {
    what: { en: restrictedWords.en.restrict, cy: restrictedWords.cy.restrict },
    patient: true,
  })
  const named = data?.meeting.body.usualRestriction
  if (!named) return null
  const restrictedTo = named.map(({ body, office }) => ({ bodyId: body?.id ?? null, office }))
  return (
    <FormDialog
      title={words.restrictItem(item.title)}
      asked={[]}
      save={words.restrict}
      done={words.restricted}
      command={command}
      send={async () => {
        const result = await command.run({ id: item.id, meetingId, restrictedTo })
        retry()
        return result
      }}
      onClose={onClose}
    >
      <p>{words.lead(named.map(({ label }) => content(label)).join('; '))}</p>
      <p>{words.fromMinutes}</p>
    </FormDialog>
  )
}
