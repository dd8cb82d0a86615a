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
  'freed', // what you waited for is finished
  'hand-over', // a legacy item or commitment is offered to you
  'meeting', // a meeting of yours is moved or cancelled
  'minutes', // minutes are circulated, agreed or amended
  'decision', // a decision is asked of you, or advice awaits your reply
  'question', // a letter or written question awaits your reply
  'data-request',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
