import { Refusal } from './refusal.js'

/** How long and how many: read by forms, parsers and schemas alike. Lengths are in UTF-16 units, sizes in bytes, times in milliseconds. */
export const limits = {
  title: 300,
  reason: 1_000,
  evidence: 2_000,
  progress: 2_000,
  comment: 2_000,
  decision: 2_000,
  remit: 3_000,
  terms: 4_000,
  idea: 1_000,
  point: 1_000,
  amendment: 2_000,
  reply: 3_000,
  label: 80,
  place: 200,
  supporters: 20,
  /** Actions changed in one command. */
  changedAtOnce: 200,
  agendaItems: 60,
  agendaMinutes: 480,
  section: 120,
  presenter: 120,
  interest: 500,
  /** Every so many weeks, months, quarters or terms. */
  cadenceEvery: 12,
  quorum: 100,
  /** How long what was cleared off a parking list can be put back. */
  parkingUndo: 30 * 24 * 3_600_000,
  /** Things on a drawn map; of more, the most urgent stay. */
  graphNodes: 500,
  /** What is taken out of a text for good: so many passages at once, each so long, and with so many letters at least. */
  passages: 20,
  passage: 200,
  passageLetters: 3,
  page: 100,
  pageDefault: 50,
  /** Rows of each list of the radar. */
  radarRows: 500,
  /** One Socket.IO frame; more travels in chunks. */
  frame: 256 * 1024,
  /** One update, all chunks together. */
  update: 8 * 1024 * 1024,
  documentState: 8 * 1024 * 1024,
  presence: 1_024,
  nesting: 32,
  /** Counts of people below this are hidden from all who do not keep the numbers (requirements, row 50). */
  smallNumber: 5,
  /** Plans that a total shown to everybody adds up at least: with fewer, it would show whose they are. */
  plansInTotal: 3,
  /** Days after which figures are marked as old, unless their measure says otherwise. */
  dataAgeDays: 365,
  authorities: 30,
  /** Local authorities of Wales. */
  localAuthorities: 22,
  sessionIdle: 30 * 60_000,
  sessionAbsolute: 12 * 3_600_000,
} as const

export type TextLimit =
  | 'title'
  | 'reason'
  | 'evidence'
  | 'progress'
  | 'comment'
  | 'decision'
  | 'amendment'
  | 'remit'
  | 'terms'
  | 'idea'
  | 'point'
  | 'reply'
  | 'label'
  | 'place'
  | 'section'
  | 'presenter'
  | 'interest'

/** The text without outer blanks, if it is not too long. Never shortens: nobody's words are cut without their knowing. */
export function fitting<T extends string | null | undefined>(
  field: TextLimit,
  text: T,
): T extends string ? string : string | null {
  const trimmed = text?.trim() ?? null
  if (trimmed !== null && trimmed.length > limits[field]) throw new Refusal('too-long', { field, limit: limits[field] })
  return trimmed as T extends string ? string : string | null
}
