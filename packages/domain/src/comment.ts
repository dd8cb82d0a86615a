import { fitting } from './limits.js'
import { type OfficeKind, officeKinds, type Viewer } from './offices.js'
import { type Owner, owns, sameOwner } from './owner.js'
import { may, type Place } from './permissions.js'
import { Refusal, type RefusalCode } from './refusal.js'

/** What is commented on. An item of an agenda goes by its meeting's id and its own: `m-1:item-1`. */
export const commentedTypes = ['Action', 'LegacyItem', 'Commitment', 'Decision', 'Meeting', 'AgendaItem'] as const
export type CommentedType = (typeof commentedTypes)[number]

export interface Comment {
  id: string
  about: { type: CommentedType; id: string }
  /** With mentions as tokens: `@[person:p-1]`, `@[office:body-ws-1:chair]`. */
  text: string
  authorId: string
  at: Date
  /** What it said before it was changed, oldest first. */
  earlier: { text: string; until: Date }[]
  withdrawn: { at: Date; personId: string } | null
  /** Settled: still there, and out of the way. */
  resolved: { at: Date; personId: string } | null
}

/** A comment beside where its record stands, and who owns that. */
export interface HeldComment {
  record: Comment
  place: Place
  owner: Owner | null
}

/** Who may see the record may read; who may write where it stands, or owns it, may say something. */
export function whyNotComment(viewer: Viewer, place: Place, owner: Owner | null): RefusalCode | null {
  return may(viewer, 'write', place) || owns(viewer, owner) ? null : 'not-permitted'
}

export function whyNotEditComment(viewer: Viewer, { record }: HeldComment): RefusalCode | null {
  if (record.authorId !== viewer.personId) return 'not-yours'
  return record.withdrawn ? 'already-so' : null
}

/** What it said before stays on record. */
export function editComment(viewer: Viewer, held: HeldComment, text: string, at: Date): Comment {
  refuse(whyNotEditComment(viewer, held))
  const { record } = held
  const words = commentText(text)
  if (words === record.text) throw new Refusal('already-so')
  return { ...record, text: words, earlier: [...record.earlier, { text: record.text, until: at }] }
}

/** By its author, or by those who prepare or rule where it stands. That it was there stays on record; its words are no longer shown. */
export function whyNotWithdrawComment(viewer: Viewer, { record, place }: HeldComment): RefusalCode | null {
  if (record.authorId !== viewer.personId && !may(viewer, 'prepare', place)) return 'not-yours'
  return record.withdrawn ? 'already-so' : null
}

export function withdrawComment(viewer: Viewer, held: HeldComment, at: Date): Comment {
  refuse(whyNotWithdrawComment(viewer, held))
  return { ...held.record, withdrawn: { at, personId: viewer.personId } }
}

/** Settled, or open again. */
export function resolveComment(
  viewer: Viewer,
  { record, place, owner }: HeldComment,
  resolved: boolean,
  at: Date,
): Comment {
  refuse(whyNotComment(viewer, place, owner))
  if (record.withdrawn || (record.resolved !== null) === resolved) throw new Refusal('already-so')
  return { ...record, resolved: resolved ? { at, personId: viewer.personId } : null }
}

export function commentText(text: string): string {
  const words = fitting('comment', text)
  if (!words) throw new Refusal('text-needed')
  return words
}

const token = /@\[(?:person:([\w.~-]+)|office:([\w.~-]+):([\w-]+))\]/g
const isOffice = (word: string | undefined): word is OfficeKind => officeKinds.some((office) => office === word)

function mentioned([, personId, bodyId, office]: RegExpMatchArray): Owner | null {
  if (personId) return { kind: 'person', personId }
  return bodyId && isOffice(office) ? { kind: 'office', bodyId, office } : null
}

/** A stretch of a comment: words, or somebody mentioned in it. */
export type CommentPart = { words: string } | { mention: Owner }

/** The comment in order, its tokens read. What only looks like a token is words. */
export function commentParts(text: string): CommentPart[] {
  const parts: CommentPart[] = []
  let from = 0
  for (const match of text.matchAll(token)) {
    const mention = mentioned(match)
    if (!mention) continue
    if (match.index > from) parts.push({ words: text.slice(from, match.index) })
    parts.push({ mention })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ words: text.slice(from) })
  return parts
}

/** Everybody mentioned, each once. */
export function mentionsIn(text: string): Owner[] {
  const all = commentParts(text).flatMap((part) => ('mention' in part ? [part.mention] : []))
  return all.filter((one, i) => all.findIndex((other) => sameOwner(one, other)) === i)
}

/** As it is written into a comment. A body as such cannot be mentioned: nobody would know that they are meant. */
export function mentionToken(owner: Exclude<Owner, { kind: 'body' }>): string {
  return owner.kind === 'person' ? `@[person:${owner.personId}]` : `@[office:${owner.bodyId}:${owner.office}]`
}

function refuse(code: RefusalCode | null): void {
  if (code) throw new Refusal(code)
}
