import { Refusal } from '@camau/domain'

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** New records get their id from the client, which may be offline when it makes them; anything but a UUID is refused. */
export function newRecordId(id: string): string {
  if (!shape.test(id)) throw new Refusal('malformed', { field: 'id' })
  return id
}
