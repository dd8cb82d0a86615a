import { type Connection, minutesJson, type OpenDocument, sameState } from '@camau/collab'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from './testing/engine.js'
import { aGateway, type Gateway } from './testing/gateway.js'
import { aSeed, type Random, randomFrom } from './testing/random.js'
import { edit } from './testing/typist.js'

const rounds = Number(process.env.CONVERGENCE_ROUNDS ?? 60)
const people = 5

let database: Awaited<ReturnType<typeof aDatabase>>
let nodes: Gateway[]
beforeAll(async () => {
  database = await aDatabase()
  // Two nodes that share a database and nothing else: each learns of the other's rows from the log alone.
  nodes = [await aGateway({ uri: database.uri, headCheck: 100 }), await aGateway({ uri: database.uri, headCheck: 100 })]
})
afterAll(async () => {
  for (const node of nodes ?? []) await node.close()
  await database?.stop()
})

interface Person {
  connection: Connection
  opened: OpenDocument
}

/** What one needs to know about a replica that differs. */
function told({ connection, opened }: Person): unknown {
  const { pendingStructs, pendingDs } = opened.doc.store
  const line = connection.channel.line.get()
  return {
    person: connection.person,
    line,
    status: opened.status.get(),
    pending: { structs: pendingStructs, ds: pendingDs },
  }
}

/** Cuts the line under the client, as a train in a tunnel would; it comes back by itself. */
function cut({ connection }: Person): void {
  const { channel } = connection
  channel.breakOff()
}

describe('any number of people, on two nodes, with lines that break', () => {
  it('end with the same text, and so does whoever comes later', { timeout: 60_000 }, async () => {
    const random: Random = randomFrom(aSeed())
    const id = `minutes:random-${random.seed}` as const
    const everyone: Person[] = []
    for (let i = 0; i < people; i++) {
      const connection = await nodes[i % 2]!.as(`p${i}`, { random: () => 0 })
      everyone.push({ connection, opened: connection.openDocument(id) })
    }
    await Promise.all(everyone.map(({ opened }) => opened.opened))

    for (let round = 0; round < rounds; round++) {
      for (const { opened } of everyone) if (random.chance(0.7)) edit(opened.doc, random)
      if (random.chance(0.15)) cut(random.pick(everyone))
      if (random.chance(0.5)) await new Promise((done) => setImmediate(done))
      if (random.chance(0.1)) await random.pick(everyone).opened.saved()
    }
    await Promise.all(everyone.map(({ opened }) => opened.saved()))

    const because = `seed ${random.seed}: run again with SEED=${random.seed}`
    const [first] = everyone
    await expect
      .poll(() => everyone.filter(({ opened }) => !sameState(opened.doc, first!.opened.doc)).map(told), {
        timeout: 10_000,
        message: because,
      })
      .toEqual([])
    const { doc: cold } = await nodes[0]!.live.documents.read(id)
    expect(sameState(cold, first!.opened.doc), because).toBe(true)
    for (const { opened } of everyone) expect(minutesJson(opened.doc), because).toEqual(minutesJson(cold))
    for (const { opened } of everyone) expect(opened.draft, because).toBeNull()
  })
})
