import { announce } from '../../platform/announce'
import { useCommand } from '../../platform/commands'
import { useOwnerOptions } from '../../platform/owner-options'
import { useWords } from '../../platform/words'
import { type Asked, FormDialog } from '../../ui/form-dialog'
import { ChangeActionsDocument } from './bulk.graphql'
import type { BulkKind } from './bulk-kinds'
import { RefusedRows } from './bulk-refused'
import { bulkWords } from './bulk-words'

interface BulkDialogProps {
  kind: BulkKind
  ids: readonly string[]
  onClose: () => void
  onDone: () => void
}

type Given = Readonly<Record<string, string>>

/** Asks for the one change, and makes it for all. Where one row stands in the way nothing is done, and the row is named. */
export function BulkDialog({ kind, ids, onClose, onDone }: BulkDialogProps) {
  const words = useWords(bulkWords)
  const options = useOwnerOptions()
  const command = useCommand(ChangeActionsDocument, {
    what: {
      en: `${bulkWords.en[kind]}: ${bulkWords.en.chosen(ids.length)}`,
      cy: `${bulkWords.cy[kind]}: ${bulkWords.cy.chosen(ids.length)}`,
    },
    patient: true,
  })
  const bodies = options.filter(({ input }) => !input.office)
  const reason = (optional: boolean): Asked => ({
    name: 'reason',
    label: words.reason,
    kind: 'text',
    most: 'reason',
    optional,
  })
  const asked: Record<BulkKind, readonly Asked[]> = {
    owner: [{ name: 'owner', label: words.ownerLabel, kind: 'choice', options: withNone(options) }],
    due: [{ name: 'due', label: words.dueLabel, hint: words.dueHint, kind: 'day', optional: true }, reason(true)],
    drop: [reason(false)],
    transfer: [{ name: 'body', label: words.body, kind: 'choice', options: withNone(bodies) }, reason(false)],
  }
  const changeOf = ({ owner, due, reason: why, body }: Given) => {
    const words = why?.trim() || null
    if (kind === 'owner') return { owner: options.find(({ value }) => value === owner)?.input ?? null }
    if (kind === 'due')
      return due ? { due: { earliest: due, latest: due }, reason: words } : { noDue: true, reason: words }
    if (kind === 'drop') return { drop: true, reason: words }
    return { transfer: { bodyId: body ?? '' }, reason: words }
  }
  const send = async (given: Given) => {
    const result = await command.run({ ids: [...ids], ...changeOf(given) })
    if (result.state === 'done') {
      announce(words.done(result.data.changeActions.actions.length))
      onDone()
    }
    return result
  }
  return (
    <FormDialog
      title={`${words[kind]}: ${words.chosen(ids.length)}`}
      asked={asked[kind]}
      save={words.save}
      done=""
      command={command}
      send={send}
      onClose={onClose}
    >
      {command.refused?.code === 'some-refused' && <RefusedRows refused={command.refused} />}
    </FormDialog>
  )
}

const withNone = (options: readonly { value: string; name: string }[]) => [{ value: '', name: '' }, ...options]
