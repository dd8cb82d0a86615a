import { maySeeAction, officeFor, Refusal, type Viewer, whyNotUndoOnAction } from '@camau/domain'
import type { Connection } from 'mongoose'
import { type DoneLine, needAsLeft, type UndoLine, valuesBefore } from '../../platform/undoing.js'
import { actionModel, type HeldStoredAction } from './action.model.js'
import { type ActionNeeds, withParts } from './change-action.js'

export interface UndoActionNeeds extends Pick<ActionNeeds, 'actions' | 'tellWaiting'> {
  db: Connection
}

/** What an act made of an action is put back: status, owner, date, their histories, whatever the act had set. */
export function undoOnAction({ db, actions, tellWaiting }: UndoActionNeeds): UndoLine {
  const model = actionModel(db)
  return async ({ tx, viewer }, line) => {
    const [found] = await actions.within(tx, { ids: [line.id] })
    if (!found) throw new Refusal('not-found')
    const before = { ...found, record: { ...found.record, ...valuesBefore(line, model) } }
    // A parent only followed its part: whoever may take back the one takes back the other.
    if (asks(line) && !sees(viewer, found, before)) throw new Refusal('not-found')
    needAsLeft(line, found.record, found.record.number)
    const refusal = asks(line) && whyNotUndoOnAction(viewer, line.command, await withParts(actions, tx, viewer, before))
    if (refusal) throw new Refusal(refusal)
    const office = officeFor(viewer, 'rule', { space: 'body', body: found.body })
    const saved = await actions.save(tx, viewer, found, before.record, office)
    await tellWaiting(tx, [{ before: found.record, after: saved.record }])
  }
}

const asks = ({ first, command }: DoneLine) => first || command === 'changeActions'

/** As it is, or as its owner of before: whoever declined it does not own it any more. A restriction of now holds. */
const sees = (viewer: Viewer, now: HeldStoredAction, { record: { owner } }: HeldStoredAction) =>
  maySeeAction(viewer, now) || maySeeAction(viewer, { ...now, record: { ...now.record, owner } })
