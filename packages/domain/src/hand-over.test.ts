import { describe, expect, it } from 'vitest'
import { answerTo, whyNotOfferPack, whyNotWithdrawPack } from './hand-over.js'
import type { HeldLegacy, LedgerEntry, LedgerState } from './legacy-item.js'
import { aPerson } from './scene.fixture.js'

const line = (id: string, state: LedgerState): LedgerEntry => ({
  id,
  state,
  owner: { kind: 'body', bodyId: 'partner' },
  at: new Date('2026-01-01T12:00:00Z'),
  personId: 'p',
  reason: null,
})
const ledger = (...states: LedgerState[]) => states.map((state, n) => line(`l${n}`, state))
const item = (workstreamBodyId: string | null, ...states: LedgerState[]): HeldLegacy => ({
  record: { id: 'x', ledger: ledger(...states) },
  workstreamBodyId,
})

describe('the answer to one item of a pack', () => {
  it.each<[LedgerState[], string]>([
    [['proposed'], 'waiting'],
    [['proposed', 'queried'], 'queried'],
    [['proposed', 'queried', 'explained'], 'waiting'],
    [['proposed', 'queried', 'explained', 'accepted'], 'accepted'],
    [['proposed', 'declined'], 'declined'],
    [['proposed', 'withdrawn'], 'withdrawn'],
    [['proposed', 'accepted', 'released'], 'accepted'], // what came later is another story
    [['proposed', 'declined', 'proposed', 'accepted'], 'declined'],
  ])('%s: %s', (states, expected) => {
    expect(answerTo({ ledger: ledger(...states) }, 'l0').state).toBe(expected)
  })

  it('belongs to its own proposal', () => {
    const twice = { ledger: ledger('proposed', 'declined', 'proposed', 'accepted') }
    expect(answerTo(twice, 'l2')).toMatchObject({ state: 'accepted', line: { id: 'l3' } })
    expect(answerTo(twice, 'unknown').state).toBe('waiting')
  })
})

describe('offering a pack', () => {
  const to = { id: 'partner', status: 'active' } as const
  it.each([
    ['chair mag', null, null],
    ['vice-chair mag', null, null],
    ['secretariat team', null, null],
    ['chair ws-1', null, 'not-permitted'],
    ['chair ws-2', 'not-permitted', 'not-permitted'],
    ['member mag', 'not-permitted', 'not-permitted'],
    ['minister minister', 'not-permitted', 'not-permitted'],
    ['guest mag', 'not-permitted', 'not-permitted'],
  ])('by %s', (office, own, both) => {
    const offer = (...helds: HeldLegacy[]) => whyNotOfferPack(aPerson(office), helds, { id: 'mag' }, to)
    expect([offer(item('ws-1')), offer(item('ws-1'), item('ws-2'))]).toEqual([own, both])
  })

  it('takes items that are free, and a body that is at work', () => {
    const chair = aPerson('chair mag')
    const offer = (helds: HeldLegacy[], status: 'proposed' | 'active' | 'closed', id = 'partner') =>
      whyNotOfferPack(chair, helds, { id: 'mag' }, { id, status })
    expect(offer([], 'active')).toBe('nothing-to-hand-over')
    expect(offer([item('ws-1', 'proposed')], 'active')).toBe('proposal-waiting')
    expect(offer([item('ws-1')], 'proposed')).toBe('body-not-active')
    expect(offer([item('ws-1')], 'closed')).toBe('body-not-active')
    expect(offer([item('ws-1')], 'active', 'mag')).toBe('already-so')
  })

  it('is taken back once, by those who hand on', () => {
    const withdrawn = { at: new Date(), personId: 'p', reason: 'r' }
    expect(whyNotWithdrawPack(aPerson('chair mag'), { withdrawn: null })).toBeNull()
    expect(whyNotWithdrawPack(aPerson('chair mag'), { withdrawn })).toBe('already-ended')
    expect(whyNotWithdrawPack(aPerson('chair ws-1'), { withdrawn: null })).toBe('not-permitted')
  })
})
