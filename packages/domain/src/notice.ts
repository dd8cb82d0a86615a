/** What somebody is told of in their inbox. One line per thing that happened to them, never of what they did themselves. */
export const noticeKinds = [
  'assigned', // an action is yours to accept or decline
  'answered', // the owner you asked has accepted or declined
  'due-moved', // a due date of yours, or one you wait for, has moved
  'overdue',
  'done', // finished by its owner: a chair may close it
  'closed',
  'transferred', // another body hands you an action
  'commented',
  'mentioned',
  'held-up', // what you wait for has slipped past your own date
  'date-asked', // somebody waits for what is yours and asks when it will be done
  'freed', // nothing holds it up any more
  'held-again', // what you waited for is taken up again
  'let-go', // what you waited for is dropped: nobody will finish it
  'replaced', // another has taken the place of what you waited for
  'waits', // somebody has set that yours waits for something
  'hand-over', // a legacy item or commitment is offered to you
  'meeting', // a meeting of yours is moved or cancelled
  'minutes', // minutes are circulated, agreed or amended
  'decision', // a decision is asked of you, or advice awaits your reply
  'question', // a letter or written question awaits your reply
  'data-request',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** News of dates: those of one thing make one line until it is read. The gravest comes last, and stands for them all. */
const slips: readonly NoticeKind[] = ['due-moved', 'held-up']

/** What both come to in one line; null where each has a line of its own. */
export function foldedKind(a: NoticeKind, b: NoticeKind): NoticeKind | null {
  if (a === b) return a
  const [one, two] = [slips.indexOf(a), slips.indexOf(b)]
  return one < 0 || two < 0 ? null : (slips[Math.max(one, two)] ?? null)
}

/** Whether further news of the same joins a line from before that nobody has read yet. */
export const foldsWhileUnread = (kind: NoticeKind): boolean => slips.includes(kind)
