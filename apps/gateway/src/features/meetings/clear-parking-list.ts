import { officeFor, Refusal, type Viewer, whyNotPrepare, whyNotRestore } from '@camau/domain'
import { placeOfBody } from '../../platform/body-place.js'
import type { Transaction } from '../../platform/command.js'
import type { ParkingNeeds } from './add-parked-item.js'
import type { OpenBusiness } from './open-business.js'
import type { ClearParkingListInput, RestoreParkedItemsInput, StoredParkedItem } from './parked-item.type.js'

export interface ClearParkingNeeds extends ParkingNeeds {
  openBusiness: OpenBusiness
}

/** Takes what waits there off the list. What stands on an agenda is not on it, and is left alone. */
export function clearParkingList(needs: ClearParkingNeeds, viewer: Viewer, input: ClearParkingListInput) {
  return changeSeveral(needs, viewer, 'clearParkingList', input, async (tx) => {
    const { matters, parked } = await needs.openBusiness(tx, input.bodyId)
    const listed = new Set(matters.flatMap(({ ref }) => (ref.meetingId === null ? [ref.itemId] : [])))
    const wanted = input.ids ?? [...listed]
    if (wanted.some((id) => !listed.has(id))) throw new Refusal('not-found')
    return parked.filter(({ id }) => wanted.includes(id)).map((item) => ({ ...item, removedAt: tx.at }))
  })
}

/** Puts back what was cleared, for thirty days (features, A4). */
export function restoreParkedItems(needs: ClearParkingNeeds, viewer: Viewer, input: RestoreParkedItemsInput) {
  return changeSeveral(needs, viewer, 'restoreParkedItems', input, async (tx) => {
    const { parked } = await needs.openBusiness(tx, input.bodyId)
    const wanted = parked.filter(({ id }) => input.ids.includes(id))
    if (wanted.length < new Set(input.ids).size) throw new Refusal('not-found')
    const refusal = wanted.map((item) => whyNotRestore(item, tx.at)).find((no) => no !== null)
    if (refusal) throw new Refusal(refusal)
    return wanted.map((item) => ({ ...item, removedAt: null }))
  })
}

/** All or none, and answered as the list is afterwards. */
function changeSeveral(
  { parkedItems, command, directory }: ClearParkingNeeds,
  viewer: Viewer,
  name: string,
  input: { mutationId: string; bodyId: string },
  decide: (tx: Transaction) => Promise<Parameters<typeof parkedItems.put>[1][]>,
): Promise<StoredParkedItem[]> {
  return command(
    { command: name, viewer, input },
    async (tx) => {
      const place = placeOfBody(input.bodyId, await directory.now())
      if (!place) throw new Refusal('not-found')
      const refusal = whyNotPrepare(viewer, place.body)
      if (refusal) throw new Refusal(refusal)
      const changed = await decide(tx)
      if (changed.length === 0) throw new Refusal('already-so')
      const saved = []
      for (const item of changed) saved.push(await parkedItems.put(tx, item, officeFor(viewer, 'prepare', place)))
      return saved
    },
    async () => (await parkedItems.list(viewer)).filter((item) => item.bodyId === input.bodyId),
  )
}
