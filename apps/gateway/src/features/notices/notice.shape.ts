import type { LocalText } from '@camau/domain'
import { z } from 'zod'
import type { Loaders } from '../../platform/loaders.js'
import type { NoticeRecord } from './notice.model.js'
import { NoticeAboutType, NoticeType } from './notice.type.js'

const local = z.object({ en: z.string().nullish(), cy: z.string().nullish() })
const words = z.union([z.string(), local]).nullish()
/** Where records of all kinds have their name. */
const named = z.object({
  title: words,
  name: words,
  subject: words,
  text: words,
  number: z.number().nullish(),
  bodyId: z.string().nullish(),
})

/** The line as it is shown; null when its record may not be seen, or no longer. */
export async function noticeType(line: NoticeRecord, load: Loaders): Promise<NoticeType | null> {
  const { _id: id, about, personId: _, ...same } = line
  const record = await load.find(about.type, about.id)
  if (!record) return null
  const { title, name, subject, text, number = null, bodyId = null } = named.parse(record)
  const shown = { ...about, title: localText(title ?? name ?? subject ?? text), number, bodyId }
  return Object.assign(new NoticeType(), { ...same, id, about: Object.assign(new NoticeAboutType(), shown) })
}

function localText(text: z.output<typeof words>): LocalText | null {
  if (!text) return null
  return typeof text === 'string' ? { en: text, cy: null } : { en: text.en ?? null, cy: text.cy ?? null }
}
