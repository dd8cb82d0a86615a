/** Every way the product says no. Screens turn a code into Welsh or English words; the compiler asks for both. */
export const refusalCodes = [
  // who and what
  'not-signed-in',
  'not-found', // also for what the viewer may not see
  'not-permitted',
  'changed-since', // somebody set the field after the viewer looked; details say who, when and what
  'already-so',
  'mutation-reused', // one mutationId sent with two different commands
  // shape
  'malformed',
  'too-long',
  'too-large',
  'text-needed',
  'impossible-date',
  'unknown-operation',
  // actions
  'evidence-needed',
  'reason-needed',
  'owner-needed',
  'accept-first',
  'not-the-owner',
  'not-assignable-now',
  'not-acceptable-now',
  'not-reportable-now',
  'not-completable-now',
  'not-closable-now',
  'not-reopenable-now',
  'not-droppable-now',
  'not-datable-now',
  // meetings and minutes
  'ends-before-start',
  'not-startable-now',
  'not-endable-now',
  'not-circulable-now',
  'not-agreeable-now',
  'circulated-it-yourself',
  'minutes-agreed',
  'not-on-this-body',
  // legacy
  'proposal-waiting',
  'no-proposal-waiting',
  'nothing-to-release',
  'body-not-active',
  // dependencies
  'depends-on-itself',
  'would-loop',
  'already-linked',
  // offices
  'office-taken',
  'already-ended',
  'derived-membership',
  // live documents
  'read-only',
  'not-open',
  'foreign-client',
  'gap',
  'unknown-content',
  'stale-epoch',
  'quarantined',
  'too-fast',
  'too-many-connections',
  'took-too-long',
  'unavailable',
  'internal',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** A no that the person can understand. Anything thrown that is not one of these is our own fault, shown as `internal`. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    /** Plain values the words may need: the field, the path of a loop, who changed what. Never anything the viewer may not see. */
    readonly details: Record<string, unknown> = {},
  ) {
    super(code)
    this.name = 'Refusal'
  }
}
