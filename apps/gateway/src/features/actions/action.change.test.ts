import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../../test/running-programme.js'

let programme: RunningProgramme
let chair: Caller
let vice2: Caller
let chair3: Caller
beforeAll(async () => {
  programme = await runningProgramme()
  chair = await programme.as('ws1-chair')
  vice2 = await programme.as('ws2-vice-chair')
  chair3 = await programme.as('ws3-chair')
})
afterAll(() => programme?.stop())

const toViceChair = { bodyId: 'body-ws-2', office: 'VICE_CHAIR' }
const theChair = { bodyId: 'body-ws-1', office: 'CHAIR' }

async function anAction(title: string, given: object = {}): Promise<string> {
  const id = v7()
  await chair.tell('proposeAction', { id, bodyId: 'body-ws-1', title, ...given })
  return id
}

async function head(): Promise<number> {
  const { changes } = await chair.ask('{ changes(room: "programme", last: 1) { seq } }')
  return changes[0]?.seq ?? 0
}

/** What somebody who was away since then is told when they come back. */
async function missed(who: Caller, since: number): Promise<string> {
  const query = 'query M($since: Int) { changes(room: "programme", since: $since) { command patches { id fields } } }'
  return JSON.stringify((await who.ask(query, { since })).changes)
}

describe('what was told of an action that is restricted now', () => {
  it('is for its owner of now and those it names, whoever owned it when it was told; so is what was said of it', async () => {
    const since = await head()
    const id = await anAction('Hornbeam House')
    const about = { type: 'Action', id }
    await chair.tell('assignAction', { id, owner: toViceChair })
    await chair.tell('addComment', { id: v7(), about, text: 'Hornbeam is late' })
    await chair.tell('restrictAction', { id, to: [theChair] })
    await chair.tell('addComment', { id: v7(), about, text: 'Hornbeam waits' })
    const all = /Hornbeam House.*Hornbeam is late.*Hornbeam waits/
    for (const who of [chair, vice2]) expect(await missed(who, since)).toMatch(all)
    await chair.tell('assignAction', { id, owner: { personId: 'demo-ws3-chair' } })
    for (const who of [chair, chair3]) expect(await missed(who, since)).toMatch(all)
    expect(await missed(vice2, since)).not.toContain('Hornbeam')
  })
})
