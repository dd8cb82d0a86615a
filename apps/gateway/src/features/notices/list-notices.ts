import type { Viewer } from '@camau/domain'
import type { Loaders } from '../../platform/loaders.js'
import type { NoticeRecord, NoticeSubject } from './notice.model.js'
import { type NoticeReading, noticeType } from './notice.shape.js'
import type { NoticeStore } from './notice.store.js'
import type { NoticeType } from './notice.type.js'

/** Something the viewer is to do that is late, and since which day. */
export interface Late {
  about: NoticeSubject
  since: string
}

export interface ListNoticesNeeds extends NoticeReading {
  notices: NoticeStore
  late: (viewer: Viewer) => Promise<readonly Late[]>
}

/** What is kept, and what the calendar has brought since: that is worked out when somebody looks, no clock has to strike for it. */
export async function allNotices({ notices, late }: ListNoticesNeeds, viewer: Viewer): Promise<NoticeRecord[]> {
  const [kept, brought] = await Promise.all([notices.of(viewer.personId), late(viewer)])
  const known = new Set(kept.map(({ _id }) => _id))
  const lines = brought.map((one) => lateLine(viewer.personId, one)).filter(({ _id }) => !known.has(_id))
  return [...kept, ...lines].sort((a, b) => b.at.getTime() - a.at.getTime() || (a._id < b._id ? 1 : -1))
}

/** Those among them whose record, or comment, the viewer may see at this moment. */
export async function seenOf(
  needs: ListNoticesNeeds,
  lines: readonly NoticeRecord[],
  by: { viewer: Viewer; load: Loaders },
): Promise<NoticeType[]> {
  return (await Promise.all(lines.map((line) => noticeType(line, by, needs)))).filter((one) => one !== null)
}

function lateLine(personId: string, { about, since }: Late): NoticeRecord {
  return {
    _id: `overdue.${personId}.${about.id}.${since}`,
    personId,
    kind: 'overdue',
    about,
    because: null,
    touches: [],
    commentId: null,
    byId: null,
    text: null,
    at: new Date(`${since}T00:00:00Z`),
    read: false,
    version: 0,
  }
}
