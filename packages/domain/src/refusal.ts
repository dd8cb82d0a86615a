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
  // restricted records, comments, many at once
  'already-public',
  'not-among-them', // whoever restricts a record is among those it names
  'chairs-not-named', // a restricted action is offered to a body whose chairs may not see it
  'cannot-see-it', // details.names: mentioned, but may not see what is written about
  'not-yours',
  'some-refused', // details.refused: which rows, and why; nothing was done
  // taking back one's own act
  'not-undoable', // somebody has changed it since; details: numbers of actions, the fields, and who and when, where that may be seen
  'stays-done', // no act that can be taken back
  'already-undone',
  'undo-over', // the day is over
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
  'not-transferable-now',
  'transfer-waiting',
  'no-transfer-waiting',
  'body-keeps-no-log',
  'not-supersedable-now',
  'replaces-itself', // details.path names the actions on the way round
  'not-a-replacement',
  'not-divisible-now',
  'too-deep', // a sub-action of a sub-action
  'parent-on-other-body',
  'sub-actions-open', // details.names lists them
  'progress-derived',
  'not-supportable-now',
  'too-many-supporters',
  // meetings and minutes
  'ends-before-start',
  'not-startable-now',
  'not-endable-now',
  'not-circulable-now',
  'not-agreeable-now',
  'circulated-it-yourself',
  'minutes-agreed',
  'not-on-this-body',
  'not-cancellable-now',
  'not-postponable-now',
  'not-in-session',
  'meeting-cancelled',
  'meeting-over',
  'already-taken-up',
  'too-late-to-undo',
  'reserved-to-chair', // prepared by the secretariat, decided by a chair or vice-chair
  // amendments, decisions, written procedures
  'minutes-not-agreed',
  'amendment-answered',
  'proposed-it-yourself',
  'not-a-later-meeting',
  'not-in-the-text',
  'decision-settled',
  'decision-open',
  'already-replaced',
  'already-answered',
  'not-advice',
  'procedure-ended',
  'voting-over',
  'voting-goes-on',
  'not-a-voter',
  'quorum-impossible',
  // legacy
  'proposal-waiting',
  'no-proposal-waiting',
  'nothing-to-release',
  'nothing-queried',
  'legacy-ended', // merged, replaced or stopped
  'legacy-target-needed', // with what it was merged, or by what replaced
  'nothing-to-hand-over',
  'already-sent',
  'not-sent-yet',
  'resolve-by-needed', // "in principle" is settled by a day
  'body-not-active',
  // bodies, phases and work areas
  'body-not-startable-now',
  'body-not-closable-now',
  'body-not-reopenable-now',
  'no-successor-now',
  'not-a-successor',
  'parent-needed',
  'remit-needed',
  'end-needed',
  'items-unplaced', // details list the unfinished actions that still have to go somewhere
  'one-sector', // chair and vice-chair would come from one sector; a reason lets it be saved
  'terms-drafted-already',
  'not-a-draft',
  'decision-needed',
  'work-area-not-proposed',
  'work-area-not-active',
  'phase-closed',
  'idea-settled',
  // dependencies
  'depends-on-itself',
  'would-loop',
  'already-linked',
  'nothing-waits', // nobody needs its date
  'has-a-date',
  'date-asked', // within the week; details.on says when
  'map-not-drawn', // the layout took too long, or too many waited for theirs; the table has the same
  'blocked', // details.blockers: what it waits for and is not finished; a reason overrides it
  // numbers, funding and evidence
  'source-needed',
  'not-a-number',
  'parts-differ-from-total',
  'retired',
  'not-submitted',
  'no-next-round',
  'review-date-needed',
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
