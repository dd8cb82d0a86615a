import {
  dayInLondon,
  fitting,
  isPartOfCalendar,
  Refusal,
  type Viewer,
  whyNotProposeBody,
  whyNotSetUp,
} from '@camau/domain'
import { givenText } from '../../platform/graphql/local-text.js'
import { newRecordId } from '../../platform/record-id.js'
import { bodyChange } from './body.change.js'
import type { ProposeBodyInput } from './body.inputs.js'
import type { StoredBody } from './body.store.js'
import { type BodyNeeds, findBody } from './change-body.js'

/** A body that is only intended: without members, offices or work until it is started (requirements, row 40). */
export function proposeBody(needs: BodyNeeds, viewer: Viewer, input: ProposeBodyInput): Promise<StoredBody> {
  return needs.command(
    { command: 'proposeBody', viewer, input },
    async (tx) => {
      const parent = input.parentId ? await needs.bodies.inSession(tx.session, input.parentId) : null
      const body = proposed(viewer, input, tx.at)
      const refusal = whyNotProposeBody(viewer, body) ?? whyNotSetUp(body, parent)
      if (refusal) throw new Refusal(refusal)
      await needs.bodies.add(tx, body)
      tx.changed(bodyChange(viewer, null, body, await needs.directory.now()))
      return body
    },
    findBody(needs.bodies),
  )
}

function proposed(viewer: Viewer, input: ProposeBodyInput, at: Date): StoredBody {
  const name = givenText('title', input.name)
  if (!name.en && !name.cy) throw new Refusal('text-needed', { field: 'name' })
  const plannedEnd = input.plannedEnd?.trim() || null
  if (plannedEnd && !isPartOfCalendar(plannedEnd)) throw new Refusal('impossible-date', { field: 'plannedEnd' })
  const event = { step: 'propose', at, personId: viewer.personId, day: dayInLondon(at), reason: null } as const
  return {
    ...unprinted,
    id: newRecordId(input.id),
    kind: input.kind,
    type: input.kind,
    name,
    parentId: input.parentId ?? null,
    status: 'proposed',
    remit: fitting('remit', input.remit) || null,
    plannedEnd,
    sector: input.sector ?? null,
    life: [{ ...event, successorId: null }],
    audience: 'member',
    version: 1,
  }
}

/** What only the documents say of a body. */
const unprinted = {
  alsoKnownAs: [],
  termsOfReference: null,
  membershipRule: null,
  meetingCadence: null,
  from: null,
  to: null,
  note: null,
  leadRoleId: null,
  deputyRoleId: null,
  successorIds: [],
  successorNote: null,
  count: null,
  example: false,
  source: null,
  alsoSeenIn: [],
}
