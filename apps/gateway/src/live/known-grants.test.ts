import type { Viewer } from '@camau/domain'
import { expect, it } from 'vitest'
import { knownGrants } from './known-grants.js'

const office = {
  appointmentId: 'a-1',
  office: 'chair',
  bodyId: 'b',
  bodyKind: 'workstream',
  bodyParentId: null,
  until: null,
}
const anna: Viewer = { personId: 'anna', name: 'Anna', offices: [] }
const annaInOffice = { ...anna, offices: [office] } as Viewer
const ben: Viewer = { ...anna, personId: 'ben' }
const grant = { readOnly: false }

function known() {
  const clock = { at: 0 }
  const grants = knownGrants(() => new Date(clock.at))
  return { grants, clock }
}

it('knows an answer for the person, the document and the offices it was given for, and no other', () => {
  const { grants } = known()
  grants.asking(anna, 'minutes:m')(grant)
  expect(grants.find(anna, 'minutes:m')).toBe(grant)
  expect(grants.find(ben, 'minutes:m')).toBeUndefined()
  expect(grants.find(anna, 'minutes:n')).toBeUndefined()
  expect(grants.find(annaInOffice, 'minutes:m')).toBeUndefined()
})

it('forgets when rights move, after a while, and takes no answer that was asked for before', () => {
  const { grants, clock } = known()
  const late = grants.asking(anna, 'minutes:m')
  grants.asking(ben, 'minutes:m')(grant)
  grants.forget()
  late(grant)
  expect(grants.find(ben, 'minutes:m')).toBeUndefined()
  expect(grants.find(anna, 'minutes:m')).toBeUndefined()
  grants.asking(anna, 'minutes:m')(grant)
  clock.at = 5_001
  expect(grants.find(anna, 'minutes:m')).toBeUndefined()
})
