import { describe, expect, it } from 'vitest'
import { inProcessBus } from './bus.js'
import type { ChangeRow, GuardedPatch } from './changes.js'
import { createWholeList } from './whole.js'

interface Row {
  id: string
  title: string
}

/** A list over rows that can be changed, and what was asked of them. */
function aList() {
  const rows = new Map<string, Row>(['a', 'b', 'c'].map((id) => [id, { id, title: 'before' }]))
  const asked: string[] = []
  const elsewhere: string[] = []
  const bus = inProcessBus()
  const clock = { at: 0 }
  const held: Promise<void>[] = []
  /** The next read that is not held yet ends when it is told to. */
  const holdRead = () => {
    let end = (_error?: Error) => {}
    held.push(new Promise((goOn, fail) => (end = (error) => (error ? fail(error) : goOn()))))
    return { goOn: () => end(), fail: () => end(new Error('the database does not answer')) }
  }
  const list = createWholeList<Row>(
    {
      async read() {
        asked.push('all')
        await held.shift()
        return [...rows.values()]
      },
      async readSome(ids) {
        asked.push(...ids)
        await held.shift()
        return ids.flatMap((id) => rows.get(id) ?? [])
      },
      async changedSince() {
        asked.push('changes')
        return elsewhere.splice(0)
      },
      type: 'Action',
      order: (a, b) => (a.id < b.id ? -1 : 1),
    },
    bus,
    () => new Date(clock.at),
  )
  const change = (id: string, type = 'Action') => {
    rows.set(id, { id, title: 'after' })
    bus.publish('change', aChange(type, id))
  }
  const titles = async () => (await list()).map(({ id, title }) => `${id} ${title}`)
  /** As another node would, without a word on the bus. */
  const changeElsewhere = (id: string) => {
    rows.set(id, { id, title: 'elsewhere' })
    elsewhere.push(id)
  }
  return { asked, clock, change, changeElsewhere, holdRead, titles }
}

function aChange(type: string, id: string): ChangeRow {
  const patch: GuardedPatch = {
    type,
    id,
    version: 2,
    fields: {},
    audience: 'public',
    place: { space: 'correspondence' },
    owner: null,
    restrictedTo: null,
  }
  return {
    room: 'programme',
    seq: 1,
    at: new Date(0),
    actor: { personId: 'p', name: 'P', office: null },
    command: 'closeAction',
    mutationId: 'm',
    patches: [patch],
  }
}

describe('a long list kept in memory', () => {
  it('is read once, and after a change only what changed is read again, in its order', async () => {
    const { asked, change, titles } = aList()
    expect(await titles()).toEqual(['a before', 'b before', 'c before'])
    change('b')
    change('0')
    expect(await titles()).toEqual(['0 after', 'a before', 'b after', 'c before'])
    await titles()
    expect(asked).toEqual(['all', 'b', '0'])
  })

  it('does not care for records of another kind', async () => {
    const { asked, change, titles } = aList()
    await titles()
    change('b', 'Meeting')
    await titles()
    expect(asked).toEqual(['all'])
  })

  it('shows a change that was told while the whole was being read', async () => {
    const { change, titles } = aList()
    const early = titles()
    change('c')
    expect(await titles()).toContain('c after')
    await early
  })

  it('in use learns in time what nobody told, and nobody waits for it', async () => {
    const { asked, clock, changeElsewhere, titles } = aList()
    await titles()
    changeElsewhere('b')
    clock.at = 6_000
    expect(await titles()).toContain('b before')
    expect(await titles()).toContain('b elsewhere')
    expect(asked).toEqual(['all', 'changes', 'b'])
  })

  it('learns it first after a while, for what was told may have been lost', async () => {
    const { asked, clock, changeElsewhere, titles } = aList()
    await titles()
    changeElsewhere('c')
    clock.at = 10_001
    expect(await titles()).toContain('c elsewhere')
    await titles()
    expect(asked).toEqual(['all', 'changes', 'c'])
  })

  it('is there again after reads that failed while others waited for them', async () => {
    const { change, holdRead, titles } = aList()
    await titles()
    const first = holdRead()
    change('a')
    const one = titles()
    change('b')
    const other = titles()
    first.fail()
    await expect(one).rejects.toThrow('does not answer')
    await expect(other).rejects.toThrow('does not answer')
    expect(await titles()).toEqual(['a after', 'b after', 'c before'])
  })

  it('is there again when already the first read fails, with all that was told meanwhile', async () => {
    const { change, clock, holdRead, titles } = aList()
    const first = holdRead()
    const one = titles()
    change('a')
    const other = titles()
    clock.at = 10_001
    const late = titles()
    first.fail()
    for (const failed of [one, other, late]) await expect(failed).rejects.toThrow('does not answer')
    expect(await titles()).toEqual(['a after', 'b before', 'c before'])
  })

  it('loses no change that is still being read when the read of a later one fails', async () => {
    const { change, holdRead, titles } = aList()
    await titles()
    const [first, second] = [holdRead(), holdRead()]
    change('a')
    const one = titles()
    change('b')
    const other = titles()
    second.fail()
    await expect(other).rejects.toThrow('does not answer')
    const next = titles()
    first.goOn()
    expect(await one).toContain('a after')
    expect(await next).toEqual(['a after', 'b after', 'c before'])
  })
})
