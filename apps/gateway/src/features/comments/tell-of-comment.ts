import { mentionsIn, type Owner, sameOwner } from '@camau/domain'
import type { Transaction } from '../../platform/command.js'
import type { GivenNotice } from '../../platform/notify.js'
import type { Subject } from '../../platform/subject.js'
import type { StoredComment } from './comment.store.js'
import type { CommentNeeds } from './comment-needs.js'

/** Whoever is mentioned is told so; the owner of the record and those who said something before are told of the rest. */
export async function tellOfComment(
  needs: CommentNeeds,
  tx: Transaction,
  subject: Subject,
  comment: StoredComment,
): Promise<void> {
  const of = { about: noticed(subject), commentId: comment.id }
  const mentions = mentionsIn(comment.text)
  await needs.notify(tx, [{ kind: 'mentioned', to: mentions, ...of }])
  const told = new Set((await Promise.all(mentions.map(needs.answering))).flat())
  const others = (await concerned(needs, subject, comment)).filter((id) => !told.has(id))
  const to = others.map((personId) => ({ kind: 'person', personId }) as const)
  await needs.notify(tx, [{ kind: 'commented', to, ...of }])
}

/** A later change tells those alone who are mentioned now and were not before. */
export async function tellOfMentions(
  { notify }: CommentNeeds,
  tx: Transaction,
  subject: Subject,
  comment: StoredComment,
  before: readonly Owner[],
): Promise<void> {
  const to = mentionsIn(comment.text).filter((one) => !before.some((known) => sameOwner(known, one)))
  await notify(tx, [{ kind: 'mentioned', to, about: noticed(subject), commentId: comment.id }])
}

async function concerned({ comments, answering }: CommentNeeds, { owner }: Subject, { about }: StoredComment) {
  const owners = owner ? await answering(owner) : []
  const said = (await comments.all()).filter((one) => one.about.type === about.type && one.about.id === about.id)
  return [...new Set([...owners, ...said.filter(({ withdrawn }) => !withdrawn).map(({ authorId }) => authorId)])]
}

/** An item of an agenda is found through its meeting. */
const noticed = ({ type, id }: Subject): GivenNotice['about'] =>
  type === 'AgendaItem' ? { type: 'Meeting', id: id.split(':')[0] ?? id } : { type, id }
