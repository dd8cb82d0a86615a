import { type Matter, openMatters, type ParkedItem } from '@camau/domain'
import type { Connection } from 'mongoose'
import type { Transaction } from '../../platform/command.js'
import { nextNumber } from '../../platform/counters.js'
import type { MeetingStore } from './meeting.store.js'
import type { ParkedItemStore } from './parked-item.store.js'

/** What waits for a meeting of the body, read inside the transaction that is about to take some of it up. */
export type OpenBusiness = (
  tx: Transaction,
  bodyId: string,
) => Promise<{ matters: readonly Matter[]; parked: readonly ParkedItem[] }>

export function openBusiness(db: Connection, meetings: MeetingStore, parkedItems: ParkedItemStore): OpenBusiness {
  return async (tx, bodyId) => {
    // Two meetings could take up one matter at once, neither seeing the other: a shared row makes one of them wait and look again.
    await nextNumber(db, tx.session, `business:${bodyId}`)
    const parked = await parkedItems.ofBody(bodyId, tx)
    return { matters: openMatters(await meetings.ofBody(bodyId, tx), parked), parked }
  }
}
