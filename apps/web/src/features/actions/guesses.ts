import { type ActionStatus, actionOverdueSince, dayInLondon } from '@camau/domain'
import { graphqlName } from '../../platform/enums'
import type { LogRow } from './action-status'
import { heldAction } from './held-action'
import { typed } from './typed'

// What the server will most likely answer, so that the screen need not wait. Versions rise by none: the answer itself brings them.

export function withStatus(row: LogRow, status: ActionStatus): LogRow {
  return onTime({ ...row, status: graphqlName(status) })
}

export function withAnswer(row: LogRow): LogRow {
  return { ...row, acceptance: row.acceptance && { ...row.acceptance, waiting: false } }
}

/** The date it had joins the earlier ones: the next move may need a reason. */
export function withDue(
  row: LogRow,
  due: LogRow['due'],
  { reason, by, now }: { reason: string | null; by: { id: string; name: string }; now: Date },
): LogRow {
  const moved = typed('EarlierDue', { due: row.due, until: now.toISOString(), reason, by: typed('Person', by) })
  return onTime({ ...row, due: due && typed('Due', due), earlierDues: [...row.earlierDues, moved] })
}

export function withOwner(row: LogRow, owner: NonNullable<LogRow['owner']>, now: Date): LogRow {
  return {
    ...row,
    status: row.status === 'PROPOSED' ? 'OPEN' : row.status,
    owner: typed('Owner', {
      ...owner,
      label: typed('LocalText', owner.label),
      body: owner.body && typed('Body', owner.body),
      person: owner.person && typed('Person', owner.person),
    }),
    acceptance: typed('Acceptance', { waiting: true, at: now.toISOString() }),
  }
}

/** Whether it is late follows from the rest, here as on the server. */
function onTime(row: LogRow): LogRow {
  return { ...row, overdueSince: actionOverdueSince(heldAction(row).record, dayInLondon(new Date())) }
}
