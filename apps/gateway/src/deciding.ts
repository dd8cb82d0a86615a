import { actionRefsIn } from '@camau/collab'
import { inForce, officeFor, outcomeOf, tallyOf, type Viewer, votesOn } from '@camau/domain'
import type { Connection } from 'mongoose'
import type { ActionStore } from './features/actions/action.store.js'
import type { DecisionStore } from './features/decisions/decision.store.js'
import { createDecisions } from './features/decisions/decisions.feature.js'
import type { MeetingStore } from './features/meetings/meeting.store.js'
import type { MeetingRecords } from './features/meetings/meetings.feature.js'
import { agreedMinutesStore } from './features/minutes/agreed-minutes.store.js'
import { amendmentKind } from './features/minutes/amendment.kind.js'
import { createMinutes } from './features/minutes/minutes.feature.js'
import type { AppointmentStore } from './features/people/appointment.store.js'
import type { ProcedureNeeds } from './features/procedures/change-procedure.js'
import { notedDecisionIds } from './features/procedures/noted-decisions.resolver.js'
import { procedureKind } from './features/procedures/procedure.kind.js'
import { createProcedures } from './features/procedures/procedures.feature.js'
import type { Documents } from './live/index.js'
import type { Bus } from './platform/bus.js'
import type { Command, Transaction } from './platform/command.js'
import type { Directory } from './platform/directory.js'
import type { Notify } from './platform/notify.js'
import { createRecordStore } from './platform/record-store.js'

export interface DecidingNeeds {
  db: Connection
  bus: Bus
  now: () => Date
  command: Command
  directory: Directory
  notify: Notify
  texts: Documents
  actions: ActionStore
  meetings: MeetingStore
  decisions: DecisionStore
  declarations: MeetingRecords['declarations']
  appointments: AppointmentStore
}

/** Minutes, decisions and votes between meetings: each needs something of the others, and gets it here. */
export function createDeciding(needs: DecidingNeeds) {
  const { directory, texts, actions, meetings, decisions, declarations, appointments } = needs
  const procedures = createRecordStore(needs, procedureKind)
  const meetingsOf = async (viewer: Viewer, bodyId: string) =>
    (await meetings.list(viewer, bodyId)).map(({ record }) => record)
  const meetingOf = (viewer: Viewer, id: string, tx?: Transaction) => meetings.get(viewer, id, tx)
  const minutes = createMinutes({
    ...needs,
    minutes: agreedMinutesStore(needs.db),
    amendments: createRecordStore(needs, amendmentKind),
    meetingOf,
    seenMeetings: async (viewer, bodyId) => new Set((await meetingsOf(viewer, bodyId)).map(({ id }) => id)),
    seal: (tx, meetingId, first) => texts.seal(tx, `minutes:${meetingId}`, first),
    agendaOf: (id) => meetings.agenda(id),
    actionsOf: (tx, meetingId, doc) => actions.minuted(tx, meetingId, actionRefsIn(doc)),
    decisionsOf: decisions.ofMeeting,
    async notedDecisions(tx, viewer, meeting) {
      const ids = await notedDecisionIds({ procedures, meetingsOf }, viewer, meeting)
      return decisions.list(viewer, { ids }, tx)
    },
    declarationsOf: declarations.ofMeeting,
  })
  const decisionsFeature = createDecisions({
    ...needs,
    meetingOf,
    meetingStatus: async (tx, bodyId, id) =>
      (await meetings.ofBody(bodyId, tx)).find((meeting) => meeting.id === id)?.status ?? null,
    knownActions: async (viewer, ids) => (await actions.list(viewer, { ids })).map(({ record }) => record.id),
  })
  const proceduresFeature = createProcedures({
    ...needs,
    procedures,
    meetingsOf,
    votersOf: votersAmong(appointments, directory),
    recordOutcome: async (tx, viewer, closed, body) => {
      const { id: procedureId, decisionId, question: text } = closed
      if (!decisionId) return
      const decided = { id: decisionId, procedureId, body, text, outcome: outcomeOf(closed), votes: tallyOf(closed) }
      await decisionsFeature.recordInWriting(tx, viewer, decided)
    },
  })

  /** With its minutes, what a meeting resolved and what amends them become public. */
  async function publish(tx: Transaction, viewer: Viewer, meetingId: string): Promise<void> {
    const office = officeFor(viewer, 'write', { space: 'publish' })
    for (const decision of await decisions.ofMeeting(tx, meetingId)) await decisions.publish(tx, decision, office)
    await minutes.publishAmendments(tx, viewer, meetingId)
  }
  return { minutes, publish, features: [minutes, decisionsFeature, proceduresFeature] }
}

function votersAmong(appointments: AppointmentStore, directory: Directory): ProcedureNeeds['votersOf'] {
  return async (body, at) => {
    const { bodies } = await directory.now()
    const voting = (await appointments.all()).filter((one) => {
      const { office, bodyId, source, from, until } = one
      const bodyKind = bodies.get(bodyId)?.kind
      // As for meetings: an office that a document names without dates says nothing about today.
      return bodyKind && inForce(one, at) && (!source || from || until) && votesOn({ office, bodyId, bodyKind }, body)
    })
    return [...new Set(voting.flatMap(({ personId }) => personId ?? []))]
  }
}
