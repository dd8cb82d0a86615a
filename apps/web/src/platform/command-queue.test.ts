import { v7 as newId } from 'uuid'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openCommandQueue, type Reply } from './command-queue'
import type { CommandStore, KeptCommand } from './command-store'
import { memoryStore } from './command-store.fixture'
import type { Refused } from './refused'

afterEach(() => void vi.useRealTimers())

const refused: Refused = { code: 'evidence-needed', details: {}, reference: null }

function aCommand(id: string, at = Number(id)): Omit<KeptCommand, 'refused' | 'personId'> {
  return {
    id,
    at,
    document: { kind: 'Document', definitions: [] } as KeptCommand['document'],
    variables: { input: { mutationId: id } },
    what: { en: `Command ${id}`, cy: `Gorchymyn ${id}` },
  }
}

/** A server that answers as told, and remembers what it was sent. */
function aServer(answer: (command: KeptCommand) => Reply = () => ({ state: 'done', data: null })) {
  const sent: string[] = []
  const server = {
    sent,
    answer,
    post: async (command: KeptCommand) => {
      sent.push(command.id)
      return server.answer(command)
    },
  }
  return server
}

const down = (): Reply => ({ state: 'unreachable' })
const up = (): Reply => ({ state: 'done', data: null })

function aQueue(server: ReturnType<typeof aServer>, store: CommandStore = memoryStore(), personId = 'a') {
  return openCommandQueue({ personId, store, post: server.post, over: () => {} })
}

/** Windows of one browser: they share the device, and take turns. */
function aBrowser(server: ReturnType<typeof aServer>, store: CommandStore = memoryStore()) {
  let last: Promise<unknown> = Promise.resolve()
  const alone = (work: () => Promise<void>) => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  return function aWindow() {
    const over: string[] = []
    const queue = openCommandQueue({ personId: 'a', store, post: server.post, alone, over: (id) => over.push(id) })
    return { queue, over }
  }
}

describe('a command', () => {
  it('is answered when the line is up, and no longer kept', async () => {
    const server = aServer(() => ({ state: 'done', data: { closed: true } }))
    const queue = aQueue(server)
    expect(await queue.send(aCommand('1'))).toEqual({ state: 'done', data: { closed: true } })
    expect(queue.kept.get()).toEqual([])
  })

  it('is kept while the line is down, and sent once when it returns', async () => {
    const server = aServer(down)
    const queue = aQueue(server)
    expect(await queue.send(aCommand('1'))).toEqual({ state: 'kept' })
    expect(queue.kept.get().map(({ id }) => id)).toEqual(['1'])
    server.answer = up
    await Promise.all([queue.flush(), queue.flush(), queue.flush()])
    await queue.flush()
    expect(server.sent).toEqual(['1', '1'])
    expect(queue.kept.get()).toEqual([])
  })

  it('goes out under the same id every time, so that the server does it once', async () => {
    const store = memoryStore()
    const server = aServer(down)
    await aQueue(server, store).send(aCommand('1'))
    server.answer = up
    // The page was closed and opened again.
    const queue = aQueue(server, store)
    await queue.flush()
    expect(server.sent).toEqual(['1', '1'])
  })
})

describe('several commands', () => {
  it('arrive in the order they were given, also after a reload', async () => {
    const store = memoryStore()
    const server = aServer(down)
    const before = aQueue(server, store)
    for (const id of ['1', '2', '3']) await before.send(aCommand(id))
    server.answer = up
    server.sent.length = 0
    await aQueue(server, store).flush()
    expect(server.sent).toEqual(['1', '2', '3'])
  })

  it('keep their order when the clock steps back', async () => {
    const server = aServer(down)
    const queue = aQueue(server)
    const ids: string[] = []
    for (const now of ['2026-03-01T10:00:05Z', '2026-03-01T10:00:00Z', '2026-03-01T10:00:01Z']) {
      vi.setSystemTime(now)
      const id = newId()
      ids.push(id)
      await queue.send(aCommand(id, Date.now()))
    }
    server.answer = up
    server.sent.length = 0
    await queue.flush()
    expect(server.sent).toEqual(ids)
  })

  it('do not overtake one whose fate is unknown', async () => {
    const server = aServer(({ id }) => (id === '1' ? { state: 'unreachable' } : { state: 'done', data: null }))
    const queue = aQueue(server)
    await queue.send(aCommand('1'))
    await queue.send(aCommand('2'))
    expect(new Set(server.sent)).toEqual(new Set(['1']))
    expect(queue.kept.get().map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('given at once are all answered', async () => {
    const server = aServer()
    const queue = aQueue(server)
    const outcomes = await Promise.all(['1', '2', '3'].map((id) => queue.send(aCommand(id))))
    expect(outcomes.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    expect([...server.sent].sort()).toEqual(['1', '2', '3'])
  })
})

describe('a refused command', () => {
  it('is handed back to whoever still looks at the form, and kept nowhere', async () => {
    const queue = aQueue(aServer(() => ({ state: 'refused', refused })))
    expect(await queue.send(aCommand('1'))).toEqual({ state: 'refused', refused })
    expect(queue.kept.get()).toEqual([])
  })

  it('is kept for whoever has left its form by then, but not what is carried out, or told them elsewhere', async () => {
    const server = aServer()
    const queue = aQueue(server)
    server.answer = ({ id }) => {
      queue.leave(id, () => id === '3')
      return id !== '2' ? { state: 'refused', refused } : up()
    }
    const outcomes = await Promise.all(['1', '2', '3'].map((id) => queue.send(aCommand(id))))
    expect(outcomes).toEqual([{ state: 'refused', refused }, up(), { state: 'refused', refused }])
    await expect.poll(() => queue.kept.get()).toMatchObject([{ id: '1', refused: { code: 'evidence-needed' } }])
    await queue.discard('1')
    expect(queue.kept.get()).toEqual([])
  })

  it('sent later needs attention, with its reason, and holds up nothing', async () => {
    const server = aServer(down)
    const queue = aQueue(server)
    await queue.send(aCommand('1'))
    await queue.send(aCommand('2'))
    server.answer = ({ id }) => (id === '1' ? { state: 'refused', refused } : { state: 'done', data: null })
    await queue.flush()
    expect(queue.kept.get()).toMatchObject([{ id: '1', refused: { code: 'evidence-needed' } }])
    await queue.flush()
    expect(server.sent.filter((id) => id === '1')).toHaveLength(3)
    await queue.discard('1')
    expect(queue.kept.get()).toEqual([])
  })

  it('can be tried again', async () => {
    const server = aServer(down)
    const queue = aQueue(server)
    await queue.send(aCommand('1'))
    server.answer = () => ({ state: 'refused', refused })
    await queue.flush()
    server.answer = up
    await queue.retry('1')
    expect(queue.kept.get()).toEqual([])
  })

  it('goes again over the version of somebody who was quicker, where the person keeps their own', async () => {
    const based: unknown[] = []
    const server = aServer(down)
    const queue = aQueue(server)
    await queue.send({ ...aCommand('1'), variables: { input: { mutationId: '1', basedOn: 0 } } })
    server.answer = ({ variables: { input } }) => {
      based.push(input.basedOn)
      return input.basedOn === 1 ? up() : { state: 'refused', refused }
    }
    await queue.flush()
    await queue.retry('1')
    await queue.retry('1', 1)
    expect(based).toEqual([0, 0, 1])
    expect(queue.kept.get()).toEqual([])
  })
})

describe('two windows of one person', () => {
  it('a command that the other one sent is over in both', async () => {
    const server = aServer(down)
    const aWindow = aBrowser(server)
    const [a, b] = [aWindow(), aWindow()]
    await a.queue.send(aCommand('1'))
    server.answer = up
    await b.queue.flush()
    await a.queue.flush()
    expect(a.queue.kept.get()).toEqual([])
    expect(a.over).toEqual(['1'])
  })

  it('a window opened while a command is under way learns that it is over', async () => {
    const store = memoryStore()
    const server = aServer(down)
    const aWindow = aBrowser(server, store)
    const a = aWindow()
    await a.queue.send(aCommand('1'))
    const b = aWindow()
    await b.queue.ready
    expect(b.queue.kept.get().map(({ id }) => id)).toEqual(['1'])
    server.answer = () => ({ state: 'refused', refused })
    await a.queue.flush()
    await b.queue.flush()
    expect([a.over, b.over]).toEqual([['1'], ['1']])
    expect(b.queue.kept.get()).toMatchObject([{ id: '1', refused: { code: 'evidence-needed' } }])
  })
})

describe('two people on one device', () => {
  it('each send only what is their own', async () => {
    const store = memoryStore()
    const away = aServer(down)
    await aQueue(away, store, 'a').send(aCommand('1'))
    const server = aServer()
    const other = aQueue(server, store, 'b')
    await other.flush()
    expect(server.sent).toEqual([])
    expect(other.kept.get()).toEqual([])
    expect((await store.of('a')).map(({ id }) => id)).toEqual(['1'])
  })

  it('a command stays kept when somebody else is signed in by then', async () => {
    const queue = aQueue(aServer(() => ({ state: 'unreachable' })))
    expect(await queue.send(aCommand('1'))).toEqual({ state: 'kept' })
    expect(queue.kept.get()).toHaveLength(1)
  })

  it('a command that is refused when its person has left is not written back: it was sealed', async () => {
    const store = memoryStore()
    const server = aServer(down)
    const queue = aQueue(server, store)
    await queue.send(aCommand('1'))
    server.answer = () => {
      void store.remove('1') // sealed while the answer is on its way
      return { state: 'refused', refused }
    }
    await queue.flush()
    expect(await store.all()).toEqual([])
    expect(queue.kept.get()).toEqual([])
  })
})

describe('a command on a slow device', () => {
  it('is sent while the device still writes it down, and forgotten once both are done', async () => {
    const { store, slow } = aSlowStore()
    const server = aServer()
    const queue = aQueue(server, store)
    expect(await queue.send(aCommand('1'))).toMatchObject({ state: 'done' })
    expect(await store.of('a')).toEqual([])
    slow.write()
    await queue.flush()
    await expect.poll(() => store.of('a')).toEqual([])
  })

  it('is called kept only when the device has it', async () => {
    const { store, slow } = aSlowStore()
    const server = aServer(down)
    const queue = aQueue(server, store)
    let outcome: unknown = null
    const sent = queue.send(aCommand('1')).then((now) => {
      outcome = now
    })
    await expect.poll(() => server.sent).toEqual(['1'])
    expect(outcome).toBeNull()
    slow.write()
    await sent
    expect(outcome).toEqual({ state: 'kept' })
    expect((await store.of('a')).map(({ id }) => id)).toEqual(['1'])
  })
})

describe('a device that fails', () => {
  const no = () => Promise.reject(new Error('closed'))

  it('has no room: the person is told that the command lives in this page alone, until it is sent', async () => {
    const full: CommandStore = { ...memoryStore(), put: no }
    const server = aServer(down)
    const queue = aQueue(server, full)
    expect(await queue.send(aCommand('1'))).toEqual({ state: 'kept' })
    await expect.poll(() => queue.onlyHere.get()).toBe(true)
    expect(queue.kept.get()).toHaveLength(1)
    server.answer = up
    await queue.flush()
    expect(server.sent).toEqual(['1', '1'])
    expect(queue.kept.get()).toEqual([])
    expect(queue.onlyHere.get()).toBe(false)
  })

  it('has room again: what lived in the page is written down at the next try', async () => {
    const store = memoryStore()
    const device = { ...store, put: no as CommandStore['put'] }
    const queue = aQueue(aServer(down), device)
    await queue.send(aCommand('1'))
    await queue.flush()
    expect(queue.onlyHere.get()).toBe(true)
    device.put = store.put
    await queue.flush()
    expect(queue.onlyHere.get()).toBe(false)
    expect((await store.of('a')).map(({ id }) => id)).toEqual(['1'])
  })

  it('is closed: what is given in this window is still sent and answered', async () => {
    const server = aServer()
    const queue = aQueue(server, { of: no, all: no, put: no, rewrite: no, remove: no })
    await queue.ready
    expect(await queue.send(aCommand('1'))).toMatchObject({ state: 'done' })
    server.answer = down
    expect(await queue.send(aCommand('2'))).toEqual({ state: 'kept' })
    server.answer = () => ({ state: 'refused', refused })
    await queue.flush()
    expect(queue.kept.get()).toMatchObject([{ id: '2', refused: { code: 'evidence-needed' } }])
    await queue.discard('2')
    expect(queue.kept.get()).toEqual([])
    expect(server.sent.at(-1)).toBe('2')
  })

  it('is closed after a command was kept: it is sent all the same, once', async () => {
    const store = memoryStore()
    const device = { ...store }
    const server = aServer(down)
    const queue = aQueue(server, device)
    await queue.send(aCommand('1'))
    await queue.flush()
    server.answer = up
    server.sent.length = 0
    device.of = no
    await queue.flush()
    await queue.flush()
    expect(server.sent).toEqual(['1'])
  })

  it('will not let go of a command: it is sent once', async () => {
    const server = aServer()
    const queue = aQueue(server, { ...memoryStore(), remove: no })
    await queue.send(aCommand('1'))
    await queue.flush()
    expect(server.sent).toEqual(['1'])
    expect(queue.kept.get()).toEqual([])
  })
})

/** A device that writes only when told to. */
function aSlowStore() {
  const store = memoryStore()
  const slow = { write: () => {} }
  const told = new Promise<void>((resolve) => {
    slow.write = resolve
  })
  return { slow, store: { ...store, put: (command: KeptCommand) => told.then(() => store.put(command)) } }
}
