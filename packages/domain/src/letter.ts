import { dueOn, overdueSince } from './due.js'
import type { Viewer } from './offices.js'
import { may } from './permissions.js'
import { Refusal, type RefusalCode } from './refusal.js'
import { refuse } from './refusing.js'

/** A letter or written question, as far as what it answers and awaits goes. */
export interface LetterFacts {
  id: string
  kind: string
  ref: string | null
  asks: readonly string[]
  replyToIds: readonly string[]
  fromBodyId: string
  toBodyId: string
  due: string | null
  /** A draft answers nothing yet. */
  sent: boolean
}

export const letterStatuses = ['draft', 'asks-nothing', 'unanswered', 'answered'] as const
export type LetterStatus = (typeof letterStatuses)[number]

const numbersIn = (ref: string | null): readonly string[] => ref?.match(/\d{3,}/g) ?? []

/** What a letter replies to: what it says so of, and each written question whose number its reference names (row 68). */
export function repliedTo<T extends LetterFacts>(reply: LetterFacts, all: readonly T[]): T[] {
  const named = numbersIn(reply.ref)
  return all.filter(
    (one) =>
      one.id !== reply.id &&
      (reply.replyToIds.includes(one.id) ||
        (one.kind === 'written-question' &&
          one.toBodyId === reply.fromBodyId &&
          numbersIn(one.ref).some((number) => named.includes(number)))),
  )
}

export const repliesOf = <T extends LetterFacts>(letter: LetterFacts, all: readonly T[]): T[] =>
  all.filter((one) => one.sent && repliedTo(one, [letter]).length > 0)

/** Replies that are being written: whoever would begin another sees them first. */
export const draftsOf = <T extends LetterFacts>(letter: LetterFacts, all: readonly T[]): T[] =>
  all.filter((one) => !one.sent && repliedTo(one, [letter]).length > 0)

/** Only what asks something waits for an answer (requirements, row 67). */
export function letterStatus(letter: LetterFacts, all: readonly LetterFacts[]): LetterStatus {
  if (!letter.sent) return 'draft'
  if (letter.asks.length === 0) return 'asks-nothing'
  return repliesOf(letter, all).length > 0 ? 'answered' : 'unanswered'
}

/** The first day on which an unanswered letter was late; what has no due date is never called late (requirements, row 67). */
export function letterOverdueSince(
  { due }: Pick<LetterFacts, 'due'>,
  status: LetterStatus,
  today: string,
): string | null {
  return due && status === 'unanswered' ? overdueSince(dueOn(due), today) : null
}

const correspondence = { space: 'correspondence' } as const

/** The secretariat and the chair of the advisory group write letters; a minister's office its own (matrix, "own replies"). */
export function whyNotWriteLetter(viewer: Viewer, { fromBodyId }: Pick<LetterFacts, 'fromBodyId'>): RefusalCode | null {
  const fitting = viewer.offices.filter((held) => held.bodyKind !== 'ministerial-office' || held.bodyId === fromBodyId)
  return may({ ...viewer, offices: fitting }, 'write', correspondence) ? null : 'not-permitted'
}

/** A draft is put in other words until it is sent; what was sent stands. */
export function whyNotReviseLetter(
  viewer: Viewer,
  letter: Pick<LetterFacts, 'fromBodyId' | 'sent'>,
): RefusalCode | null {
  return whyNotWriteLetter(viewer, letter) ?? (letter.sent ? 'already-sent' : null)
}

/** Signed off by the chair of the advisory group, or by the minister's office whose letter it is. */
export function whyNotSendLetter(viewer: Viewer, letter: Pick<LetterFacts, 'fromBodyId' | 'sent'>): RefusalCode | null {
  const own = viewer.offices.some(
    ({ bodyKind, bodyId }) => bodyKind === 'ministerial-office' && bodyId === letter.fromBodyId,
  )
  if (whyNotWriteLetter(viewer, letter) || !(own || may(viewer, 'rule', correspondence))) return 'not-permitted'
  return letter.sent ? 'already-sent' : null
}

/** A letter is shared once it is sent; a draft never is (requirements, row 69). */
export function whyNotShareLetter(
  viewer: Viewer,
  letter: Pick<LetterFacts, 'fromBodyId' | 'sent'>,
): RefusalCode | null {
  return whyNotWriteLetter(viewer, letter) ?? (letter.sent ? null : 'not-sent-yet')
}

/** A reply says something before it goes out. */
export function sendable(viewer: Viewer, letter: Pick<LetterFacts, 'fromBodyId' | 'sent'>, answers: readonly string[]) {
  refuse(whyNotSendLetter(viewer, letter))
  if (answers.length === 0) throw new Refusal('text-needed')
}
