import { firstMinutes, minutesJson } from '@camau/collab'
import type { ActionStatus, AgendaItem, Due, Owner, Viewer } from '@camau/domain'
import type * as Y from 'yjs'
import { canonicalJson, sha256 } from '../../platform/canonical-json.js'
import type { Transaction } from '../../platform/command.js'
import type { Directory, Names } from '../../platform/directory.js'
import type { MinutedActionRecord, MinutedDecisionRecord } from './agreed-minutes.model.js'
import type { AgreedMinutesStore } from './agreed-minutes.store.js'

/** An action as the minutes need it; which actions belong to a meeting is the log's business. */
export interface ActionToMinute {
  id: string
  number: number
  title: string
  status: ActionStatus
  owner: Owner | null
  due: Due | null
}

export interface FreezeMinutesNeeds {
  minutes: AgreedMinutesStore
  directory: Directory
  /** Ends the live text with the transaction and gives it as it stays; `first` writes what nobody ever opened. */
  seal: (
    tx: Transaction,
    meetingId: string,
    first: () => Promise<(doc: Y.Doc) => void>,
  ) => Promise<{ doc: Y.Doc; epoch: number; seq: number }>
  agendaOf: (meetingId: string) => Promise<readonly AgendaItem[]>
  actionsOf: (tx: Transaction, meetingId: string, doc: Y.Doc) => Promise<readonly ActionToMinute[]>
  decisionsOf: (tx: Transaction, meetingId: string) => Promise<readonly MinutedDecisionRecord[]>
}

/** Keeps the words, each action's values as minuted and the decisions, for ever, with a hash that shows any later change. */
export async function freezeMinutes(
  needs: FreezeMinutesNeeds,
  tx: Transaction,
  viewer: Viewer,
  meetingId: string,
): Promise<void> {
  const names = await needs.directory.now()
  // Minutes nobody opened are what their first reader would have found.
  const first = async () => firstMinutes(await needs.agendaOf(meetingId))
  const { doc, epoch, seq } = await needs.seal(tx, meetingId, first)
  const content = canonicalJson(minutesJson(doc))
  const actions = (await needs.actionsOf(tx, meetingId, doc)).map((action) => minuted(action, names))
  const decisions = (await needs.decisionsOf(tx, meetingId)).map(({ id, number, text, date }) => ({
    id,
    number,
    text,
    date,
  }))
  await needs.minutes.add(tx, {
    _id: meetingId,
    at: tx.at,
    personId: viewer.personId,
    epoch,
    seq,
    content,
    actions,
    decisions,
    sha256: minutesHash({ content, actions, decisions }),
  })
}

/** Over canonical JSON, so that it can be computed again from what the API gives out. */
function minutesHash({
  content,
  actions,
  decisions,
}: {
  content: string
  actions: readonly MinutedActionRecord[]
  decisions: readonly MinutedDecisionRecord[]
}): string {
  const words: unknown = JSON.parse(content)
  return sha256(canonicalJson({ content: words, actions, decisions }))
}

function minuted({ id, number, title, status, owner, due }: ActionToMinute, names: Names): MinutedActionRecord {
  return { id, number, title, status, owner: owner && names.ownerLabel(owner).label.en, due: due?.label ?? null }
}
