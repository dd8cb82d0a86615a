import { type Comment, mentionsIn, type Owner, type Place } from '@camau/domain'
import type { Names } from '../../platform/directory.js'
import { patchOwner, patchPerson } from '../../platform/graphql/owner.js'
import { needed, neededTime, part } from '../../platform/record-parts.js'
import { createRecordStore, type KeptRecord, type RecordStore } from '../../platform/record-store.js'

/** A comment as the collection `comments` keeps it, with how its record was guarded when it was last touched. */
export interface StoredComment extends Comment, KeptRecord {
  place: Place
  bodyId: string | null
  owner: Owner | null
}

export type CommentStore = RecordStore<StoredComment>

const moment = part({ at: neededTime, personId: needed })

export function commentStore(needs: Parameters<typeof createRecordStore>[0]): CommentStore {
  return createRecordStore<StoredComment>(needs, {
    type: 'Comment',
    collection: 'comments',
    fields: {
      about: { type: part({ type: needed, id: needed }), required: true },
      text: needed,
      authorId: needed,
      at: neededTime,
      earlier: [part({ text: needed, until: neededTime })],
      withdrawn: { type: moment, default: null },
      resolved: { type: moment, default: null },
      place: { type: Object, required: true },
      bodyId: { type: String, default: null },
      owner: { type: Object, default: null },
    },
    order: (a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1),
    place: ({ place }) => place,
    rooms: ({ bodyId }) => (bodyId ? ['programme', `body:${bodyId}`] : ['programme']),
    owner: ({ owner }) => owner,
    guardIsCopied: true,
    patch: commentPatch,
  })
}

function commentPatch(comment: StoredComment, names: Names): Record<string, unknown> {
  const { about, authorId, at, withdrawn, resolved } = comment
  const person = (id: string | undefined) => (id ? patchPerson(id, names) : null)
  return {
    aboutType: about.type,
    aboutId: about.id,
    ...shownWords(comment),
    mentions: mentionsIn(shownWords(comment).text).map((one) => patchOwner(one, names)),
    author: person(authorId),
    at,
    withdrawnAt: withdrawn?.at ?? null,
    withdrawnBy: person(withdrawn?.personId),
    resolvedAt: resolved?.at ?? null,
    resolvedBy: person(resolved?.personId),
  }
}

/** What was withdrawn is shown to nobody any more; the trail has it. */
export function shownWords({ text, earlier, withdrawn }: Comment) {
  if (withdrawn) return { text: '', earlier: [] }
  return { text, earlier: earlier.map((one) => ({ __typename: 'EarlierComment', ...one })) }
}
