import { newId, useCommand } from '../../platform/commands'
import { useContent } from '../../platform/content'
import { useNamed } from '../../platform/named-content'
import { useWords } from '../../platform/words'
import { FormDialog } from '../../ui/form-dialog'
import { AddRestrictedItemDocument, type RestrictedItemsQuery } from './restricted-items.graphql'
import { restrictedWords } from './words'

interface AddRestrictedItemProps {
  meetingId: string
  agenda: readonly { id: string; title: string }[]
  named: RestrictedItemsQuery['meeting']['body']['usualRestriction']
  onClose: () => void
  onDone: () => void
}

/** Puts something on the agenda for the chairs and the secretariat alone. */
export function AddRestrictedItem({ meetingId, agenda, named, onClose, onDone }: AddRestrictedItemProps) {
  const words = useWords(restrictedWords)
  const content = useContent()
  const inItsLanguage = useNamed()
  const add = useCommand(AddRestrictedItemDocument, {
    what: { en: restrictedWords.en.add, cy: restrictedWords.cy.add },
    patient: true,
  })
  const restrictedTo = named.map(({ body, office }) => ({ bodyId: body?.id ?? null, office }))
  return (
    <FormDialog
      title={words.add}
      asked={[
        { name: 'title', label: words.addTitle, most: 'title' },
        { name: 'minutes', label: words.addMinutes, kind: 'number', first: '10' },
        {
          name: 'after',
          label: words.addAfter,
          kind: 'choice',
          optional: true,
          first: agenda.at(-1)?.id ?? '',
          options: [
            { value: '', name: words.first },
            ...agenda.map(({ id, title }) => ({ value: id, ...inItsLanguage(title) })),
          ],
        },
      ]}
      save={words.save}
      done={words.done}
      command={add}
      send={async ({ title = '', minutes = '', after }) => {
        const given = { title: title.trim(), minutes: Math.round(Number(minutes)), afterId: after || null }
        const result = await add.run({ id: newId(), meetingId, restrictedTo, ...given })
        if (result.state !== 'refused') onDone()
        return result
      }}
      onClose={onClose}
    >
      <p>{words.lead(named.map(({ label }) => content(label)).join('; '))}</p>
    </FormDialog>
  )
}
