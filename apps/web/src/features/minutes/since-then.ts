import type { Frozen } from './agreed-minutes'
import type { MinutedActionFragment } from './minutes.graphql'

/** What is different now from what was minuted, field by field; null where it is the same. */
export interface Since {
  status: MinutedActionFragment['status'] | null
  owner: string | null
  due: string | null
  title: string | null
}

/** Compares an action as minuted with the record today. The minutes keep the owner's English label and the due date's own. */
export function sinceThen(minuted: Frozen['actions'][number], now: MinutedActionFragment): Since | null {
  const owner = now.owner?.label.en ?? null
  const due = now.due?.label ?? null
  const since: Since = {
    status: now.status === minuted.status ? null : now.status,
    owner: owner === minuted.owner ? null : owner,
    due: due === minuted.due ? null : due,
    title: now.title === minuted.title ? null : now.title,
  }
  return Object.values(since).some((value) => value !== null) ? since : null
}
