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

/** Spaces in which somebody rules: every command is tried there. */
export type RuledSpace = keyof typeof approves
export type Space = RuledSpace | 'workstream 3' | 'operational group'

export const bodyIds: Record<Space, string> = {
  'advisory group': 'body-mag',
  'workstream 1': 'body-ws-1',
  'workstream 2': 'body-ws-2',
  'workstream 3': 'body-ws-3',
  'residential group': 'body-tf-residential-care',
  'operational group': 'body-operational-group',
}

// Live documents, by kind, state and space: e writes, r reads, - is told that there is no such thing.
// New records are for members, so scrutiny readers and guests have no part in them; published minutes, imported actions and
// legacy items are public. No group under a workstream is at work in the documents, so that "A if parent" has no row here.

/** From planning to the end of the meeting: whoever may edit there writes along. */
export const minutesBeingWritten: Record<Space, string> = {
  'advisory group': /*      */ 'ee ee ee ee e e er r r - -',
  'workstream 1': /*        */ 'er ee rr rr e r rr r r - -',
  'workstream 2': /*        */ 'er rr ee rr e r rr r r - -',
  'workstream 3': /*        */ 'er rr rr ee e r rr r r - -',
  'residential group': /*   */ 'rr rr rr rr e r ee r - - -',
  'operational group': /*   */ 'rr ee ee ee e - -- e - - -',
}

/** Circulated minutes are corrected by those who prepare them: whoever may approve there, and the secretariat. */
export const minutesCirculated: Record<Space, string> = {
  'advisory group': /*      */ 'ee rr rr rr e r rr r r - -',
  'workstream 1': /*        */ 'er ee rr rr e r rr r r - -',
  'workstream 2': /*        */ 'er rr ee rr e r rr r r - -',
  'workstream 3': /*        */ 'er rr rr ee e r rr r r - -',
  'residential group': /*   */ 'rr rr rr rr e r er r - - -',
  'operational group': /*   */ 'rr rr rr rr e - -- r - - -',
}

/** Agreed minutes are frozen. In the Operational Group nobody may approve. */
export const minutesAgreed: Record<Exclude<Space, 'operational group'>, string> = {
  'advisory group': /*      */ 'rr rr rr rr r r rr r r - -',
  'workstream 1': /*        */ 'rr rr rr rr r r rr r r - -',
  'workstream 2': /*        */ 'rr rr rr rr r r rr r r - -',
  'workstream 3': /*        */ 'rr rr rr rr r r rr r r - -',
  'residential group': /*   */ 'rr rr rr rr r r rr r - - -',
}

export const minutesPublished: Record<'workstream 1' | 'residential group', string> = {
  'workstream 1': /*        */ 'rr rr rr rr r r rr r r r r',
  'residential group': /*   */ 'rr rr rr rr r r rr r r r r',
}

/** Title and detail of an action that nobody owns yet. */
export const actionsUnfinished: Record<Space, string> = minutesBeingWritten

/** Closed: its words stay as they are. */
export const actionsClosed: Record<Exclude<Space, 'operational group'>, string> = minutesAgreed

/** Whoever owns an action sees it, whatever their office; its words stay with those who may write in the body. */
export const actionsOwned = {
  'workstream 1, owned by a member of the advisory group': /* */ 'er ee rr rr e r rr r r - -',
  'workstream 1, owned by the guest': /*                      */ 'er ee rr rr e r rr r r - r',
  'residential group, owned by the minister’s office': /*     */ 'rr rr rr rr e r ee r r - -',
} as const

/** Imported actions of workstream 1; their owners have no seat in the demo. */
export const actionsImported = {
  'act-icf-rpb-plans': /*   in progress */ 'er ee rr rr e r rr r r r r',
  'act-reflect-roll-out': /*       done */ 'rr rr rr rr r r rr r r r r',
} as const

/** The stories of legacy items: "own items" are those of one's workstream. An owner answers for the work, not for its story. */
export const legacyItems = {
  'legacy-1': /* workstream 1, nobody's  */ 'ee ee rr rr e r rr r r r r',
  'legacy-2': /* workstream 2, nobody's  */ 'ee rr ee rr e r rr r r r r',
  'legacy-4': /* workstream 2, a member's */ 'ee rr ee rr e r rr r r r r',
  'legacy-5': /* workstream 3, nobody's  */ 'ee rr rr ee e r rr r r r r',
} as const

/** A body's room of records, open to all who may read there. */
export const rooms: Record<Space, string> = {
  'advisory group': /*      */ 'yy yy yy yy y y yy y y n n',
  'workstream 1': /*        */ 'yy yy yy yy y y yy y y n n',
  'workstream 2': /*        */ 'yy yy yy yy y y yy y y n n',
  'workstream 3': /*        */ 'yy yy yy yy y y yy y y n n',
  'residential group': /*   */ 'yy yy yy yy y y yy y n n n',
  'operational group': /*   */ 'yy yy yy yy y n nn y n n n',
}

/** Who in a row may. */
export function yes(row: string): ReadonlySet<DemoKey> {
  const letters = lettersOf(row)
  return new Set(demoKeys.filter((key) => letters[key] === 'y'))
}

/** The row as what each person gets. */
export function lettersOf(row: string): Record<DemoKey, string> {
  const letters = row.replaceAll(' ', '')
  if (letters.length !== demoKeys.length) throw new Error(`a row of the table has ${letters.length} letters: ${row}`)
  return Object.fromEntries(demoKeys.map((key, i) => [key, letters[i]])) as Record<DemoKey, string>
}
