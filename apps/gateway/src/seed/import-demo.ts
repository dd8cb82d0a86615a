import type { Connection } from 'mongoose'
import { bodyModel } from '../features/bodies/body.model.js'
import { meetingModel } from '../features/meetings/meeting.model.js'
import { appointmentModel } from '../features/people/appointment.model.js'
import { personModel } from '../features/people/person.model.js'
import { phaseKind } from '../features/phases/phase.kind.js'
import { recordModel } from '../platform/record-store.js'
import { inTransaction } from '../platform/transaction.js'
import { demoMeetings } from './demo-meetings.js'
import { demoAppointmentRecords, demoPersonRecords } from './demo-people.js'
import { importModel, importPatience } from './import.model.js'
import { readSeed } from './read-seed.js'

/** The programme ended in 2021. In the demo these are at work again; their dates stay what the documents say. */
const atWorkAgain = [
  'body-mag',
  'body-ws-1',
  'body-ws-2',
  'body-ws-3',
  'body-operational-group',
  'body-tf-residential-care',
  'body-ioc-team',
]

/** Adds what the demo needs, once and as a whole, all of it marked as examples. */
export async function importDemo(db: Connection, folder: string, now: () => Date): Promise<void> {
  const marks = importModel(db)
  if (await marks.findById('demo').lean()) return
  const seed = await readSeed(folder)
  const start = now()
  await inTransaction(
    db,
    async (session) => {
      if (await marks.findById('demo').session(session).lean()) return
      const set = { $set: { status: 'active', example: true }, $inc: { version: 1 } } as const
      const open = { $set: { status: 'open', example: true }, $inc: { version: 1 } } as const
      await recordModel(db, phaseKind).updateOne({ _id: 'phase-3' }, open, { session })
      await bodyModel(db).updateMany({ _id: { $in: atWorkAgain } }, set, { session })
      const people = demoPersonRecords()
      const appointments = demoAppointmentRecords(start)
      const meetings = demoMeetings(seed, start)
      await personModel(db).insertMany(people, { session })
      await appointmentModel(db).insertMany(appointments, { session })
      await meetingModel(db).insertMany(meetings, { session })
      const records = people.length + appointments.length + meetings.length
      await marks.create([{ _id: 'demo', at: start, records }], { session })
    },
    importPatience,
  )
}
