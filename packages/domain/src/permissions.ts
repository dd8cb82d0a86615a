import type { BodyPlace } from './body.js'
import { type HeldOffice, operationalSeats, type Viewer } from './offices.js'
import { type Owner, owns } from './owner.js'
import type { Audience } from './record.js'

/** R, E and A of the matrix in the requirements; each includes the one before. */
export const levels = ['none', 'read', 'edit', 'approve'] as const
export type Level = (typeof levels)[number]

/** The rows of the matrix. `workstream-member` and `observer` are not in it: see decision 001. */
export type Role =
  | 'mag-chair'
  | 'mag-vice-chair'
  | 'workstream-chair'
  | 'workstream-vice-chair'
  | 'task-and-finish-chair'
  | 'task-and-finish-member'
  | 'mag-member'
  | 'workstream-member'
  | 'operational-seat'
  | 'secretariat'
  | 'ministers-office'
  | 'scrutiny-reader'
  | 'guest'

/** Who may see a restricted record; null where it is not restricted. */
export type Restriction = readonly Owner[] | null

/** Where a right is asked for. */
export type Place =
  | { space: 'body'; body: BodyPlace }
  | { space: 'operational-board' }
  | { space: 'legacy'; workstreamBodyId: string | null }
  | { space: 'correspondence' }
  | { space: 'publish' }
  | { space: 'membership' }

type Column =
  | 'advisory-group'
  | 'own-workstream'
  | 'other-workstream'
  | 'own-task-and-finish'
  | 'child-task-and-finish'
  | 'other-task-and-finish'
  | 'operational-board'
  | 'own-legacy'
  | 'other-legacy'
  | 'correspondence'
  | 'publish'
  | 'membership'

// One letter a cell, as in the table "Permissions implied" of the requirements; 'own', 'child' and 'other' spell out its conditions
// ("A if parent", "own items"). A chair of the advisory group who also chairs a task and finish group holds that office too.
const columns: readonly Column[] = [
  'advisory-group',
  'own-workstream',
  'other-workstream',
  'own-task-and-finish',
  'child-task-and-finish',
  'other-task-and-finish',
  'operational-board',
  'own-legacy',
  'other-legacy',
  'correspondence',
  'publish',
  'membership',
]
const matrix: Record<Role, string> = {
  //                         mag ws  other  tf: own child other  board  legacy: own other  letters publish members
  'mag-chair': /*          */ 'A   A   A          R   R     R      R              A   A      A       A       A',
  'mag-vice-chair': /*     */ 'A   R   R          R   R     R      R              A   A      R       -       -',
  'workstream-chair': /*   */ 'E   A   R          R   A     R      E              E   R      R       -       -',
  'workstream-vice-chair': /**/ 'E   A   R          R   A     R      E              E   R      R       -       -',
  'task-and-finish-chair': /**/ 'E   R   R          A   R     R      -              R   R      R       -       -',
  'task-and-finish-member': /**/ 'R   R   R          E   R     R      -              R   R      -       -       -',
  'mag-member': /*         */ 'E   R   R          R   R     R      -              R   R      R       -       -',
  'workstream-member': /*  */ 'R   E   R          R   R     R      -              R   R      R       -       -',
  'operational-seat': /*   */ 'R   R   R          R   R     R      E              R   R      -       -       -',
  secretariat: /*          */ 'E   E   E          E   E     E      E              E   E      E       E       E',
  'ministers-office': /*   */ 'R   R   R          -   -     -      -              R   R      E       -       -',
  'scrutiny-reader': /*    */ '-   -   -          -   -     -      -              -   -      -       -       -',
  guest: /*                */ '-   -   -          -   -     -      -              -   -      -       -       -',
}
const letters: Record<string, Level> = { '-': 'none', R: 'read', E: 'edit', A: 'approve' }
const table = new Map(
  Object.entries(matrix).map(([role, row]) => [
    role,
    new Map(row.split(/\s+/).map((letter, i) => [columns[i], letters[letter] ?? 'none'])),
  ]),
)

/** The row of the matrix an office stands in; null for offices that carry no right. */
export function roleOf({ office, bodyKind, bodyId }: HeldOffice): Role | null {
  if (office === 'guest') return 'guest'
  if (bodyKind === 'ministerial-office') return 'ministers-office'
  if (bodyKind === 'scrutiny-committee') return 'scrutiny-reader'
  if (bodyKind === 'secretariat') return office === 'secretariat' ? 'secretariat' : null
  if (operationalSeats.includes(bodyId)) return office === 'member' ? 'operational-seat' : null
  if (bodyKind === 'advisory-group') {
    return office === 'chair'
      ? 'mag-chair'
      : office === 'vice-chair'
        ? 'mag-vice-chair'
        : office === 'member'
          ? 'mag-member'
          : null
  }
  if (bodyKind === 'workstream') {
    return office === 'chair'
      ? 'workstream-chair'
      : office === 'vice-chair'
        ? 'workstream-vice-chair'
        : office === 'member'
          ? 'workstream-member'
          : null
  }
  if (bodyKind === 'task-and-finish') {
    return office === 'chair' || office === 'vice-chair'
      ? 'task-and-finish-chair'
      : office === 'member'
        ? 'task-and-finish-member'
        : null
  }
  return null
}

function columnFor(held: HeldOffice, place: Place): Column | null {
  if (place.space === 'legacy') return place.workstreamBodyId === held.bodyId ? 'own-legacy' : 'other-legacy'
  if (place.space !== 'body') return place.space
  const { id, kind, parentId } = place.body
  switch (kind) {
    case 'advisory-group':
      return 'advisory-group'
    case 'workstream':
      return id === held.bodyId ? 'own-workstream' : 'other-workstream'
    case 'operational-group':
      return 'operational-board'
    case 'task-and-finish':
      return id === held.bodyId
        ? 'own-task-and-finish'
        : parentId === held.bodyId && held.bodyKind === 'workstream'
          ? 'child-task-and-finish'
          : 'other-task-and-finish'
    default:
      return null
  }
}

/** What one office gives at a place. What has closed is read and no longer written, whether it is the place or the office's own body. */
export function levelOf(held: HeldOffice, place: Place): Level {
  const role = roleOf(held)
  const column = role && columnFor(held, place)
  const level = (column && table.get(role)?.get(column)) || 'none'
  return level !== 'none' && (held.bodyStatus === 'closed' || isClosed(place)) ? 'read' : level
}

const isClosed = (place: Place) => place.space === 'body' && place.body.status === 'closed'

/** What a person may ask for. `prepare` is the secretariat's work: agendas, attendance, circulating. */
export const acts = ['read', 'write', 'prepare', 'rule'] as const
export type Act = (typeof acts)[number]

const suffices: Record<Act, (level: Level, held: HeldOffice) => boolean> = {
  read: (level) => level !== 'none',
  write: (level) => level === 'edit' || level === 'approve',
  prepare: (level, held) => level === 'approve' || (level === 'edit' && roleOf(held) === 'secretariat'),
  rule: (level) => level === 'approve',
}

/** The office by which the viewer may; null when none does. The audit trail names it. Offices add up: the union of rights counts. */
export function officeFor(viewer: Viewer, act: Act, place: Place): HeldOffice | null {
  return viewer.offices.find((held) => suffices[act](levelOf(held, place), held)) ?? null
}

/** May they? The one question every door asks. */
export function may(viewer: Viewer, act: Act, place: Place): boolean {
  return officeFor(viewer, act, place) !== null
}

/**
 * Whether a record may be seen at all; what may not be seen is answered as not found. A restricted one is for those it names,
 * whatever offices others hold: its audience and place then count for nothing.
 */
export function maySee(viewer: Viewer, audience: Audience, place: Place, restrictedTo: Restriction = null): boolean {
  if (restrictedTo) return restrictedTo.some((named) => owns(viewer, named))
  if (audience === 'public') return true
  if (audience === 'shared' && viewer.offices.some((held) => roleOf(held) === 'scrutiny-reader')) return true
  return may(viewer, 'read', place)
}
