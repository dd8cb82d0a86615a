import { officeFor, Refusal, type Viewer, whyNotPrepare } from '@camau/domain'
import { placeOfBody } from '../../platform/body-place.js'
import type { Command } from '../../platform/command.js'
import type { Directory } from '../../platform/directory.js'
import { newRecordId } from '../../platform/record-id.js'
import { givenWords } from './given-agenda.js'
import type { ParkedItemStore } from './parked-item.store.js'
import type { AddParkedItemInput, StoredParkedItem } from './parked-item.type.js'

export interface ParkingNeeds {
  parkedItems: ParkedItemStore
  command: Command
  directory: Directory
}

/** Something for a later meeting, noted before there is one. */
export function addParkedItem(
  { parkedItems, command, directory }: ParkingNeeds,
  viewer: Viewer,
  input: AddParkedItemInput,
): Promise<StoredParkedItem> {
  return command(
    { command: 'addParkedItem', viewer, input },
    async (tx) => {
      const place = placeOfBody(input.bodyId, await directory.now())
      if (!place) throw new Refusal('not-found')
      const refusal = whyNotPrepare(viewer, place.body)
      if (refusal) throw new Refusal(refusal)
      const parked = { carriedFrom: null, parkedBy: viewer.personId, parkedAt: tx.at, removedAt: null }
      const item = { ...givenWords(input), ...parked, id: newRecordId(input.id), bodyId: input.bodyId }
      const record = { ...item, audience: 'member' as const, version: 1 }
      return parkedItems.add(tx, record, officeFor(viewer, 'prepare', place))
    },
    (id) => parkedItems.get(viewer, id),
  )
}
