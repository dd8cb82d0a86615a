import { connect } from '@camau/collab'
import type { RecordsChanged } from '@camau/protocol'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../../test/running-programme.js'

let programme: RunningProgramme
let chair: Caller
let vice2: Caller
let chair3: Caller
let guest: Caller
let minister: Caller
let residential: Caller
const closing: (() => void)[] = []
beforeAll(async () => {
  programme = await runningProgramme()
  chair = await programme.as('ws1-chair')
  vice2 = await programme.as('ws2-vice-chair')
  chair3 = await programme.as('ws3-chair')
  guest = await programme.as('guest')
  minister = await programme.as('ministers-office')
  residential = await programme.as('tf-residential-chair')
})
afterAll(async () => {
  for (const close of closing) close()
  await programme?.stop()
})

const toViceChair = { bodyId: 'body-ws-2', office: 'VICE_CHAIR' }
const theChair = { bodyId: 'body-ws-1', office: 'CHAIR' }
const theGuest = { personId: 'demo-guest' }

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

/** Follows the programme as somebody; what they have been told of one record since. */
async function listen(who: Caller): Promise<(id: string) => RecordsChanged[]> {
  const told: RecordsChanged[] = []
  const connection = connect({ url: programme.origin, cookie: who.cookie })
  closing.push(() => connection.close())
  const opened = connection.openRecords('programme', {
    onChange: (change) => told.push(change),
    onReset: () => undefined,
  })
  await expect.poll(() => opened.seq()).toBeDefined()
  return (id) => told.filter(({ patches }) => patches.some((patch) => patch.id === id))
}

/** All that the last of these changes tells of the record. */
const lastOf = (changes: readonly RecordsChanged[]) => changes.at(-1)?.patches.map(({ fields }) => fields)
const gone = (id: string) => [{ __typename: 'Action', id, gone: true }]

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

describe('a restricted action that loses its owner', () => {
  it('is gone for them, whether the chair takes the asking back or they decline', async () => {
    const [byChair, byOwner] = [await listen(chair), await listen(vice2)]
    const id = await anAction('Rowan House', { restrictedTo: [theChair] })
    const actId = v7()
    await chair.tell('assignAction', { mutationId: actId, id, owner: toViceChair })
    await expect.poll(() => lastOf(byOwner(id))).toMatchObject([{ title: 'Rowan House' }])
    await chair.tell('undoAct', { actId }, 'id')
    await expect.poll(() => lastOf(byOwner(id))).toEqual(gone(id))
    await chair.tell('assignAction', { id, owner: toViceChair })
    await expect.poll(() => lastOf(byOwner(id))).toMatchObject([{ title: 'Rowan House' }])
    await vice2.tell('declineAction', { id, reason: 'No staff' })
    await expect.poll(() => lastOf(byOwner(id))).toEqual(gone(id))
    await expect.poll(() => byChair(id).at(-1)?.command).toBe('declineAction')
    expect(byChair(id).map((change) => lastOf([change]))).not.toContainEqual(gone(id))
  })
})

describe('an action that somebody sees as its owner or supporter alone', () => {
  it('is gone for them with that, and for nobody else; they learn that alone', async () => {
    const [byGuest, byVice] = [await listen(guest), await listen(vice2)]
    const id = await anAction('Elm House')
    const ways = [
      {
        given: () => chair.tell('assignAction', { id, owner: theGuest }),
        taken: () => chair.tell('assignAction', { id, owner: toViceChair }),
      },
      {
        given: () => chair.tell('assignAction', { id, owner: theGuest }),
        taken: () => guest.tell('declineAction', { id, reason: 'No time' }),
      },
      {
        given: () => chair.tell('addActionSupporter', { id, supporter: theGuest }),
        taken: () => chair.tell('removeActionSupporter', { id, supporter: theGuest }),
      },
    ]
    for (const { given, taken } of ways) {
      await given()
      await expect.poll(() => lastOf(byGuest(id))).toMatchObject([{ title: 'Elm House' }])
      await taken()
      await expect.poll(() => lastOf(byGuest(id))).toEqual(gone(id))
      expect(byGuest(id).at(-1)).toMatchObject({ actor: null, command: null, mutationId: null })
    }
    await expect.poll(() => byVice(id).at(-1)?.command).toBe('removeActionSupporter')
    expect(byVice(id).map((change) => lastOf([change]))).not.toContainEqual(gone(id))
  })

  it('stays for an owner who goes on as a supporter', async () => {
    const byGuest = await listen(guest)
    const id = await anAction('Ash House')
    await chair.tell('addActionSupporter', { id, supporter: theGuest })
    await chair.tell('assignAction', { id, owner: theGuest })
    await chair.tell('assignAction', { id, owner: toViceChair })
    await expect.poll(() => byGuest(id)).toHaveLength(3)
    expect(byGuest(id).map((change) => lastOf([change]))).not.toContainEqual(gone(id))
    await chair.tell('removeActionSupporter', { id, supporter: theGuest })
    await expect.poll(() => lastOf(byGuest(id))).toEqual(gone(id))
  })
})

describe('an action that goes to another body', () => {
  it('is gone for those who may not read there, and for nobody else; they learn that alone', async () => {
    const [byMinister, byVice] = [await listen(minister), await listen(vice2)]
    const id = await anAction('Larch House')
    await expect.poll(() => lastOf(byMinister(id))).toMatchObject([{ title: 'Larch House' }])
    await chair.tell('proposeActionTransfer', { id, bodyId: 'body-tf-residential-care', reason: 'Theirs' })
    await residential.tell('acceptActionTransfer', { id })
    await expect.poll(() => lastOf(byMinister(id))).toEqual(gone(id))
    expect(byMinister(id).at(-1)).toMatchObject({ actor: null, command: null, mutationId: null })
    await expect.poll(() => byVice(id).at(-1)?.command).toBe('acceptActionTransfer')
    expect(byVice(id).map((change) => lastOf([change]))).not.toContainEqual(gone(id))
  })
})

describe('a comment on an action that has left the sight of some since it was made', () => {
  it('is no news to them when it is edited', async () => {
    const id = await anAction('Alder House')
    const comment = v7()
    await chair.tell('addComment', { id: comment, about: { type: 'Action', id }, text: 'Alder is late' })
    await chair.tell('restrictAction', { id, to: [theChair] })
    const since = await head()
    await chair.tell('editComment', { id: comment, text: 'Alder waits' })
    expect(await missed(chair, since)).toContain('Alder waits')
    expect(await missed(vice2, since)).not.toContain(comment)
  })
})
