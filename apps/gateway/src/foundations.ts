import type { Connection } from 'mongoose'
import type { Config } from './config.js'
import { bodyModel } from './features/bodies/body.model.js'
import { createBodyStore } from './features/bodies/body.store.js'
import { createAppointmentStore } from './features/people/appointment.store.js'
import { createPersonStore } from './features/people/person.store.js'
import { createRegisters } from './features/registers/registers.feature.js'
import { createAudit } from './platform/audit.js'
import { type Bus, keptAcrossNodes } from './platform/bus.js'
import { createChanges } from './platform/change-feed.js'
import { createChangeStore } from './platform/change-store.js'
import { createCommands } from './platform/commands.js'
import { createDirectory } from './platform/directories.js'
import { newId } from './platform/ids.js'
import { createSecurityLog } from './platform/security-log.js'
import { sessionCookie } from './platform/session-cookie.js'
import { createSessions } from './platform/sessions.js'
import { createSureMessages, nothingToNote } from './platform/sure-messages.js'
import { createViewers } from './platform/viewers.js'

export type Foundations = ReturnType<typeof createFoundations>

export interface FoundationNeeds {
  config: Config
  db: Connection
  bus: Bus
  now: () => Date
}

/** In milliseconds. Within one process no message is lost: whatever ends a right or a session is heard at once. */
const keptAlone = 5_000

/** What every feature stands on: who is who, who may what, how a command is carried out, and how its change is told. */
export function createFoundations({ config, db, bus, now }: FoundationNeeds) {
  const bodies = createBodyStore(db, bus, now)
  const people = createPersonStore(db, bus, now)
  const appointments = createAppointmentStore(db, bus, now, bodies.place)
  const registers = createRegisters(db, bus, now)
  const directory = createDirectory(
    async () => ({
      bodies: (await bodyModel(db).find().lean().exec()).map(({ _id, ...body }) => ({ ...body, id: _id })),
      people: [...(await people.all()).values()].map(({ _id, name }) => ({ id: _id, name })),
      titles: await appointments.roles(),
      workstreams: (await registers.workstreams.all()).map(({ _id, ...one }) => ({ ...one, id: _id })),
    }),
    bus,
    now,
  )
  const changeStore = createChangeStore(db)
  const sure = config.redisUrl ? createSureMessages(db) : null
  const keptFor = sure ? keptAcrossNodes : keptAlone
  const cookie = sessionCookie(config.publicUrl?.protocol === 'https:')
  const viewers = createViewers({
    bus,
    keptFor,
    now,
    async read(personId, at) {
      const person = (await people.all()).get(personId)
      return person ? { name: person.name, offices: await appointments.heldBy(personId, at) } : null
    },
  })
  return {
    db,
    bus,
    now,
    bodies,
    people,
    appointments,
    registers,
    directory,
    changeStore,
    sure,
    changes: createChanges({ store: changeStore, bodyPlace: bodies.place }),
    cookie,
    security: createSecurityLog(db, now, newId),
    sessions: createSessions({ db, bus, cookie, sure: sure ?? nothingToNote, keptFor, now, limits: config.limits }),
    viewers,
    ...createCommands({
      db,
      bus,
      audit: createAudit(db),
      changes: changeStore,
      directory,
      sure: sure ?? nothingToNote,
      viewers,
      now,
      newId,
    }),
  }
}
