import type { OfficeKind } from '@camau/domain'
import type { AppointmentRecord } from '../features/people/appointment.model.js'
import type { PersonRecord } from '../features/people/person.model.js'

interface DemoPerson {
  key: string
  /** An office, nobody by name. */
  name: string
  office: OfficeKind
  bodyId: string
}

/** Those who can be signed in as in the demo. */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'mag-chair', name: 'Chair, Ministerial Advisory Group', office: 'chair', bodyId: 'body-mag' },
  { key: 'mag-vice-chair', name: 'Vice-Chair, Ministerial Advisory Group', office: 'vice-chair', bodyId: 'body-mag' },
  { key: 'ws1-chair', name: 'Chair, Workstream 1', office: 'chair', bodyId: 'body-ws-1' },
  { key: 'ws1-vice-chair', name: 'Vice-Chair, Workstream 1', office: 'vice-chair', bodyId: 'body-ws-1' },
  { key: 'ws2-chair', name: 'Chair, Workstream 2', office: 'chair', bodyId: 'body-ws-2' },
  { key: 'ws2-vice-chair', name: 'Vice-Chair, Workstream 2', office: 'vice-chair', bodyId: 'body-ws-2' },
  { key: 'ws3-chair', name: 'Chair, Workstream 3', office: 'chair', bodyId: 'body-ws-3' },
  { key: 'ws3-vice-chair', name: 'Vice-Chair, Workstream 3', office: 'vice-chair', bodyId: 'body-ws-3' },
  { key: 'secretariat', name: 'Secretariat, programme team', office: 'secretariat', bodyId: 'body-ioc-team' },
  { key: 'member', name: 'Member, Ministerial Advisory Group', office: 'member', bodyId: 'body-mag' },
  {
    key: 'tf-residential-chair',
    name: 'Chair, Residential Care Group',
    office: 'chair',
    bodyId: 'body-tf-residential-care',
  },
  {
    key: 'tf-residential-member',
    name: 'Member, Residential Care Group',
    office: 'member',
    bodyId: 'body-tf-residential-care',
  },
  { key: 'social-care-wales', name: 'Member, Social Care Wales', office: 'member', bodyId: 'body-social-care-wales' },
  {
    key: 'ministers-office',
    name: "Official, Minister's Office",
    office: 'official',
    bodyId: 'body-office-minister-social-care',
  },
  { key: 'scrutiny-reader', name: 'Reader, scrutiny committee', office: 'observer', bodyId: 'body-cype' },
  { key: 'guest', name: 'Guest, Ministerial Advisory Group', office: 'guest', bodyId: 'body-mag' },
]

export const personId = (key: string) => `demo-${key}`

export function demoPersonRecords(): PersonRecord[] {
  return demoPeople.map(({ key, name }) => ({
    _id: personId(key),
    name,
    postNominals: [],
    example: true,
    demoKey: key,
    language: null,
    source: null,
    version: 1,
  }))
}

export function demoAppointmentRecords(from: Date): AppointmentRecord[] {
  return demoPeople.map(({ key, office, bodyId }) => ({
    _id: `demo-appointment-${key}`,
    personId: personId(key),
    office,
    bodyId,
    from,
    until: null,
    printed: null,
    seenOn: [],
    note: null,
    roleId: null,
    example: true,
    audience: 'member',
    organisationId: null,
    sector: null,
    sectorReason: null,
    source: null,
    version: 1,
  }))
}
