import { Binary, UUID } from 'bson'
import { sessionMinutes } from '../sessions.js'
import { type Command, reply } from './command.js'

export const startSession: Command = {
  fields: [],
  run: () => reply({ id: { id: new Binary(new UUID().buffer, Binary.SUBTYPE_UUID) }, timeoutMinutes: sessionMinutes }),
}

const ending = (field: string): Command => ({
  fields: [],
  run: ({ engine, args }) => {
    for (const lsid of args.embeddedList(field)) engine.sessions.end(lsid)
    return reply({})
  },
})

export const endSessions = ending('endSessions')
export const killSessions = ending('killSessions')

export const killAllSessions: Command = {
  fields: [],
  run: ({ engine }) => {
    engine.sessions.endAll()
    return reply({})
  },
}

export const refreshSessions: Command = {
  fields: [],
  run: ({ engine, args }) => {
    for (const lsid of args.embeddedList('refreshSessions')) engine.sessions.use(lsid)
    return reply({})
  },
}
