import { legacyOwner, Refusal } from '@camau/domain'
import type { ActionStore } from './features/actions/action.store.js'
import type { DecisionStore } from './features/decisions/decision.store.js'
import type { LegacyStore } from './features/legacy/legacy.store.js'
import type { MeetingStore } from './features/meetings/meeting.store.js'
import { placeOfBody } from './platform/body-place.js'
import type { Directory } from './platform/directory.js'
import type { FindSubject, Subject } from './platform/subject.js'

export interface SubjectNeeds {
  actions: Pick<ActionStore, 'get'>
  decisions: Pick<DecisionStore, 'get'>
  legacy: Pick<LegacyStore, 'get'>
  meetings: Pick<MeetingStore, 'get'>
  directory: Directory
}

type Find = (...asked: Parameters<FindSubject>) => Promise<Omit<Subject, 'type' | 'id'>>

/** What people say something about, whichever feature holds it. */
export function createSubjects({ actions, decisions, legacy, meetings, directory }: SubjectNeeds): FindSubject {
  const onBody = async (bodyId: string) => {
    const place = placeOfBody(bodyId, await directory.now())
    if (!place) throw new Refusal('not-found')
    return { bodyId, place }
  }
  const unowned = { owner: null, restrictedTo: null }
  const meeting: Find = async (viewer, { id }, tx) => ({
    ...(await onBody((await meetings.get(viewer, id, tx)).body.id)),
    ...unowned,
  })
  const handed: Find = async (viewer, { id }, tx) => {
    const { record, workstreamBodyId } = await legacy.get(viewer, id, tx)
    const place = { space: 'legacy', workstreamBodyId } as const
    return { bodyId: workstreamBodyId, place, owner: legacyOwner(record), restrictedTo: null }
  }
  const find: Record<Subject['type'], Find> = {
    async Action(viewer, { id }, tx) {
      const { record } = await actions.get(viewer, id, tx)
      return { ...(await onBody(record.bodyId)), owner: record.owner, restrictedTo: record.restrictedTo ?? null }
    },
    async Decision(viewer, { id }) {
      const { bodyId, restrictedTo = null } = await decisions.get(viewer, id)
      return { ...(await onBody(bodyId)), owner: null, restrictedTo }
    },
    LegacyItem: handed,
    Commitment: handed,
    Meeting: meeting,
    async AgendaItem(viewer, { type, id }, tx) {
      const [meetingId = '', itemId] = id.split(':')
      const { record } = await meetings.get(viewer, meetingId, tx)
      if (!record.agenda.some((item) => item.id === itemId)) throw new Refusal('not-found')
      return meeting(viewer, { type, id: meetingId }, tx)
    },
  }
  return async (viewer, about, tx) => ({ ...about, ...(await find[about.type](viewer, about, tx)) })
}
