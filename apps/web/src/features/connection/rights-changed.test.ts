import { describe, expect, it } from 'vitest'
import type { Me } from '../../platform/viewer'
import { officesBetween } from './rights-changed'

const held = (appointmentId: string): Me['offices'][number] => ({
  appointmentId,
  office: 'chair',
  bodyId: 'body-ws-2',
  bodyKind: 'workstream',
  bodyParentId: null,
  until: null,
  title: { en: `Office ${appointmentId}`, cy: null },
})

describe('offices between two looks', () => {
  it('ended, or were taken up', () => {
    const { ended, gained } = officesBetween([held('1'), held('2')], [held('2'), held('3')])
    expect(ended.map(({ en }) => en)).toEqual(['Office 1'])
    expect(gained.map(({ en }) => en)).toEqual(['Office 3'])
  })

  it('that stayed are not spoken of', () => {
    expect(officesBetween([held('1')], [held('1')])).toEqual({ ended: [], gained: [] })
  })
})
