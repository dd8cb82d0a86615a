import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, type RunningProgramme, runningProgramme } from '../../test/running-programme.js'

let programme: RunningProgramme
const people = new Map<string, Caller>()
const as = (key: string): Caller => {
  const known = people.get(key)
  if (!known) throw new Error(`${key} is not signed in`)
  return known
}
beforeAll(async () => {
  programme = await runningProgramme()
  const keys = [
    'mag-chair',
    'mag-vice-chair',
    'ws1-chair',
    'ws2-chair',
    'ws2-vice-chair',
    'ws3-chair',
    'member',
    'secretariat',
  ]
  for (const key of [...keys, 'social-care-wales', 'ministers-office', 'scrutiny-reader', 'guest'])
    people.set(key, await programme.as(key))
  people.set('nobody', await programme.as())
})
afterAll(() => programme?.stop())

const ledger =
  'id version owner { label { en } } proposal { state by { name } owner { label { en } } } ledger { state reason by { name } }'
const fields = `__typename ... on LegacyItem { ${ledger} } ... on Commitment { ${ledger} }`
const ws2 = { bodyId: 'body-ws-2' }

describe('the register', () => {
  it('holds seven items with 56 commitments and 22 further ones, each with its source', async () => {
    const { legacyItems, commitments } = await as('nobody').ask(
      '{ legacyItems { number title { en } owner { label { en } } source { file locator title { en } } commitments { number source { file locator } } } commitments(outstanding: true) { legacyItem { id } source { locator } } }',
    )
    expect(legacyItems.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    const inItems = legacyItems.flatMap((item: { commitments: object[] }) => item.commitments)
    expect(inItems).toHaveLength(56)
    expect(commitments).toHaveLength(22)
    for (const one of [...legacyItems, ...inItems, ...commitments]) expect(one.source.locator).not.toBe('')
    for (const item of legacyItems) expect(item.owner).toBeNull()
  })

  it('shows what later documents said of a commitment, and what it leads to (requirements, row 38)', async () => {
    const { commitment } = await as('nobody').ask(
      '{ commitment(id: "oc-residential-guidance") { status overdueSince updates { asOf status source { title { en } } } actions { id blocked } workstream { number } } }',
    )
    expect(commitment.updates).toMatchObject([{ asOf: '2024-03-27', status: 'in-progress' }])
    expect(commitment.actions).toContainEqual({ id: 'act-residential-guidance', blocked: true })
    expect(commitment.workstream.number).toBe(2)
    expect(commitment.overdueSince).toBeNull() // "next Senedd term" fixes no day
  })

  it('says what an item waits for and what waits on it', async () => {
    const { legacyItem } = await as('nobody').ask(
      '{ legacyItem(id: "legacy-1") { narrativeId waitsFor { dependsOn { id } } workAreas { number } indicators { id } } }',
    )
    expect(legacyItem.narrativeId).toBe('legacy:legacy-1')
    expect(legacyItem.waitsFor).toContainEqual({ dependsOn: { id: 'legacy-2' } })
    expect(legacyItem.workAreas).toHaveLength(5)
    expect(legacyItem.indicators).toHaveLength(20)
  })

  it.each(['legacy-none', 'lc-1-01'])('has no item %s', async (id) => {
    await expect(as('mag-chair').ask('query L($id: ID!) { legacyItem(id: $id) { id } }', { id })).rejects.toThrow(
      'not-found',
    )
  })
})

describe('handing an item on', () => {
  it('asks, is accepted, and is given back, each line kept', async () => {
    const id = 'legacy-2'
    const asked = await as('mag-chair').tell('proposeLegacyOwner', { id, owner: ws2 }, fields)
    expect(asked).toMatchObject({
      __typename: 'LegacyItem',
      owner: null,
      proposal: { by: { name: 'Chair, Ministerial Advisory Group' } },
    })
    const { viewer } = await as('ws2-chair').ask('{ viewer { proposalsWaiting { ... on LegacyItem { id } } } }')
    expect(viewer.proposalsWaiting).toContainEqual({ id })

    expect((await as('mag-chair').refused('acceptLegacyOwner', { id })).code).toBe('not-permitted')
    const accepted = await as('ws2-vice-chair').tell('acceptLegacyOwner', { id }, fields)
    expect(accepted.proposal).toBeNull()
    expect(accepted.owner.label.en).toContain('Workstream 2')
    expect((await as('ws2-chair').refused('acceptLegacyOwner', { id })).code).toBe('no-proposal-waiting')

    expect((await as('ws2-chair').refused('releaseLegacyOwner', { id, reason: '' })).code).toBe('reason-needed')
    const released = await as('ws2-chair').tell('releaseLegacyOwner', { id, reason: 'A new board' }, fields)
    expect(released.owner).toBeNull()
    expect(released.ledger.map(({ state }: { state: string }) => state)).toEqual(['PROPOSED', 'ACCEPTED', 'RELEASED'])
    expect((await as('mag-chair').refused('releaseLegacyOwner', { id, reason: 'x' })).code).toBe('nothing-to-release')
  })

  it('may be declined with a reason, which stays', async () => {
    const id = 'lc-1-01'
    await as('ws1-chair').tell('proposeLegacyOwner', { id, owner: ws2 }, fields)
    expect((await as('ws2-chair').refused('declineLegacyOwner', { id, reason: ' ' })).code).toBe('reason-needed')
    const declined = await as('ws2-chair').tell('declineLegacyOwner', { id, reason: 'Not our remit' }, fields)
    expect(declined).toMatchObject({ __typename: 'Commitment', owner: null, proposal: null })
    expect(declined.ledger.at(-1)).toMatchObject({ state: 'DECLINED', reason: 'Not our remit' })
  })

  it('lets one of two chairs win and tells the other who it was (requirements, row 36)', async () => {
    const id = 'legacy-5'
    const both = await Promise.allSettled([
      as('mag-chair').tell('proposeLegacyOwner', { id, owner: ws2 }, fields),
      as('ws3-chair').tell('proposeLegacyOwner', { id, owner: { bodyId: 'body-ws-3' } }, fields),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [winner, loser] =
      both[0].status === 'fulfilled' ? ['Ministerial Advisory Group', 'ws3-chair'] : ['Workstream 3', 'mag-chair']
    const refusal = await as(loser).refused('proposeLegacyOwner', { id, owner: ws2 })
    expect(refusal.code).toBe('proposal-waiting')
    expect(JSON.stringify(refusal.details.by)).toContain(winner)
  })

  it.each(['member', 'ws2-chair', 'social-care-wales', 'ministers-office', 'guest', 'scrutiny-reader'])(
    'is not for %s to propose on an item of workstream 1',
    async (key) => {
      expect((await as(key).refused('proposeLegacyOwner', { id: 'legacy-1', owner: ws2 })).code).toBe('not-permitted')
    },
  )

  it('takes only owners that are there and active', async () => {
    const propose = (owner: object) => as('mag-chair').refused('proposeLegacyOwner', { id: 'legacy-1', owner })
    expect((await propose({ bodyId: 'body-none' })).code).toBe('not-found')
    expect((await propose({ personId: 'person-none' })).code).toBe('not-found')
    expect((await propose({ bodyId: 'body-delivery-board' })).code).toBe('body-not-active')
    expect((await propose({})).code).toBe('malformed')
    expect((await as('mag-chair').refused('proposeLegacyOwner', { id: 'legacy-none', owner: ws2 })).code).toBe(
      'not-found',
    )
    expect((await as('nobody').refused('proposeLegacyOwner', { id: 'legacy-1', owner: ws2 })).code).toBe(
      'not-signed-in',
    )
  })
})
