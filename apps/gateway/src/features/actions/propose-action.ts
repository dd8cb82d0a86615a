import {
  type BodyPlace,
  fitting,
  officeFor,
  propose,
  Refusal,
  readDue,
  type Viewer,
  whyNotAnswerable,
  whyNotRestrict,
} from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { Names } from '../../platform/directory.js'
import { givenOwner } from '../../platform/graphql/given-owner.js'
import { givenRestriction } from '../../platform/graphql/restriction.js'
import { newRecordId } from '../../platform/record-id.js'
import type { ProposeActionInput } from './action.inputs.js'
import type { StoredAction } from './action.model.js'
import type { ActionNeeds } from './change-action.js'

export interface ProposeActionNeeds extends ActionNeeds {
  /** The next number in the log. */
  nextNumber: (tx: Transaction) => Promise<number>
  /** The body that holds the meeting. Throws Refusal('not-found'), also for what the viewer may not see. */
  bodyOfMeeting: (viewer: Viewer, meetingId: string) => Promise<string>
}

/** The client makes the id: the minutes already show the action before the server has heard of it. */
export function proposeAction(
  needs: ProposeActionNeeds,
  viewer: Viewer,
  input: ProposeActionInput,
): Promise<StoredAction> {
  return needs.command(
    { command: 'proposeAction', viewer, input },
    (tx) => proposeWithin(needs, tx, viewer, input),
    async (id) => (await needs.actions.get(viewer, id)).record,
  )
}

/** The same as part of another command: what became of an idea. */
export async function proposeWithin(
  needs: Omit<ProposeActionNeeds, 'command'>,
  tx: Transaction,
  viewer: Viewer,
  input: Omit<ProposeActionInput, 'mutationId'>,
): Promise<StoredAction> {
  const names = await needs.directory.now()
  const body = answerableBody(input.bodyId, names)
  const meetingId = await raisedIn(needs, viewer, input)
  const given = {
    id: newRecordId(input.id),
    title: fitting('title', input.title),
    owner: input.owner ? givenOwner(input.owner, names) : null,
    due: input.due ? readDue(input.due) : null,
    parent: input.parentId ? (await needs.actions.get(viewer, input.parentId, tx)).record : null,
  }
  // The rule speaks before a number is taken.
  propose(viewer, body, { ...given, number: 0 }, tx.at)
  const restrictedTo = restrictedFromTheFirst(viewer, body, input, names)
  const action = propose(viewer, body, { ...given, number: await needs.nextNumber(tx) }, tx.at)
  const office = officeFor(viewer, 'write', { space: 'body', body })
  return (await needs.actions.add(tx, viewer, { ...action, ...unsourced(meetingId), restrictedTo }, office)).record
}

function answerableBody(bodyId: string, names: Names) {
  const body = names.bodies.get(bodyId)
  if (!body) throw new Refusal('not-found')
  const refusal = whyNotAnswerable(body)
  if (refusal) throw new Refusal(refusal)
  return body
}

function restrictedFromTheFirst(
  viewer: Viewer,
  body: BodyPlace,
  { restrictedTo }: Pick<ProposeActionInput, 'restrictedTo'>,
  names: Names,
) {
  if (!restrictedTo) return null
  const refusal = whyNotRestrict(viewer, body, 'member')
  if (refusal) throw new Refusal(refusal)
  return givenRestriction(viewer, null, restrictedTo, names)
}

async function raisedIn(
  needs: Pick<ProposeActionNeeds, 'bodyOfMeeting'>,
  viewer: Viewer,
  { meetingId, bodyId }: Pick<ProposeActionInput, 'meetingId' | 'bodyId'>,
) {
  if (!meetingId) return null
  if ((await needs.bodyOfMeeting(viewer, meetingId)) !== bodyId) throw new Refusal('not-on-this-body')
  return meetingId
}

/** Made here, not taken from a document. */
const unsourced = (meetingId: string | null) => ({
  ownerBasis: null,
  asAt: null,
  supporterIds: [],
  workAreaIds: [],
  legacyItemIds: [],
  fundingIds: [],
  origin: meetingId ? { bodyId: null, meetingId, documentId: null, documentDate: null, decidedOn: null } : null,
  source: null,
  alsoSeenIn: [],
  version: 1,
})
