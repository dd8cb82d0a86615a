import { actionWords, legacyWords, minutesPlainText } from '@camau/collab'
import {
  actionOverdueSince,
  dayInLondon,
  inForce,
  type Owner,
  officeFor,
  owns,
  Refusal,
  unfinishedStatuses,
  type Viewer,
  withAgenda,
} from '@camau/domain'
import type { Connection } from 'mongoose'
import { createClosing } from './closing.js'
import { createDeciding } from './deciding.js'
import type { ActionStore } from './features/actions/action.store.js'
import { actionStore, createActions } from './features/actions/actions.feature.js'
import { undoOnAction } from './features/actions/undo-action.js'
import { bodiesFeature } from './features/bodies/bodies.feature.js'
import type { BodyStore } from './features/bodies/body.store.js'
import { termsKind } from './features/bodies/terms.kind.js'
import { commentStore } from './features/comments/comment.store.js'
import { createComments } from './features/comments/comments.feature.js'
import { undoOnComment } from './features/comments/undo-comment.js'
import { wordsSaid } from './features/comments/words-said.js'
import { createDataRequests } from './features/data-requests/data-requests.feature.js'
import { decisionStore } from './features/decisions/decision.store.js'
import { blockedRecords, createDependencies } from './features/dependencies/dependencies.feature.js'
import { dependencyStore } from './features/dependencies/dependency.store.js'
import { createDependencyGraph } from './features/dependencies/graph.feature.js'
import { createLayouts } from './features/dependencies/graph-layout.js'
import { openBlockers } from './features/dependencies/open-blockers.js'
import { createRadar } from './features/dependencies/radar.feature.js'
import { tellDependents } from './features/dependencies/tell-dependents.js'
import { undoOnDependency } from './features/dependencies/undo-dependency.js'
import { createDeviceFeature } from './features/device/device.feature.js'
import { createEvidence } from './features/evidence/evidence.feature.js'
import { createFunding } from './features/funding/funding.feature.js'
import type { Traced } from './features/funding/trace.js'
import { handOverPackStore } from './features/legacy/hand-over-pack.kind.js'
import { createLegacy } from './features/legacy/legacy.feature.js'
import { type LegacyStore, legacyStore } from './features/legacy/legacy.store.js'
import { undoOnLegacy } from './features/legacy/undo-proposal.js'
import { createMeasures } from './features/measures/measures.feature.js'
import { type MeetingStore, meetingStore } from './features/meetings/meeting.store.js'
import { createMeetings, meetingRecords } from './features/meetings/meetings.feature.js'
import { noticeStore } from './features/notices/notice.store.js'
import { createNotices } from './features/notices/notices.feature.js'
import { createNotify, type NotifyNeeds } from './features/notices/notify.js'
import { answering, answeringNow } from './features/people/answering.js'
import { type AppointmentStore, operationalMembers } from './features/people/appointment.store.js'
import { peopleFeature } from './features/people/people.feature.js'
import type { PersonStore } from './features/people/person.store.js'
import { createPublications } from './features/publications/publications.feature.js'
import { type Registers, registersFeature } from './features/registers/registers.feature.js'
import { restrictedItemStores } from './features/restricted-items/restricted-item.store.js'
import { createRestrictedItems } from './features/restricted-items/restricted-items.feature.js'
import { documentTexts } from './features/search/document-texts.js'
import { searchable } from './features/search/searchable.js'
import { createActs } from './features/undo/acts.js'
import { createUndo } from './features/undo/undo.feature.js'
import { createVersionsFeature } from './features/versions/versions.feature.js'
import { createHistory } from './live/history.js'
import type { Documents } from './live/index.js'
import { type LiveDocuments, liveOf } from './live/live-documents.js'
import type { Bus } from './platform/bus.js'
import type { Command, Project, Transaction } from './platform/command.js'
import type { Directory, Names } from './platform/directory.js'
import type { Feature } from './platform/feature.js'
import type { EntityName } from './platform/graphql/entity.js'
import { createLoaders } from './platform/loaders.js'
import { createRecordStore } from './platform/record-store.js'
import { keepRestriction, restrictedItemsOf, restrictedOf } from './platform/restrictions.js'
import type { Viewers } from './platform/session.js'
import { moveFromMinutes } from './restricted-from-minutes.js'
import { scrutinyFeatures } from './scrutiny-features.js'
import { createSubjects } from './subjects.js'
import { textSubjects } from './text-subjects.js'
import { createWorkProgramme } from './work-programme.js'

/** What features are made from. */
export interface FeatureNeeds {
  db: Connection
  bus: Bus
  now: () => Date
  command: Command
  project: Project
  directory: Directory
  texts: Documents
  viewers: Viewers
  bodies: BodyStore
  people: PersonStore
  appointments: AppointmentStore
  registers: Registers
}

type WorkAreas = ReturnType<typeof createWorkProgramme>['workAreas']

/** Puts the features together. They know nothing of each other: what one needs of another is handed to it here. */
export function createFeatures(needs: FeatureNeeds) {
  const { db, bus, now, command, project, directory, texts, viewers, bodies, people, appointments, registers } = needs
  const actions = actionStore(db, directory, bus, now)
  const meetings = meetingStore(db, directory, bus, now)
  const ofMeetings = meetingRecords(db, directory, bus, now)
  const decisions = decisionStore(db, directory)
  const dependencies = dependencyStore(db, bus, now)
  const legacy = legacyStore(db, directory, bus, now)
  const notices = noticeStore(db)
  const answeringFor = async (owner: Owner) =>
    answering(owner, await appointments.all(), (await directory.now()).bodies, now())
  const notify = createNotify({
    notices,
    answering: answeringFor,
    viewerOf: viewers.of,
    sees: seenBy({
      Action: actions.get,
      Meeting: meetings.get,
      Decision: decisions.get,
      LegacyItem: legacy.get,
      Commitment: legacy.get,
    }),
  })
  const common = { db, bus, now, command, project, directory, notify }

  const closing = createClosing({ actions, meetings, legacy, appointments, notify, now })
  const bodyOf = async (id: string) => (await actions.listAll()).find((one) => one.id === id)?.bodyId ?? null
  const hiddenFactsNow = async (ids: readonly string[]) => hiddenFacts(ids, await actions.listAll())
  const isFinished = () => finished(actions, legacy, registers, workAreas)
  const blocked = blockedRecords({ dependencies, bus, now }, isFinished)

  const { declarations } = ofMeetings
  const deciding = createDeciding({ ...common, texts, actions, meetings, decisions, declarations, appointments })
  const { minutes } = deciding
  const tellWaiting = tellDependents({ dependencies, notify, actions: actions.listAll, now })
  const actionsFeature = createActions({
    ...common,
    actions,
    blocked,
    openBlockers: openBlockers({
      dependencies,
      directory,
      isFinished,
      loadFor: (viewer) => createLoaders(Object.assign({}, ...features.map(({ sources }) => sources)), viewer),
      bodyOf,
    }),
    tellWaiting,
    bodyOfMeeting: async (viewer, id) => (await meetings.get(viewer, id)).body.id,
  })
  const workProgramme = createWorkProgramme({
    ...common,
    actions,
    decisions,
    place: closing.place,
    raiseAction: actionsFeature.propose,
  })
  const { workAreas } = workProgramme
  const packs = handOverPackStore(common)
  const legacyFeature = createLegacy({
    ...common,
    legacy,
    packs,
    answering: async () => answeringNow(await appointments.all(), (await directory.now()).bodies, now()),
  })
  const measuresFeature = createMeasures({
    ...common,
    printed: async () => (await registers.indicators.all()).map(withId),
    waitsOf: async (ids) => (await dependencies.all()).filter(({ dependentId }) => ids.includes(dependentId)),
  })
  const publicationsFeature = createPublications({
    ...common,
    printed: async () => (await registers.publications.all()).map(withId),
    statusesOf: async (viewer, ids) => (await actions.list(viewer, { ids })).map(({ record }) => record.status),
  })
  const numbers: Feature[] = [
    measuresFeature,
    createDataRequests(common),
    createFunding({
      ...common,
      lines: async () => (await registers.funding.all()).map(withId),
      traced: (viewer) => tracedFrom(viewer, actions, registers, workAreas, measuresFeature.measures),
    }),
    createEvidence({
      ...common,
      actionIdsOf: async (viewer) => (await actions.list(viewer)).map(({ record }) => record.id),
      knownActions: async (viewer, ids) => (await actions.list(viewer, { ids })).map(({ record }) => record.id),
      knownDecisions: async (viewer, ids) => (await decisions.list(viewer, { ids })).map(({ id }) => id),
    }),
    publicationsFeature,
  ]
  const words = documentTexts(db, now)
  const restrictedStores = restrictedItemStores(needs)
  const restrictedItems = createRestrictedItems({
    ...common,
    ...restrictedStores,
    meetingOf: (viewer, id, tx) => meetings.get(viewer, id, tx),
    saveAgenda: async (tx, viewer, id, agenda) => {
      const held = await meetings.get(viewer, id, tx)
      const office = officeFor(viewer, 'prepare', { space: 'body', body: held.body })
      await meetings.save(tx, viewer, held, withAgenda(held.record, agenda), office)
    },
    moveFromMinutes: (tx, item) => moveFromMinutes(texts, words, tx, item),
    guardItem: (tx, { meetingId, id }, to) =>
      keepRestriction(db, tx.session, { type: 'AgendaItem', id: `${meetingId}:${id}` }, to),
  })
  const subjectOf = createSubjects({ actions, decisions, legacy, meetings, directory })
  const versions = createVersionsFeature({
    ...common,
    history: createHistory(db, (id) => liveOf(documents, id).schema),
    documents: () => documents,
    subjectOf: textSubjects({ subjectOf, items: restrictedStores.items, directory }),
    restrictedItems: (meetingId, itemIds) => restrictedItemsOf(db, meetingId, itemIds),
    redactAgreed: minutes.redactAgreed,
    readAgreed: minutes.readAgreed,
  })
  const scrutiny = scrutinyFeatures({
    ...{ common, registers, actions, legacy, workAreas },
    addedFigures: measuresFeature.addedFigures,
  })
  const said = {
    comments: commentStore(needs),
    subjectOf,
    directory,
  }
  const commenting = {
    ...common,
    ...said,
    viewerOf: viewers.of,
    answering: answeringFor,
    inOffice: async () =>
      (await appointments.all()).filter((one) => inForce(one, now())).flatMap(({ personId }) => personId ?? []),
  }
  const linking = { ...common, dependencies, actions: actions.listAll, isFinished }
  const layouts = createLayouts()
  const features: Feature[] = [
    restrictedItems,
    versions,
    ...numbers,
    createComments(commenting),
    createUndo({
      command,
      directory,
      acts: createActs(db),
      unsay: notices.unsay,
      undoers: {
        Action: undoOnAction({ db, actions, tellWaiting }),
        Comment: undoOnComment({ ...commenting, db }),
        Dependency: undoOnDependency(linking),
        LegacyItem: undoOnLegacy({ legacy, notify }),
        Commitment: undoOnLegacy({ legacy, notify }),
      },
    }),
    createNotices({
      command,
      notices,
      late: async (viewer) => [
        ...(await lateOf(actions, viewer, now())),
        ...(await scrutiny.lateRecommendations(viewer)),
      ],
      bodyOf,
      said: (viewer, line) => wordsSaid(said, viewer, line),
    }),
    createDeviceFeature({
      db,
      now,
      meetingsOf: async (viewer, bodyId) => (await meetings.list(viewer, bodyId)).map(({ record }) => record),
      actionsOf: async (viewer, bodyId) => (await actions.list(viewer, { bodyId })).map(({ record }) => record),
      restricted: () => restrictedOf(db, ['Action', 'Decision']),
      find: subjectOf,
    }),
    bodiesFeature({ ...common, bodies, terms: createRecordStore(common, termsKind), ...closing }),
    peopleFeature({ ...common, people, appointments }),
    registersFeature(registers, publicationsFeature.added),
    ...scrutiny.features,
    ...workProgramme.features,
    actionsFeature,
    legacyFeature,
    createDependencies({ ...linking, blocked }),
    createRadar({
      ...common,
      dependencies,
      actionOf: actions.get,
      hiddenFacts: hiddenFactsNow,
      meetingsAhead: async (viewer) => meetingsAhead(await meetings.list(viewer), now()),
      mapExpected: layouts.begin,
    }),
    createDependencyGraph({ ...common, dependencies, hiddenFacts: hiddenFactsNow, layouts }),
    ...deciding.features,
    createMeetings({
      ...common,
      meetings,
      ...ofMeetings,
      openActionsOf: (viewer, bodyId) => openActionsOf(actions, viewer, bodyId),
      freeze: minutes.freeze,
      keepMinutes: (tx, id, kind) => versions.keepWith(tx, `minutes:${id}`, kind),
      publishDecisions: deciding.publish,
      expectedAt: async (bodyId) => expectedAt(appointments, (await directory.now()).bodies, bodyId, now()),
    }),
  ]
  const documents: LiveDocuments = {
    minutes: searchable(minutes.document, 'minutes', minutesPlainText, words),
    action: searchable(actionsFeature.document, 'action', (doc) => actionWords(doc).detail, words),
    item: restrictedItems.document,
    legacy: searchable(legacyFeature.document, 'legacy', legacyWords, words),
  }
  const { added: addedPublications } = publicationsFeature
  return {
    features,
    documents,
    actions,
    meetings,
    decisions,
    legacy,
    dependencies,
    workAreas,
    addedPublications,
    countLetters: scrutiny.countLetters,
    documentTexts: words,
    versions,
  }
}

/** Whoever holds an office on the body now; guests come to single items. Who sits on the Operational Group follows from offices elsewhere. */
async function expectedAt(
  appointments: AppointmentStore,
  bodies: Names['bodies'],
  bodyId: string,
  at: Date,
): Promise<string[]> {
  const all = await appointments.all()
  const kinds = new Map([...bodies.values()].map(({ id, kind }) => [id, kind]))
  const held = all.filter(
    (one) =>
      one.bodyId === bodyId && one.office !== 'guest' && inForce(one, at) && (!one.source || one.from || one.until),
  )
  const derived = kinds.get(bodyId) === 'operational-group' ? operationalMembers(all, kinds, at) : []
  return [...new Set([...held, ...derived].flatMap(({ personId }) => personId ?? []))]
}

/** What is still to be done on a body, the first due on top. */
async function openActionsOf(actions: ActionStore, viewer: Viewer, bodyId: string): Promise<string[]> {
  const held = (await actions.list(viewer, { bodyId })).map(({ record }) => record)
  const open = held.filter(({ kind, status }) => kind === 'action' && unfinishedStatuses.includes(status))
  const due = (one: (typeof open)[number]) => one.due?.latest ?? '9999'
  return open.sort((a, b) => due(a).localeCompare(due(b)) || a.number - b.number).map(({ id }) => id)
}

/** Of actions whoever asks may not see: who holds them, and whether they are finished. */
function hiddenFacts(ids: readonly string[], actions: Awaited<ReturnType<ActionStore['listAll']>>) {
  const wanted = new Set(ids)
  const found = actions.filter(({ id }) => wanted.has(id))
  return new Map(found.map(({ id, bodyId, status }) => [id, { bodyId, done: !unfinishedStatuses.includes(status) }]))
}

function meetingsAhead(meetings: Awaited<ReturnType<MeetingStore['list']>>, at: Date) {
  const planned = meetings.filter(({ record }) => record.status === 'planned' && record.startsAt >= at)
  return planned.map(({ record: { id, bodyId, startsAt } }) => ({ id, bodyId, startsAt }))
}

/** Whether something that others wait for is done, in the terms of its own kind. */
async function finished(
  actions: ActionStore,
  legacy: LegacyStore,
  { publications }: Registers,
  workAreas: WorkAreas,
): Promise<(id: string) => boolean> {
  const done = new Set([
    ...(await legacy.done()),
    ...(await actions.listAll()).filter(({ status }) => !unfinishedStatuses.includes(status)).map(({ id }) => id),
    ...(await workAreas.all()).filter(({ status }) => status === 'done').map(({ id }) => id),
    ...(await publications.all()).filter(({ status }) => status === 'published').map(({ _id }) => _id),
  ])
  return (id) => done.has(id)
}

type Reader = (viewer: Viewer, id: string, tx: Transaction) => Promise<unknown>

/** Whether somebody may see a record, asked of its own store; a kind that is not asked here is asked when the notice is read. */
function seenBy(readers: Partial<Record<EntityName, Reader>>): NotifyNeeds['sees'] {
  return async (tx, viewer, { type, id }) => {
    try {
      await readers[type]?.(viewer, id, tx)
      return true
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  }
}

/** What is the viewer's and late. Dates that only the documents give are facts of their time: nobody is told of them today. */
async function lateOf(actions: ActionStore, viewer: Viewer, at: Date) {
  const today = dayInLondon(at)
  return (await actions.list(viewer)).flatMap(({ record }) => {
    const since = actionOverdueSince(record, today)
    const ours = record.source === null || record.versions.due !== undefined
    return since && ours && owns(viewer, record.owner)
      ? [{ about: { type: 'Action' as const, id: record.id }, since }]
      : []
  })
}

const withId = <R extends { _id: string }>({ _id, ...record }: R) => ({ ...record, id: _id })

/** What money can be followed to: work areas, the actions in them, and the indicators that measure them. */
async function tracedFrom(
  viewer: Viewer,
  actions: ActionStore,
  { funding }: Registers,
  workAreas: WorkAreas,
  measures: ReturnType<typeof createMeasures>['measures'],
): Promise<Traced[]> {
  const lines = await funding.all()
  const areas = (await workAreas.list(viewer)).map(({ id, title }) => ({
    id,
    kind: 'work-area' as const,
    title: title.en ?? '',
    from: lines.filter(({ workAreaIds }) => workAreaIds.includes(id)).map((line) => line._id),
  }))
  const acts = (await actions.list(viewer)).map(({ record }) => ({
    id: record.id,
    kind: 'action' as const,
    title: record.title,
    from: [...record.fundingIds, ...record.workAreaIds],
  }))
  const figures = (await measures.list(viewer)).map(({ id, title, workAreaIds }) => ({
    id,
    kind: 'measure' as const,
    title: title.en ?? title.cy ?? '',
    from: workAreaIds,
  }))
  return [...areas, ...acts, ...figures]
}
