import { foldedKind } from '@camau/domain'
import type { NoticeRecord } from './notice.model.js'

/** What a line tells of: what moved or ended, and where that is the reader's own, the record itself. */
export const causeOf = ({ because, about }: Pick<NoticeRecord, 'because' | 'about'>): string => because?.id ?? about.id

/** Both in one line, where they tell the same person of the same thing; else null. The later one says when, by whom and why. */
export function folded(line: NoticeRecord, news: NoticeRecord): NoticeRecord | null {
  const kind = foldedKind(line.kind, news.kind)
  if (!kind || line.personId !== news.personId || causeOf(line) !== causeOf(news)) return null
  const known = new Set(line.touches.map(({ id }) => id))
  const touches = [...line.touches, ...news.touches.filter(({ id }) => !known.has(id))]
  const { byId, at, commentId } = news
  const because = line.because ?? news.because
  const text = news.text ?? line.text
  return { ...line, kind, about: touches[0] ?? line.about, because, touches, byId, at, commentId, text }
}
