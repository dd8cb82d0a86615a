import { firstMinutes, minutesJson } from '@camau/collab'
import type {
  ActionStatus,
  AgendaItem,
  BodyPlace,
  Decision,
  Declaration,
  Due,
  Meeting,
  Owner,
  Viewer,
} from '@camau/domain'
import type * as Y from 'yjs'
import { canonicalJson } from '../../platform/canonical-json.js'
import type { Transaction } from '../../platform/command.js'
import type { Directory, Names } from '../../platform/directory.js'
import type { MinutedActionRecord, MinutedDecisionRecord, MinutedDeclarationRecord } from './agreed-minutes.model.js'
import type { AgreedMinutesStore } from './agreed-minutes.store.js'
import { minutesHash } from './minutes-hash.js'

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
  /** Throws Refusal('not-found'), also for what the viewer may not see. */
  meetingOf: (viewer: Viewer, id: string, tx?: Transaction) => Promise<{ record: Meeting; body: BodyPlace }>
  /** Ends the live text with the transaction and gives it as it stays; `first` writes what nobody ever opened. */
  seal: (
    tx: Transaction,
    meetingId: string,
    first: () => Promise<(doc: Y.Doc) => void>,
  ) => Promise<{ doc: Y.Doc; epoch: number; seq: number }>
  agendaOf: (meetingId: string) => Promise<readonly AgendaItem[]>
  actionsOf: (tx: Transaction, meetingId: string, doc: Y.Doc) => Promise<readonly ActionToMinute[]>
  decisionsOf: (tx: Transaction, meetingId: string) => Promise<readonly Decision[]>
  /** Decided in writing since the meeting before: this one notes them. */
  notedDecisions: (tx: Transaction, viewer: Viewer, meeting: Meeting) => Promise<readonly Decision[]>
  /** Interests that stand. */
  declarationsOf: (tx: Transaction, meetingId: string) => Promise<readonly Declaration[]>
}

/**
 * Keeps the words, each action's values as minuted, the decisions and interests, for ever, with a hash that shows any later
 * change and follows that of the minutes agreed before on the same body.
 */
export async function freezeMinutes(
  needs: FreezeMinutesNeeds,
  tx: Transaction,
  viewer: Viewer,
  meetingId: string,
): Promise<void> {
  const names = await needs.directory.now()
  const { record: meeting } = await needs.meetingOf(viewer, meetingId, tx)
  const { bodyId } = meeting
  // Minutes nobody opened are what their first reader would have found.
  const first = async () => firstMinutes(await needs.agendaOf(meetingId))
  const { doc, epoch, seq } = await needs.seal(tx, meetingId, first)
  const [own, noted] = [await needs.decisionsOf(tx, meetingId), await needs.notedDecisions(tx, viewer, meeting)]
  const before = await needs.minutes.chainOf(bodyId, tx)
  const record = {
    _id: meetingId,
    bodyId,
    at: tx.at,
    personId: viewer.personId,
    epoch,
    seq,
    content: canonicalJson(minutesJson(doc)),
    actions: (await needs.actionsOf(tx, meetingId, doc)).map((action) => minutedAction(action, names)),
    decisions: [
      ...noted.map((decision) => minutedDecision(decision, names, true)),
      ...own.map((decision) => minutedDecision(decision, names, false)),
    ],
    declarations: (await needs.declarationsOf(tx, meetingId)).map((one) => minutedDeclaration(one, names)),
    previous: before && { meetingId: before.meetingId, sha256: before.sha256 },
  }
  await needs.minutes.add(tx, { ...record, sha256: minutesHash(record) })
}

function minutedAction({ id, number, title, status, owner, due }: ActionToMinute, names: Names): MinutedActionRecord {
  return { id, number, title, status, owner: owner && names.ownerLabel(owner).label.en, due: due?.label ?? null }
}

function minutedDecision(decision: Decision, { people }: Names, noted: boolean): MinutedDecisionRecord {
  const { id, number, text, date, kind, outcome, votes, dissent } = decision
  const nameOf = (personId: string | null) => (personId && people.get(personId)?.name) || null
  const [proposedBy, secondedBy] = [nameOf(decision.proposedBy), nameOf(decision.secondedBy)]
  return { id, number, text, date, kind, outcome, votes, dissent, proposedBy, secondedBy, noted }
}

function minutedDeclaration(
  { personId, itemId, nature, leaves }: Declaration,
  { people }: Names,
): MinutedDeclarationRecord {
  return { name: people.get(personId)?.name ?? '', itemId, nature, leaves }
}
