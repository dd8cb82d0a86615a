import { type DemoKey, demoKeys } from './person.js'

// The matrix "Permissions implied" of the requirements, copied by hand for the sixteen demo people. It is not taken from the
// product's own rules: it is what they are held against. One letter a person, in the order of `demoKeys`:
//   chair and vice-chair of the advisory group · of workstream 1 · 2 · 3 · secretariat · advisory group member ·
//   residential group chair, member · Social Care Wales · minister's office · scrutiny reader · guest
// prettier columns:            MAG  WS1  WS2  WS3  Se M  TF  SC Mi Sr G
export const edits = {
  'advisory group': /*      */ 'yy yy yy yy y y yn n n n n',
  'workstream 1': /*        */ 'yn yy nn nn y n nn n n n n',
  'workstream 2': /*        */ 'yn nn yy nn y n nn n n n n',
  'residential group': /*   */ 'nn nn nn nn y n yy n n n n',
  'operational board': /*   */ 'nn yy yy yy y n nn y n n n',
  'legacy item 1': /*       */ 'yy yy nn nn y n nn n n n n',
  'legacy item 2': /*       */ 'yy nn yy nn y n nn n n n n',
  publish: /*               */ 'yn nn nn nn y n nn n n n n',
  membership: /*            */ 'yn nn nn nn y n nn n n n n',
} as const

/** Preparing meetings: what the secretariat does besides those who approve. */
export const prepares = {
  'advisory group': /*      */ 'yy nn nn nn y n nn n n n n',
  'workstream 1': /*        */ 'yn yy nn nn y n nn n n n n',
  'workstream 2': /*        */ 'yn nn yy nn y n nn n n n n',
  'residential group': /*   */ 'nn nn nn nn y n yn n n n n',
} as const

export const approves = {
  'advisory group': /*      */ 'yy nn nn nn n n nn n n n n',
  'workstream 1': /*        */ 'yn yy nn nn n n nn n n n n',
  'workstream 2': /*        */ 'yn nn yy nn n n nn n n n n',
  'residential group': /*   */ 'nn nn nn nn n n yn n n n n',
} as const

/** What is for members only: seen by all who may read there, not by scrutiny, guests, or (residential group) ministers. */
export const reads = {
  'advisory group': /*      */ 'yy yy yy yy y y yy y y n n',
  'workstream 1': /*        */ 'yy yy yy yy y y yy y y n n',
  'workstream 2': /*        */ 'yy yy yy yy y y yy y y n n',
  'residential group': /*   */ 'yy yy yy yy y y yy y n n n',
} as const

export type Space = keyof typeof approves

export const bodyIds: Record<Space, string> = {
  'advisory group': 'body-mag',
  'workstream 1': 'body-ws-1',
  'workstream 2': 'body-ws-2',
  'residential group': 'body-tf-residential-care',
}

/** Who in a row may. */
export function yes(row: string): ReadonlySet<DemoKey> {
  const letters = row.replaceAll(' ', '')
  if (letters.length !== demoKeys.length) throw new Error(`a row of the table has ${letters.length} letters: ${row}`)
  return new Set(demoKeys.filter((_, i) => letters[i] === 'y'))
}
