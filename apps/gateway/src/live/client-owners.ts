import { Refusal } from '@camau/domain'
import { serverClient } from './admission.js'

/** Whose the client ids are. */
export interface Owners {
  isOf(client: number, personId: string): boolean
  /** Makes a client id the person's, or refuses what is somebody else's. `turn` is waited for before it is written. */
  claim(client: number, personId: string, turn?: () => Promise<void>): Promise<void>
}

/** Whose a client id is, and since when. */
export interface Owned {
  personId: string
  at: Date
}

const day = 86_400_000

/**
 * Whose the Yjs client ids of a document are. First come, first served, for ever: a client id is its first person's. Each page writes
 * under a new one, so in a text that lives for years an honest person comes to thousands: what is bounded is how many are new in a day.
 */
export function clientOwners(
  owners: Map<number, Owned>,
  mostADay: number,
  now: () => Date,
  store: (client: number, personId: string, at: Date) => Promise<string>,
): Owners {
  const newOnesOf = (personId: string, since: number): number => {
    let count = 0
    for (const one of owners.values()) if (one.personId === personId && one.at.getTime() > since) count++
    return count
  }
  return {
    isOf: (client, personId) => owners.get(client)?.personId === personId,
    async claim(client, personId, turn) {
      if (client === serverClient) throw new Refusal('foreign-client')
      if (!owners.has(client)) {
        const at = now()
        if (newOnesOf(personId, at.getTime() - day) >= mostADay) throw new Refusal('too-fast', { what: 'client ids' })
        await turn?.()
        owners.set(client, { personId: await store(client, personId, at), at })
      }
      if (owners.get(client)?.personId !== personId) throw new Refusal('foreign-client')
    },
  }
}
