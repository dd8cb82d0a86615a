import type { LocalText, Viewer } from '@camau/domain'
import { z } from 'zod'
import type { Loaders } from '../../platform/loaders.js'
import type { NoticeRecord, NoticeSubject } from './notice.model.js'
import { NoticeAboutType, NoticeCauseType, NoticeType } from './notice.type.js'

export interface NoticeReading {
  /** The body that holds a record, whoever asks: of what is not for the viewer, that much is said. */
  bodyOf: (id: string) => Promise<string | null>
  /** The words of the comment a line tells of; null where the viewer may not read it, or it is withdrawn. */
  said: (viewer: Viewer, line: Pick<NoticeRecord, 'commentId' | 'byId' | 'at'>) => Promise<string | null>
}

const local = z.object({ en: z.string().nullish(), cy: z.string().nullish() })
const words = z.union([z.string(), local]).nullish()
const day = z.string().nullable()
/** Where records of all kinds have their name. */
const named = z.object({
  title: words,
  name: words,
  label: words,
  subject: words,
  text: words,
  number: z.number().nullish(),
  bodyId: z.string().nullish(),
  due: z.object({ label: z.string(), earliest: day, latest: day }).nullish(),
})

/** The line as it is shown; null when nothing of what it is about may be seen, or no longer. */
export async function noticeType(
  line: NoticeRecord,
  { viewer, load }: { viewer: Viewer; load: Loaders },
  reading: NoticeReading,
): Promise<NoticeType | null> {
  const { _id: id, kind, at, read, version, byId } = line
  const mine = line.touches.length > 0 ? line.touches : [line.about]
  const touches = (await Promise.all(mine.map((one) => aboutType(one, load)))).filter((one) => one !== null)
  const [about] = touches
  if (!about) return null
  const because = line.because && (await causeType(line.because, load, reading))
  const isSaid = kind === 'commented' || kind === 'mentioned'
  const text = isSaid ? await reading.said(viewer, line) : because?.restricted ? null : line.text
  if (isSaid && text === null) return null
  const shown = { id, kind, at, read, version, byId, about, touches, because, text: text && beginning(text) }
  return Object.assign(new NoticeType(), shown)
}

async function aboutType({ type, id }: NoticeSubject, load: Loaders): Promise<NoticeAboutType | null> {
  const record = await load.find(type, id)
  return record && Object.assign(new NoticeAboutType(), { type, id, ...nameOf(record) })
}

/** Nothing of a record that is not for the viewer but the body that holds it: not its date either. */
async function causeType(
  { type, id }: NoticeSubject,
  load: Loaders,
  { bodyOf }: NoticeReading,
): Promise<NoticeCauseType> {
  const record = await load.find(type, id)
  if (!record) return Object.assign(new NoticeCauseType(), hidden, { bodyId: await bodyOf(id) })
  const { due = null } = named.parse(record)
  return Object.assign(new NoticeCauseType(), { type, id, due, restricted: false, ...nameOf(record) })
}

const hidden = { type: null, id: null, title: null, number: null, due: null, restricted: true }

function nameOf(record: unknown) {
  const { title, name, label, subject, text, number = null, bodyId = null } = named.parse(record)
  return { title: localText(title ?? name ?? label ?? subject ?? text), number, bodyId }
}

function localText(text: z.output<typeof words>): LocalText | null {
  if (!text) return null
  return typeof text === 'string' ? { en: text, cy: null } : { en: text.en ?? null, cy: text.cy ?? null }
}

const longestText = 200

/** As much as fits on a line. */
export const beginning = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText - 1).trimEnd()}…` : text
