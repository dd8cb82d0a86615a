import { Refusal } from '@camau/domain'
import { serverClient } from './admission.js'

/** Whose the client ids are. */
export interface Owners {
  isOf(client: number, personId: string): boolean
  /** Makes a client id the person's, or refuses what is somebody else's. */
  claim(client: number, personId: string): Promise<void>
}

/** Whose the Yjs client ids of a document are. First come, first served, for ever: a client id is its first person's. */
export function clientOwners(
  owners: Map<number, string>,
  mostPerPerson: number,
  store: (client: number, personId: string) => Promise<string>,
): Owners {
  return {
    isOf: (client, personId) => owners.get(client) === personId,
    async claim(client, personId) {
      if (client === serverClient) throw new Refusal('foreign-client')
      if (!owners.has(client)) {
        const mine = [...owners.values()].filter((owner) => owner === personId).length
        if (mine >= mostPerPerson) throw new Refusal('too-fast', { what: 'client ids' })
        owners.set(client, await store(client, personId))
      }
      if (owners.get(client) !== personId) throw new Refusal('foreign-client')
    },
  }
}
