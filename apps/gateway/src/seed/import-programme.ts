import type { ClientSession, Connection, Model } from 'mongoose'
import { actionModel } from '../features/actions/action.model.js'
import { bodyModel } from '../features/bodies/body.model.js'
import { decisionModel } from '../features/decisions/decision.model.js'
import { dependencyModel } from '../features/dependencies/dependency.model.js'
import { commitmentModel } from '../features/legacy/commitment.model.js'
import { legacyItemModel } from '../features/legacy/legacy-item.model.js'
import { appointmentModel } from '../features/people/appointment.model.js'
import { personModel } from '../features/people/person.model.js'
import { roleModel } from '../features/people/role.model.js'
import { phaseKind } from '../features/phases/phase.kind.js'
import { correspondenceModel } from '../features/registers/correspondence.model.js'
import { eventModel } from '../features/registers/event.type.js'
import { fundingModel } from '../features/registers/funding.type.js'
import { indicatorModel } from '../features/registers/indicator.type.js'
import { publicationModel } from '../features/registers/publication.type.js'
import { termModel } from '../features/registers/term.type.js'
import { workstreamModel } from '../features/registers/workstream.type.js'
import { workAreaKind } from '../features/work-areas/work-area.kind.js'
import { startCount } from '../platform/counters.js'
import { recordModel } from '../platform/record-store.js'
import { inTransaction } from '../platform/transaction.js'
import { importModel, importPatience } from './import.model.js'
import { mapActions, mapDecisions } from './map-actions.js'
import { mapBodies } from './map-bodies.js'
import { mapCommitments, mapDependencies, mapLegacyItems } from './map-legacy.js'
import { mapAppointments, mapPeople, mapRoles } from './map-people.js'
import {
  mapCorrespondence,
  mapFunding,
  mapGlossary,
  mapIndicators,
  mapPhases,
  mapPublications,
  mapTimeline,
  mapWorkAreas,
  mapWorkstreams,
} from './map-registers.js'
import { readSeed, type Seed } from './read-seed.js'

/**
 * Imports the programme once. All of it and the mark that it is there are one transaction: a start that is cut short leaves nothing,
 * and two nodes that start together import once.
 */
export async function importProgramme(db: Connection, folder: string, now: () => Date): Promise<void> {
  const marks = importModel(db)
  if (await marks.findById('programme').lean()) return
  const seed = await readSeed(folder)
  await inTransaction(
    db,
    async (session) => {
      if (await marks.findById('programme').session(session).lean()) return
      const records = await insertAll(db, seed, session)
      await marks.create([{ _id: 'programme', at: now(), records }], { session })
    },
    importPatience,
  )
}

async function insertAll(db: Connection, seed: Seed, session: ClientSession): Promise<number> {
  let count = 0
  const insert = async <T extends { _id: string }>(model: Model<T>, records: readonly T[]) => {
    await model.insertMany([...records], { session })
    count += records.length
  }
  await insert(bodyModel(db), mapBodies(seed))
  await insert(personModel(db), mapPeople(seed))
  await insert(roleModel(db), mapRoles(seed))
  await insert(appointmentModel(db), mapAppointments(seed))
  await insert(workstreamModel(db), mapWorkstreams(seed))
  await insert(recordModel(db, phaseKind), mapPhases(seed))
  await insert(recordModel(db, workAreaKind), mapWorkAreas(seed))
  await insert(legacyItemModel(db), mapLegacyItems(seed))
  await insert(commitmentModel(db), mapCommitments(seed))
  await insert(actionModel(db), mapActions(seed))
  await insert(dependencyModel(db), mapDependencies(seed))
  await insert(fundingModel(db), mapFunding(seed))
  await insert(indicatorModel(db), mapIndicators(seed))
  await insert(correspondenceModel(db), mapCorrespondence(seed))
  await insert(publicationModel(db), mapPublications(seed))
  await insert(eventModel(db), mapTimeline(seed))
  await insert(termModel(db), mapGlossary(seed))
  const imported = count
  const decisions = mapDecisions(seed)
  await insert(decisionModel(db), decisions) // a second view of three records of the log
  await startCount(db, session, 'actions', Math.max(...seed.actions.items.map(({ number }) => number)))
  await startCount(db, session, 'decisions', decisions.length)
  return imported
}
