import { describe, expect, it } from 'vitest'
import { findOwners, optionFor, ownerOptions } from './owner-options'

type Body = Parameters<typeof ownerOptions>[0][number]

const person = { id: 'p-1', name: 'Somebody', initials: 'S' }
const chair = {
  id: 'a-1',
  office: 'CHAIR' as const,
  inForce: true,
  title: { en: 'Chair', cy: 'Cadeirydd' },
  person,
}

function aBody(changes: Partial<Body> = {}): Body {
  return {
    id: 'ws-2',
    kind: 'WORKSTREAM',
    status: 'ACTIVE',
    name: { en: 'Workstream 2', cy: 'Ffrwd Waith 2' },
    alsoKnownAs: [],
    parent: null,
    appointments: [],
    ...changes,
  }
}

describe('whom an action can be given to', () => {
  it('are offices in force, bodies, and the people who hold them', () => {
    const options = ownerOptions([aBody({ appointments: [chair] })])
    expect(options.map(({ key }) => key)).toEqual(['ws-2/chair', 'ws-2', 'p-1'])
    expect(options[0]?.label).toEqual({ en: 'Chair, Workstream 2', cy: 'Cadeirydd, Ffrwd Waith 2' })
  })

  it('leave out offices that have ended', () => {
    const past = { ...chair, inForce: false }
    expect(ownerOptions([aBody({ appointments: [past] })]).map(({ key }) => key)).toEqual(['ws-2'])
  })

  it('are found in either language, by holder and by other names; what one reads comes first', () => {
    const options = ownerOptions([
      aBody({ appointments: [chair] }),
      aBody({ id: 'lac', name: { en: 'Local authorities', cy: null }, alsoKnownAs: ['Workstream partners'] }),
    ])
    const keys = (typed: string) => findOwners(options, typed).map(({ key }) => key)
    expect(keys('cad ffrwd')).toEqual(['ws-2/chair'])
    expect(keys('somebody')).toEqual(['p-1', 'ws-2/chair'])
    expect(keys('workstream')).toEqual(['ws-2/chair', 'ws-2', 'lac'])
    expect(keys('nobody')).toEqual([])
  })

  it('know the owner an action has', () => {
    const options = ownerOptions([aBody({ appointments: [chair] })])
    expect(optionFor(options, { kind: 'office', bodyId: 'ws-2', office: 'chair' })?.key).toBe('ws-2/chair')
    expect(optionFor(options, { kind: 'body', bodyId: 'gone' })).toBeNull()
  })
})
