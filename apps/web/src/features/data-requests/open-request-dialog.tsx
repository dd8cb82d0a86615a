import { newId, useCommand } from '../../platform/commands'
import { useWords } from '../../platform/words'
import { useWorkstreamOptions } from '../../platform/workstream-options'
import { FormDialog } from '../../ui/form-dialog'
import { OpenDataRequestDocument, type RequestRhythm } from './data-requests.graphql'
import { requestWords } from './words'

const rhythms: readonly RequestRhythm[] = ['ONCE', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']

export function OpenRequestDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(requestWords)
  const workstreams = useWorkstreamOptions()
  const command = useCommand(OpenDataRequestDocument, { what: { en: requestWords.en.open, cy: requestWords.cy.open } })
  return (
    <FormDialog
      title={words.open}
      save={words.save}
      done={words.opened}
      command={command}
      onClose={onClose}
      asked={[
        { name: 'title', label: words.titleOf, most: 'title' },
        { name: 'authorities', label: words.authorities, hint: words.authoritiesHint, kind: 'text' },
        {
          name: 'every',
          label: words.rhythm,
          kind: 'choice',
          first: 'MONTH',
          options: rhythms.map((value) => ({ value, name: words.every[value] })),
        },
        { name: 'dueOn', label: words.dueOn, kind: 'day' },
        {
          name: 'workstreamId',
          label: words.workstream,
          kind: 'choice',
          optional: true,
          options: [
            { value: '', name: words.noWorkstream },
            ...workstreams.map(({ id, number }) => ({ value: id, name: words.workstreamOf(number) })),
          ],
        },
      ]}
      send={(given) =>
        command.run({
          id: newId(),
          title: given.title ?? '',
          authorities: (given.authorities ?? '').split('\n').filter((line) => line.trim()),
          every: rhythms.find((one) => one === given.every) ?? 'ONCE',
          dueOn: given.dueOn ?? '',
          workstreamId: given.workstreamId || null,
        })
      }
    />
  )
}
