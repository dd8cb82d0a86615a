import { describe, expect, it } from 'vitest'
import { reasonDespiteBlockers } from './action-blockers.js'
import { close, complete } from './action-steps.js'
import { anOwned, aPerson, noon } from './scene.fixture.js'

const chair = aPerson('chair ws-1')
const blockers = [{ id: 'act-2', type: 'Action', label: 'The other', number: 2, body: null, restricted: false }]
const held = (status: 'open' | 'in-progress' | 'done') => ({
  ...anOwned({ kind: 'office', bodyId: 'ws-1', office: 'chair' }, { status }),
  blockers,
})

describe('an action that waits for something unfinished', () => {
  it.each(['open', 'in-progress'] as const)(
    'is not done or closed while %s, and the refusal names what it waits for',
    (status) => {
      expect(() => complete(chair, held(status), 'Shown', noon)).toThrow(
        expect.objectContaining({ code: 'blocked', details: { blockers } }),
      )
      expect(() => close(chair, held(status), 'Shown', noon)).toThrow(expect.objectContaining({ code: 'blocked' }))
    },
  )

  it('is done all the same with a reason, which stands in its history', () => {
    expect(complete(chair, held('open'), 'Shown', noon, 'Overtaken').statusHistory.at(-1)).toMatchObject({
      to: 'done',
      reason: 'Overtaken',
    })
    expect(close(chair, held('open'), 'Shown', noon, 'Overtaken').statusHistory.at(-1)?.reason).toBe('Overtaken')
  })

  it('needs no reason once it is done, or where nothing is in the way', () => {
    expect(close(chair, held('done'), null, noon).status).toBe('closed')
    expect(reasonDespiteBlockers({ ...held('open'), blockers: [] }, 'Not needed')).toBeNull()
  })
})
