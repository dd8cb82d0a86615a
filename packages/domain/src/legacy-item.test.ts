import { describe, expect, it } from 'vitest'
import {
  acceptOwnership,
  declineOwnership,
  type Handed,
  type HeldLegacy,
  legacyOwner,
  proposeOwner,
  releaseOwnership,
  waitingProposal,
  whyNotAnswerProposal,
  whyNotProposeOwner,
  whyNotRelease,
  whyNotWriteNarrative,
} from './legacy-item.js'
import type { Owner } from './owner.js'
import { Refusal } from './refusal.js'
import { aPerson } from './scene.fixture.js'

const magChair = aPerson('chair mag')
const asked = aPerson('member partner')
const partner: Owner = { kind: 'body', bodyId: 'partner' }
const day = (n: number) => new Date(Date.UTC(2026, 0, n))

const anItem = (record: Handed = { id: 'legacy-1', ledger: [] }): HeldLegacy => ({ record, workstreamBodyId: 'ws-1' })
const proposed = () => anItem(proposeOwner(magChair, anItem(), partner, 'l1', day(1)))
const accepted = () => anItem(acceptOwnership(asked, proposed(), 'l2', day(2)))

const refusal = (run: () => unknown) => {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('proposing an owner for an item of workstream 1', () => {
  it.each([
    ['chair mag', null],
    ['vice-chair mag', null],
    ['chair ws-1', null],
    ['vice-chair ws-1', null],
    ['secretariat team', null],
    ['chair ws-2', 'not-permitted'],
    ['member ws-1', 'not-permitted'],
    ['member mag', 'not-permitted'],
    ['chair tf-of-1', 'not-permitted'],
    ['member body-social-care-wales', 'not-permitted'],
    ['minister minister', 'not-permitted'],
    ['member committee', 'not-permitted'],
    ['guest mag', 'not-permitted'],
  ] as const)('by %s: %s', (office, expected) => {
    expect(whyNotProposeOwner(aPerson(office), anItem())).toBe(expected)
    expect(whyNotWriteNarrative(aPerson(office), anItem())).toBe(expected)
  })

  it('waits while another proposal waits', () => {
    expect(whyNotProposeOwner(aPerson('chair ws-1'), proposed())).toBe('proposal-waiting')
  })

  it('is not made to whom it belongs already', () => {
    expect(refusal(() => proposeOwner(magChair, accepted(), partner, 'l3', day(3)))).toBe('already-so')
  })

  it('leaves the item with its owner until somebody accepts', () => {
    expect(legacyOwner(proposed().record)).toBeNull()
    expect(waitingProposal(proposed().record)?.owner).toEqual(partner)
  })
})

describe('answering', () => {
  it('is for those who were asked alone', () => {
    expect(whyNotAnswerProposal(asked, proposed())).toBeNull()
    expect(whyNotAnswerProposal(magChair, proposed())).toBe('not-permitted')
    expect(whyNotAnswerProposal(asked, anItem())).toBe('no-proposal-waiting')
  })

  it('makes them the owner from then on', () => {
    expect(legacyOwner(accepted().record)).toEqual(partner)
    expect(legacyOwner(accepted().record, day(1))).toBeNull()
    expect(refusal(() => acceptOwnership(asked, accepted(), 'l3', day(3)))).toBe('no-proposal-waiting')
  })

  it('may be no, with a reason', () => {
    expect(refusal(() => declineOwnership(asked, proposed(), ' ', 'l2', day(2)))).toBe('reason-needed')
    const declined = declineOwnership(asked, proposed(), 'Not our remit', 'l2', day(2))
    expect(legacyOwner(declined)).toBeNull()
    expect(declined.ledger.at(-1)).toMatchObject({ state: 'declined', reason: 'Not our remit' })
  })

  it('keeps the owner before when the next one declines', () => {
    const next: Owner = { kind: 'body', bodyId: 'ws-2' }
    const asking = anItem(proposeOwner(magChair, accepted(), next, 'l3', day(3)))
    const declined = declineOwnership(aPerson('chair ws-2'), asking, 'Full', 'l4', day(4))
    expect(legacyOwner(declined)).toEqual(partner)
  })
})

describe('releasing', () => {
  it.each([
    ['member partner', null], // the owner
    ['chair mag', null],
    ['vice-chair mag', null],
    ['chair ws-1', 'not-permitted'], // edits, does not rule
    ['secretariat team', 'not-permitted'],
  ] as const)('by %s: %s', (office, expected) => {
    expect(whyNotRelease(aPerson(office), accepted())).toBe(expected)
  })

  it('takes an owner and a reason, and stays in the ledger', () => {
    expect(whyNotRelease(magChair, anItem())).toBe('nothing-to-release')
    expect(refusal(() => releaseOwnership(magChair, accepted(), '', 'l3', day(3)))).toBe('reason-needed')
    const released = releaseOwnership(asked, accepted(), 'New board', 'l3', day(3))
    expect(legacyOwner(released)).toBeNull()
    expect(released.ledger.map(({ state }) => state)).toEqual(['proposed', 'accepted', 'released'])
  })
})
