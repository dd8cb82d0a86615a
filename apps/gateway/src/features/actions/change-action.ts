import {
  type Action,
  type ActionField,
  type BodyPlace,
  followPart,
  type HeldOffice,
  maySeeAction,
  type OpenBlocker,
  officeFor,
  Refusal,
  type RefusalCode,
  type Viewer,
} from '@camau/domain'
import { refuseIfChanged } from '../../platform/changed-since.js'
import type { Command, Transaction } from '../../platform/command.js'
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
  /** What the action waits for and is not finished, as the viewer may see it. */
  openBlockers: (viewer: Viewer, id: string) => Promise<OpenBlocker[]>
  /** Tells those who wait for any of the actions that it slips, or is over, or is taken up again. */
  tellWaiting: (tx: Transaction, changes: readonly { before: StoredAction; after: StoredAction }[]) => Promise<void>
}

/** One verb: which guarded field it sets, the rule, and what the rule makes of the action. */
export interface Step {
  guards: ActionField
  whyNot: (viewer: Viewer, held: HeldStoredAction, names: Names) => RefusalCode | null
  change: (held: HeldStoredAction, at: Date, names: Names, tx: Transaction) => Action | Promise<Action>
  /** Where the right is asked, if not on the body that holds the action. */
  place?: (held: HeldStoredAction, names: Names) => BodyPlace | null
  /** What else changes with it, in the same transaction. */
  follows?: (tx: Transaction, before: HeldStoredAction, saved: HeldStoredAction) => Promise<void>
  /** Whether the step is an owner's; else an office on the body gives the right, and the audit trail names it. */
  byOwner?: boolean
  /** Whom it concerns, and how; `about` is the action. */
  tells?: (saved: StoredAction, before: StoredAction) => Omit<GivenNotice, 'about'>[]
}

/** Read, decide, save, tell: the same for every verb on one action. */
export function changeAction(
  { actions, command, directory, notify, tellWaiting }: ActionNeeds,
  viewer: Viewer,
  name: string,
  input: { mutationId: string; id: string; basedOn?: number | null },
  { guards, whyNot, change, byOwner = false, place, follows, tells }: Step,
): Promise<StoredAction> {
  return command(
    { command: name, viewer, input },
    async (tx) => {
      const names = await directory.now()
      const held = await withParts(actions, tx, viewer, await actions.get(viewer, input.id, tx))
      // Whoever may do it at all first learns who was quicker; the rule's own answer would only say that it is too late.
      if (whyNot(viewer, held, names) === 'not-permitted') throw new Refusal('not-permitted')
      // What I set last is no surprise to me: without a line one sees a slip and sets it again before the first is answered.
      if (held.record.versions[guards]?.personId !== viewer.personId)
        refuseIfChanged(held.record.versions, guards, input.basedOn, shown(held.record, guards, names), names)
      const office = byOwner ? null : ruling(viewer, place ? place(held, names) : held.body)
      const after = await actions.save(tx, viewer, held, await change(held, tx.at, names, tx), office)
      const saved = after.record
      await follows?.(tx, held, after)
      await followedByParent(actions, tx, viewer, saved)
      const about = { type: 'Action', id: saved.id } as const
      if (tells)
        await notify(
          tx,
          tells(saved, held.record).map((one) => ({ ...one, about })),
        )
      await tellWaiting(tx, [{ before: held.record, after: saved }])
      return saved
    },
    async (id) => (await actions.get(viewer, id)).record,
  )
}

const ruling = (viewer: Viewer, body: BodyPlace | null): HeldOffice | null =>
  body && officeFor(viewer, 'rule', { space: 'body', body })

/** The rules that end an action look at its parts; a part that is not for the viewer's eyes counts without its title. */
export async function withParts(
  actions: ActionStore,
  tx: Transaction,
  viewer: Viewer,
  held: HeldStoredAction,
): Promise<HeldStoredAction> {
  const parts = (await actions.within(tx, { parentId: held.record.id })).map((part) => {
    const { id, number, status, title } = part.record
    return { id, number, status, title: maySeeAction(viewer, part) ? title : null }
  })
  return parts.length === 0 ? held : { ...held, parts }
}

/** A parent is in progress once one of its parts is, whoever may decide on the parent. */
async function followedByParent(actions: ActionStore, tx: Transaction, viewer: Viewer, part: StoredAction) {
  const [parent] = part.parentId === null ? [] : await actions.within(tx, { ids: [part.parentId] })
  const after = parent && followPart(viewer, parent.record, part, tx.at)
  if (parent && after) await actions.save(tx, viewer, parent, after, null)
}

function shown({ status, owner, due }: StoredAction, field: ActionField, names: Names): unknown {
  if (field === 'status') return enumKey(status)
  return field === 'owner' ? patchOwner(owner, names) : patchDue(due)
}

/** Tells whoever asked the owner what the answer is. */
export function tellsAsker(text: string | null): NonNullable<Step['tells']> {
  return (_saved, { acceptance }) =>
    acceptance ? [{ kind: 'answered', to: [{ kind: 'person', personId: acceptance.personId }], text }] : []
}

/** Tells the owner that the work is over for them. */
export function tellsOwner(text: string | null): NonNullable<Step['tells']> {
  return (_saved, { owner }) => [{ kind: 'closed', to: [owner], text }]
}
