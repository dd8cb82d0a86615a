import type { Due } from '@camau/domain'
import { useViewer } from '../../platform/viewer'
import type { LogRow } from './action-status'
import { SetActionDueDateDocument } from './actions.graphql.js'
import { versionOf } from './clashes'
import { useDueText } from './due-text'
import { withDue } from './guesses'
import { typed } from './typed'
import { useStep } from './use-step'

/** A new date, over the one that was on the screen when writing began. */
export function useSetActionDueDate(row: LogRow) {
  const read = useDueText()
  const { personId, name } = useViewer()
  const by = { id: personId, name }
  const { run, busy } = useStep(SetActionDueDateDocument, {
    row,
    verb: 'set-due',
    guess: (seen, { due, reason = null }) =>
      typed('Mutation', { setActionDueDate: withDue(seen, plain(due), { reason, by, now: new Date() }) }),
    mine: ({ due }) => read(plain(due)).text,
  })
  return {
    busy,
    run: (due: Due | null, reason: string | null, basedOn = versionOf(row, 'due')) => run({ due, reason, basedOn }),
  }
}

type Given = {
  label?: string | null | undefined
  earliest?: string | null | undefined
  latest?: string | null | undefined
}

function plain(due: Given | null | undefined): Due | null {
  return due ? { label: due.label ?? '', earliest: due.earliest ?? null, latest: due.latest ?? null } : null
}
