import { randomUUID } from 'node:crypto'
import { Refusal, type RefusalCode } from '@camau/domain'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { Log } from './log.js'

/** For people who read the API's answers themselves; the screens have their own words in both languages. */
export const sentences: Record<RefusalCode, string> = {
  'not-signed-in': 'Please sign in first.',
  'not-found': 'There is no such record, or it is not shared with you.',
  'not-permitted': 'Your offices do not give you the right to do this.',
  'changed-since': 'Somebody changed this after you looked at it; nothing was overwritten.',
  'already-so': 'It is so already.',
  'mutation-reused': 'This mutationId was used for another command.',
  malformed: 'The request is not of the expected shape.',
  'too-long': 'The text is too long.',
  'too-large': 'The request is too large.',
  'text-needed': 'Some text is needed.',
  'impossible-date': 'There is no such day.',
  'unknown-operation': 'This operation is not offered.',
  'already-public': 'What is public cannot be restricted.',
  'not-among-them': 'Whoever restricts a record has to be among those it names.',
  'chairs-not-named': 'The chairs of that body are not among those who may see this action.',
  'cannot-see-it': 'Somebody who is mentioned may not see this.',
  'not-yours': 'Only its author can change it.',
  'some-refused': 'Some of these cannot be changed like this; nothing was done.',
  'not-undoable': 'Somebody has changed this since; nothing was undone.',
  'stays-done': 'This act cannot be taken back.',
  'already-undone': 'This was undone already.',
  'undo-over': 'Acts of an earlier day cannot be taken back.',
  'evidence-needed': 'Evidence is needed to call it done.',
  'reason-needed': 'A reason is needed.',
  'owner-needed': 'An owner is needed.',
  'accept-first': 'The owner has to accept it first.',
  'not-the-owner': 'Only the owner can do this.',
  'not-assignable-now': 'The action cannot be assigned in its present state.',
  'not-acceptable-now': 'There is nothing to accept or decline now.',
  'not-reportable-now': 'Progress cannot be reported in its present state.',
  'not-completable-now': 'The action cannot be completed in its present state.',
  'not-closable-now': 'The action cannot be closed in its present state.',
  'not-reopenable-now': 'The action cannot be reopened in its present state.',
  'not-droppable-now': 'The action cannot be dropped in its present state.',
  'not-datable-now': 'The due date cannot be moved in the present state.',
  'not-transferable-now': 'Only unfinished actions go to another body.',
  'transfer-waiting': 'The action is offered to another body already.',
  'no-transfer-waiting': 'The action is not offered to another body.',
  'body-keeps-no-log': 'That body keeps no action log.',
  'not-supersedable-now': 'Only unfinished actions can be superseded.',
  'replaces-itself': 'An action cannot replace itself, directly or through others.',
  'not-a-replacement': 'A dropped or superseded action replaces nothing.',
  'not-divisible-now': 'Only unfinished actions have new sub-actions.',
  'too-deep': 'A sub-action has no sub-actions of its own.',
  'parent-on-other-body': 'A sub-action stands in the log of its parent.',
  'sub-actions-open': 'Sub-actions are still open.',
  'progress-derived': 'Progress follows from the sub-actions.',
  'not-supportable-now': 'Supporters are chosen while the action is unfinished.',
  'too-many-supporters': 'The action has as many supporters as it can have.',
  'ends-before-start': 'The end lies before the start.',
  'not-startable-now': 'The meeting cannot be started in its present state.',
  'not-endable-now': 'The meeting cannot be ended in its present state.',
  'not-circulable-now': 'The minutes cannot be circulated in their present state.',
  'not-agreeable-now': 'The minutes cannot be agreed or published in their present state.',
  'circulated-it-yourself': 'Whoever circulated the minutes cannot agree them.',
  'minutes-agreed': 'The minutes are agreed and no longer change.',
  'not-on-this-body': 'This person holds no office on the body.',
  'not-cancellable-now': 'Only a planned meeting can be cancelled.',
  'not-postponable-now': 'Only a planned meeting can be moved.',
  'not-in-session': 'The meeting is not running.',
  'meeting-cancelled': 'The meeting is cancelled.',
  'meeting-over': 'The meeting is over.',
  'already-taken-up': 'The item is on an agenda already, or it is settled.',
  'too-late-to-undo': 'It was removed too long ago to be put back.',
  'reserved-to-chair': 'This is reserved to a chair or vice-chair of the body; the secretariat prepares it.',
  'minutes-not-agreed': 'The minutes are not agreed yet; the text itself can be corrected.',
  'amendment-answered': 'The amendment has been agreed, declined or withdrawn already.',
  'proposed-it-yourself': 'Whoever proposed an amendment cannot agree or decline it.',
  'not-a-later-meeting': 'Minutes are amended at a later meeting of the same body that has begun.',
  'not-in-the-text': 'The agreed text does not hold these words at this place.',
  'decision-settled': 'The minutes are agreed, so the decision stands; record a new one that replaces it.',
  'decision-open': 'The minutes are still open; the decision itself can be corrected.',
  'already-replaced': 'A later decision has replaced this one.',
  'already-answered': 'It has been answered already.',
  'not-advice': 'Only advice is given a reply.',
  'procedure-ended': 'The written procedure has ended.',
  'voting-over': 'The time for voting is over.',
  'voting-goes-on': 'Voting goes on until the closing time, or until everybody has voted.',
  'not-a-voter': 'Only those vote who held a voting office on the body when this was opened, and hold one still.',
  'quorum-impossible': 'The quorum must be at least one and at most the number of voters.',
  'proposal-waiting': 'An earlier proposal is still waiting for an answer.',
  'no-proposal-waiting': 'No proposal is waiting for an answer.',
  'nothing-to-release': 'Nobody owns it, so there is nothing to release.',
  'nothing-queried': 'Nobody has asked anything about this.',
  'legacy-ended': 'This was merged, replaced or stopped. Record that it continues first.',
  'legacy-target-needed': 'Say which other item or commitment takes its place.',
  'nothing-to-hand-over': 'Choose at least one item or commitment.',
  'already-sent': 'This letter has been sent.',
  'not-sent-yet': 'A draft cannot be shared. Send it first.',
  'resolve-by-needed': 'Say by which day it will be accepted or rejected.',
  'body-not-active': 'The body is not active.',
  'body-not-startable-now': 'Only a proposed body can be started.',
  'body-not-closable-now': 'The body has closed already.',
  'body-not-reopenable-now': 'Only a closed body can be re-established.',
  'no-successor-now': 'A proposed body has no successor.',
  'not-a-successor': 'Work goes to the parent body or to the successor, which must be active.',
  'parent-needed': 'The group needs a parent: the advisory group or a workstream.',
  'remit-needed': 'The group needs a remit.',
  'end-needed': 'The group needs a planned end.',
  'items-unplaced': 'Some unfinished actions still have to go somewhere.',
  'one-sector': 'Chair and vice-chair would come from one sector; that takes a reason.',
  'terms-drafted-already': 'There is a draft already.',
  'not-a-draft': 'What is published does not change.',
  'decision-needed': 'A work area becomes active only with a decision of the advisory group.',
  'work-area-not-proposed': 'Only a proposed work area can be taken on.',
  'work-area-not-active': 'Progress is reported on a work area that has been taken on.',
  'phase-closed': 'The phase has closed.',
  'idea-settled': 'The idea has been dealt with already.',
  'depends-on-itself': 'A thing cannot wait for itself.',
  'would-loop': 'The link would make things wait for each other in a circle.',
  blocked: 'What this waits for is not finished. Finish that first, or say why this is done all the same.',
  'already-linked': 'The two are linked already.',
  'nothing-waits': 'Nothing unfinished waits for this.',
  'has-a-date': 'This has a date already.',
  'date-asked': 'Its owner was asked within the last seven days.',
  'map-not-drawn': 'The map could not be drawn just now; the table has the same.',
  'source-needed': 'It has to say where it was taken from.',
  'not-a-number': 'A number is needed; counts are whole and not negative.',
  'parts-differ-from-total': 'The parts do not add up to the total.',
  retired: 'It is retired; its history stays as it is.',
  'not-submitted': 'A plan that was not submitted has no figures and no name.',
  'no-next-round': 'The request was made once only.',
  'review-date-needed': 'A day to look at it again is needed.',
  'office-taken': 'Somebody holds this office already.',
  'already-ended': 'It has ended already.',
  'derived-membership': 'Membership of this group follows from offices and cannot be given by hand.',
  'read-only': 'The text can be read but not changed now.',
  'not-open': 'The document is not open here.',
  'foreign-client': 'The update carries the mark of another author.',
  gap: 'Something before this is missing.',
  'unknown-content': 'The update holds content of an unknown kind.',
  'stale-epoch': 'The document was replaced; please open it again.',
  quarantined: 'The document is locked because its stored form is damaged.',
  'too-fast': 'Too many requests; please wait a moment.',
  'too-many-connections': 'Too many connections.',
  'took-too-long': 'This took too long; please try again.',
  unavailable: 'The service is not available at the moment.',
  internal: 'Something went wrong on our side.',
}

export interface ShownRefusal {
  code: RefusalCode
  details: Record<string, unknown>
}

/** What may leave the server about an error. Anything but a refusal is our bug: logged in full, shown with a reference to the log. */
export function refusalOf(error: unknown, log: Log): ShownRefusal {
  if (error instanceof Refusal) return { code: error.code, details: error.details }
  if (hasTakenTooLong(error)) return { code: 'took-too-long', details: {} }
  if (isAway(error)) {
    log.warn({ err: error }, 'the database does not answer')
    return { code: 'unavailable', details: {} }
  }
  const reference = randomUUID()
  log.error({ err: error, reference }, 'unexpected error')
  return { code: 'internal', details: { reference } }
}

/** The database stopped a read that came to the end of its time (MaxTimeMSExpired). */
function hasTakenTooLong(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 50
}

/** The driver's ways of saying that nobody answers at the other end. */
function isAway(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^Mongo(ose)?(ServerSelection|Network|NotConnected|PoolCleared|TopologyClosed)/.test(error.name)
  )
}

// What GraphQL itself refuses before any of our code runs.
const fromGraphql: Readonly<Record<string, RefusalCode>> = {
  GRAPHQL_PARSE_FAILED: 'malformed',
  GRAPHQL_VALIDATION_FAILED: 'malformed',
  BAD_USER_INPUT: 'malformed',
  BAD_REQUEST: 'malformed',
  OPERATION_RESOLUTION_FAILURE: 'unknown-operation',
  PERSISTED_QUERY_NOT_SUPPORTED: 'unknown-operation',
}

/** What a resolver threw, or what cut a whole operation off, which has no path. */
const causeOf = (error: unknown) => (error instanceof GraphQLError ? (error.originalError ?? error) : error)

/** GraphQL's side of `refusalOf`. GraphQL's own complaints keep their text: they speak of the query, which the sender wrote. */
export function formatError(log: Log): (shown: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (shown, error) => {
    const code = fromGraphql[String(shown.extensions?.code)]
    if (code) return { message: withoutHints(shown.message), extensions: { code, details: {} } }
    const refusal = refusalOf(causeOf(error), log)
    return {
      message: sentences[refusal.code],
      ...(shown.path ? { path: shown.path } : {}),
      extensions: { ...refusal },
    }
  }
}

/** "Did you mean …" would tell strangers the names of the schema. */
function withoutHints(message: string): string {
  return message.replace(/ ?Did you mean .*$/, '').slice(0, 300)
}
