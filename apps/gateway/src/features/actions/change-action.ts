import {
  type Action,
  type ActionField,
  type HeldOffice,
  officeFor,
  Refusal,
  type RefusalCode,
  type Viewer,
} from '@camau/domain'
import { refuseIfChanged } from '../../platform/changed-since.js'
import type { Command } from '../../platform/command.js'
import type { Directory, Names } from '../../platform/directory.js'
import { patchDue } from '../../platform/graphql/due.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { patchOwner } from '../../platform/graphql/owner.js'
import type { GivenNotice, Notify } from '../../platform/notify.js'
import type { HeldStoredAction, StoredAction } from './action.model.js'
import type { ActionStore } from './action.store.js'

/** What every command on actions needs, and no more. */
export interface ActionNeeds {
  actions: ActionStore
  command: Command
  directory: Directory
  notify: Notify
}

/** One verb: which guarded field it sets, the rule, and what the rule makes of the action. */
export interface Step {
  guards: ActionField
  whyNot: (viewer: Viewer, held: HeldStoredAction) => RefusalCode | null
  change: (held: HeldStoredAction, at: Date, names: Names) => Action
  /** Whether the step is an owner's; else an office on the body gives the right, and the audit trail names it. */
  byOwner?: boolean
  /** Whom it concerns, and how; `about` is the action. */
  tells?: (saved: StoredAction, before: StoredAction) => Omit<GivenNotice, 'about'>[]
}

/** Read, decide, save, tell: the same for every verb on one action. */
export function changeAction(
  { actions, command, directory, notify }: ActionNeeds,
  viewer: Viewer,
  name: string,
  input: { mutationId: string; id: string; basedOn?: number | null },
  { guards, whyNot, change, byOwner = false, tells }: Step,
): Promise<StoredAction> {
  return command(
    { command: name, viewer, input },
    async (tx) => {
      const names = await directory.now()
      const held = await actions.get(viewer, input.id, tx)
      // Whoever may do it at all first learns who was quicker; the rule's own answer would only say that it is too late.
      if (whyNot(viewer, held) === 'not-permitted') throw new Refusal('not-permitted')
      refuseIfChanged(held.record.versions, guards, input.basedOn, shown(held.record, guards, names), names)
      const office = byOwner ? null : ruling(viewer, held)
      const saved = (await actions.save(tx, viewer, held, change(held, tx.at, names), office)).record
      const about = { type: 'Action', id: saved.id } as const
      if (tells)
        await notify(
          tx,
          tells(saved, held.record).map((one) => ({ ...one, about })),
        )
      return saved
    },
    async (id) => (await actions.get(viewer, id)).record,
  )
}

const ruling = (viewer: Viewer, { body }: HeldStoredAction): HeldOffice | null =>
  officeFor(viewer, 'rule', { space: 'body', body })

function shown({ status, owner, due }: StoredAction, field: ActionField, names: Names): unknown {
  if (field === 'status') return enumKey(status)
  return field === 'owner' ? patchOwner(owner, names) : patchDue(due)
}
