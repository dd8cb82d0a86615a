import { setImmediate as immediate } from 'node:timers/promises'
import type { Connection, OpenDocument } from '@camau/collab'
import { minutesText } from '@camau/collab'
import type { Restriction } from '@camau/domain'
import type { RecordsChanged, RecordsRoom } from '@camau/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeModel, roomModel } from '../platform/change.model.js'
import { mostMissed } from '../platform/change-feed.js'
import type { ChangeRow } from '../platform/changes.js'
import { aBareSocket } from './testing/attacker.js'
import { aDatabase } from './testing/engine.js'
import { aGateway, anOffice, body, type Gateway } from './testing/gateway.js'
import { latch } from './testing/latch.js'
import { aParagraph } from './testing/typist.js'

const oneSecond = { timeout: 1_000, interval: 10 }
const room = `body:${body.id}` as const

let database: Awaited<ReturnType<typeof aDatabase>>
let gateway: Gateway
beforeAll(async () => {
  database = await aDatabase()
  gateway = await aGateway({ uri: database.uri })
})
afterAll(async () => {
  await gateway?.close()
  await database?.stop()
})

const write = ({ doc }: OpenDocument, text: string): void => minutesText(doc).push([aParagraph(text)])
const textOf = ({ doc }: OpenDocument): string => minutesText(doc).toString()

/** The chair writes, somebody else reads and writes along. */
async function twoPeople(personId: string, meeting: string) {
  const connection = await gateway.as(personId)
  const mine = connection.openDocument(`minutes:${meeting}`)
  const chair = (await gateway.as(`chair-${meeting}`)).openDocument(`minutes:${meeting}`)
  await Promise.all([mine.opened, chair.opened])
  write(mine, 'before')
  await mine.saved()
  await expect.poll(() => textOf(chair)).toContain('before')
  return { connection, mine, chair }
}

async function commit(
  mutationId: string,
  restrictedTo: Restriction = null,
  at: Date = new Date(),
  where: RecordsRoom = room,
): Promise<ChangeRow[]> {
  const session = await gateway.db.startSession()
  const actor = { personId: 'chair', name: 'Chair', office: 'Chair' }
  const place = { space: 'body', body: { ...body } } as const
  const patches = [
    {
      type: 'Action',
      id: 'a-1',
      version: 1,
      fields: { title: 'Map the core offer' },
      audience: 'member' as const,
      owner: null,
      restrictedTo,
      place,
    },
  ]
  const rows = await session.withTransaction(() =>
    gateway.changes.append(session, [{ room: where, at, actor, command: 'closeAction', mutationId, patches }]),
  )
  await session.endSession()
  return rows
}

/** As another node commits them while the bus is silent: nobody here is told. */
async function commitUnheard(count: number): Promise<void> {
  const rows = changeModel(gateway.db)
  const last = await rows.findOne({ room }).sort({ seq: -1 }).lean()
  if (!last) throw new Error('there is no row to go on from')
  const seqs = Array.from({ length: count }, (_, i) => last.seq + 1 + i)
  await rows.insertMany(seqs.map((seq) => ({ ...last, _id: `${room} ${seq}`, seq })))
  await roomModel(gateway.db).updateOne({ _id: room }, { $set: { seq: last.seq + count } })
}

async function change(mutationId: string, restrictedTo: Restriction = null): Promise<void> {
  for (const row of await commit(mutationId, restrictedTo)) gateway.bus.publish('change', row)
}

describe('when somebody loses their office', () => {
  it('within a second neither edits, presence nor records pass in either direction, and unsent words stay with them', async () => {
    const { connection, mine, chair } = await twoPeople('leaver', 'm-rights')
    const seen: RecordsChanged[] = []
    const refusals: string[] = []
    const opened = connection.openRecords(room, {
      onChange: (c) => seen.push(c),
      onReset: () => {},
      onRefused: (code) => refusals.push(code),
    })
    await expect.poll(() => opened.seq()).toBeDefined()
    await change('mutation-before')
    await expect.poll(() => seen.map(({ mutationId }) => mutationId)).toContain('mutation-before')

    gateway.holds('leaver', [])
    write(mine, 'after')
    await expect.poll(() => mine.status.get(), oneSecond).toMatchObject({ state: 'attention', because: 'not-found' })
    expect(mine.draft?.text).toContain('after')
    await expect(mine.saved()).rejects.toMatchObject({ code: 'not-found' })
    await expect.poll(() => refusals, oneSecond).toContain('not-found')

    write(chair, 'in confidence')
    await chair.saved()
    await change('mutation-after')
    await expect.poll(async () => (await gateway.changes.head(room)) > 1).toBe(true)
    const { doc } = await gateway.live.documents.read('minutes:m-rights')
    expect(minutesText(doc).toString()).toContain('in confidence')
    expect(minutesText(doc).toString()).not.toContain('after')
    expect(textOf(mine)).not.toContain('in confidence')
    expect(seen.map(({ mutationId }) => mutationId)).not.toContain('mutation-after')
    await expect.poll(() => [...chair.awareness.getStates().keys()], oneSecond).not.toContain(mine.doc.clientID)
  })
})

describe('when somebody loses their office in the moment in which they connect', () => {
  it('they come in without it', async () => {
    const [read, here] = latch()
    const [held, letGo] = latch()
    const slow = await aGateway({
      uri: database.uri,
      async readOffices(personId) {
        if (personId !== 'newcomer') return
        here()
        await held
      },
    })
    const connecting = aBareSocket(slow, 'newcomer')
    await read
    slow.holds('newcomer', [])
    letGo()
    const socket = await connecting
    const answers = [
      await socket.emitWithAck('document:open', { documentId: 'minutes:m-newcomer', clientId: 7 }),
      await socket.emitWithAck('records:open', { room }),
    ]
    expect(answers).toMatchObject([
      { ok: false, code: 'not-found' },
      { ok: false, code: 'not-found' },
    ])
    socket.close()
    await slow.close()
  })
})

describe('when an office ends by the clock', () => {
  it('writing ends with it', async () => {
    const { mine } = await twoPeople('term', 'm-term')
    gateway.holds('term', [anOffice({ until: new Date(Date.now() + 900) })])
    await expect.poll(() => mine.status.get().because, { timeout: 1_900 }).toBe('not-found')
  })
})

describe('when a member becomes an observer', () => {
  it('they go on reading', async () => {
    const { mine, chair } = await twoPeople('demoted', 'm-observer')
    gateway.holds('demoted', [anOffice({ office: 'observer' })])
    await expect
      .poll(() => mine.status.get(), oneSecond)
      .toMatchObject({ state: 'read-only', because: 'not-permitted' })
    write(chair, 'for all to read')
    await expect.poll(() => textOf(mine)).toContain('for all to read')
  })
})

describe('whoever may only read', () => {
  it('is never shown a text to write in while their line is broken and comes back', async () => {
    gateway.holds('reads-on', [anOffice({ office: 'observer' })])
    const { chair } = await twoPeople('writes-on', 'm-read-on')
    const connection = await gateway.as('reads-on')
    const page = connection.openDocument('minutes:m-read-on')
    await page.opened
    const seen = new Set<boolean>()
    for (const moment of [connection.channel.line, page.status]) moment.subscribe(() => seen.add(page.readOnly))
    const before = connection.channel.connectionId()
    connection.channel.breakOff()
    await expect.poll(() => connection.channel.connectionId() !== before).toBe(true)
    write(chair, 'said meanwhile')
    await expect.poll(() => textOf(page)).toContain('said meanwhile')
    expect([...seen]).toEqual([true])
    expect(page.status.get()).toMatchObject({ state: 'read-only', because: 'not-permitted' })
  })
})

describe('when the minutes are agreed', () => {
  it('nobody writes in them any more', async () => {
    const { mine, chair } = await twoPeople('writer', 'm-agreed')
    gateway.agree('m-agreed')
    for (const one of [mine, chair]) {
      await expect
        .poll(() => one.status.get(), oneSecond)
        .toMatchObject({ state: 'read-only', because: 'minutes-agreed' })
    }
    write(mine, 'too late')
    expect(mine.draft?.text).toBe('too late')
    const { doc } = await gateway.live.documents.read('minutes:m-agreed')
    expect(minutesText(doc).toString()).not.toContain('too late')
  })
})

describe('whoever was let in a moment ago', () => {
  it('is asked again when that has moved', async () => {
    const connection = await gateway.as('returner')
    const before = connection.openDocument('minutes:m-returned')
    await before.opened
    expect(before.readOnly).toBe(false)
    before.close()
    gateway.agree('m-returned')
    const after = connection.openDocument('minutes:m-returned')
    await after.opened
    expect(after.readOnly).toBe(true)
  })
})

describe('when a session is ended', () => {
  it('its sockets close and do not come back', async () => {
    const { connection, mine } = await twoPeople('signed-out', 'm-session')
    await gateway.end('signed-out')
    await expect
      .poll(() => connection.channel.line.get(), oneSecond)
      .toEqual({ state: 'ended', because: 'not-signed-in' })
    write(mine, 'unheard')
    expect(mine.pending()).toBe(1)
  })

  it('a line that was broken just then is told so when it comes back', async () => {
    const connection = await gateway.as('fell-asleep', { random: () => 1 })
    const { line, breakOff } = connection.channel
    await expect.poll(() => line.get(), oneSecond).toEqual({ state: 'connected' })
    breakOff()
    await gateway.end('fell-asleep')
    await expect.poll(() => line.get(), { timeout: 5_000 }).toEqual({ state: 'ended', because: 'not-signed-in' })
  })
})

describe('the records of a room', () => {
  /** Resolves when somebody is in the room, and was told what they had missed. */
  const cameIn = (
    connection: Connection,
    listener: Parameters<Connection['openRecords']>[1],
    where: RecordsRoom = room,
  ) => new Promise<void>((done) => connection.openRecords(where, { ...listener, onPresence: () => done() }))

  it('arrive in order without a gap, also what was missed during a break', async () => {
    const connection = await gateway.as('follower', { random: () => 0 })
    const seen: number[] = []
    const from = await gateway.changes.head(room)
    await cameIn(connection, { since: from, onChange: ({ seq }) => seen.push(seq), onReset: () => seen.push(-1) })
    await change('one')
    connection.channel.breakOff()
    await change('two')
    await change('three')
    await expect.poll(() => seen, { timeout: 5_000 }).toEqual([from + 1, from + 2, from + 3])
  })

  it('that changed while a page asked for what it shows are told it when it comes in', async () => {
    const ago = (seconds: number) => new Date(Date.now() - 1_000 * seconds)
    for (const [what, seconds] of [
      ['long ago', 60],
      ['meanwhile', 5],
      ['just now', 0],
    ] as const)
      await commit(what, null, ago(seconds), 'programme')
    const seen: (string | null)[] = []
    const newcomer = await gateway.as('newcomer')
    const onChange = ({ mutationId }: RecordsChanged) => seen.push(mutationId)
    await cameIn(newcomer, { onChange, onReset: () => seen.push('reset') }, 'programme')
    expect(seen).toEqual(['meanwhile', 'just now'])
    newcomer.close()
  })

  /** What somebody hears who has seen everything up to a number. */
  async function heardFrom(since: number): Promise<RecordsChanged[] | 'reset'> {
    const connection = await gateway.as(`late-${since}`)
    let heard: RecordsChanged[] | 'reset' = []
    const opened = connection.openRecords(room, {
      since,
      onChange: (one) => heard !== 'reset' && heard.push(one),
      onReset: () => {
        heard = 'reset'
      },
    })
    const head = await gateway.changes.head(room)
    // Ahead of what there is, the number goes back.
    await expect.poll(() => opened.seq(), { timeout: 5_000 }).toBe(head)
    connection.close()
    return heard
  }

  it('are caught up with from any number, without a gap; what is not for somebody’s eyes is a number to them', async () => {
    await change('before')
    const from = await gateway.changes.head(room)
    const follower = await gateway.as('looker')
    const live: RecordsChanged[] = []
    await cameIn(follower, { since: from, onChange: (one) => live.push(one), onReset: () => {} })
    await change('open')
    await change('secret', [{ kind: 'person', personId: 'somebody-else' }])
    await change('open again')
    await expect.poll(() => live).toHaveLength(3)
    const hidden = { seq: from + 2, previous: from + 1, actor: null, command: null, mutationId: null, patches: [] }
    expect(live[1]).toMatchObject(hidden)
    const all = await heardFrom(0)
    if (all === 'reset') throw new Error('asked for everything again')
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: from + 3 }, (_, i) => i + 1))
    expect(all.slice(from)).toEqual(live)
    for (const since of [from - 1, from, from + 1, from + 2]) expect(await heardFrom(since)).toEqual(all.slice(since))
    follower.close()
  })

  it('are asked for again as a whole by whoever is too far behind, or ahead of what there is, or on a node that is', async () => {
    const from = await gateway.changes.head(room)
    const follower = await gateway.as('far-behind')
    let resets = 0
    const opened = follower.openRecords(room, { onChange: () => {}, onReset: () => resets++ })
    await expect.poll(() => opened.seq()).toBe(from)
    await commitUnheard(mostMissed + 1)
    // This node finds them when it looks, and tells its readers without waiting for another change.
    const head = from + mostMissed + 1
    await expect.poll(() => [resets, opened.seq()], { timeout: 15_000 }).toEqual([1, head])
    follower.close()
    expect(await heardFrom(from)).toBe('reset')
    expect(await heardFrom(from + 1)).toHaveLength(mostMissed)
    expect(await heardFrom(head + 1)).toBe('reset')
  })

  it('open to whoever may come in, also while their rights are being asked for again', async () => {
    const socket = await aBareSocket(gateway, 'in-and-out')
    let answered = false
    const asked = Promise.all(Array.from({ length: 40 }, () => socket.emitWithAck('records:open', { room })))
    void asked.then(() => {
      answered = true
    })
    while (!answered) {
      gateway.bus.publish('rights', { personIds: ['in-and-out'] })
      await immediate()
    }
    expect(new Set((await asked).map((answer) => (answer.ok ? 'in' : answer.code)))).toEqual(new Set(['in']))
    socket.close()
  })

  it('say who is where, by the session and not by the message', async () => {
    const names: string[][] = []
    const watcher = await gateway.as('watcher')
    watcher.openRecords(room, {
      onChange: () => {},
      onReset: () => {},
      onPresence: (all) => names.push(all.map(({ name }) => name)),
    })
    const mover = await gateway.as('mover')
    mover.openRecords(room, { onChange: () => {}, onReset: () => {} })
    await expect.poll(() => names.at(-1)).toContain('Member mover')
    mover.close()
    await expect.poll(() => names.at(-1)).not.toContain('Member mover')
  })
})
