import type { HeldOffice, Viewer } from '@camau/domain'
import { type Bus, keptAcrossNodes } from './bus.js'
import { nobody } from './context.js'
import type { Viewers } from './session.js'

export interface ViewerNeeds {
  /** The person with every office in force at that moment; null when there is no such person. */
  read: (personId: string, at: Date) => Promise<{ name: string; offices: HeldOffice[] } | null>
  bus: Bus
  /** For how long an answer is kept, in milliseconds. */
  keptFor?: number
  now: () => Date
}

/** Who is asking, read again at the latest after a moment and at once when their offices change. */
export function createViewers({ read, bus, keptFor = keptAcrossNodes, now }: ViewerNeeds): Viewers {
  const kept = new Map<string, { viewer: Promise<Viewer>; until: number }>()
  bus.subscribe('rights', ({ personIds }) => {
    for (const id of personIds) kept.delete(id)
  })

  async function fresh(personId: string, at: Date): Promise<Viewer> {
    const person = await read(personId, at)
    return person ? { personId, ...person } : nobody
  }

  return {
    of(personId) {
      const at = now()
      const known = kept.get(personId)
      if (known && known.until > at.getTime()) return stillInForce(known.viewer, at)
      const viewer = fresh(personId, at)
      kept.set(personId, { viewer, until: at.getTime() + keptFor })
      viewer.catch(() => kept.delete(personId))
      return viewer
    },
  }
}

/** An office may run out while it is kept. */
async function stillInForce(viewer: Promise<Viewer>, at: Date): Promise<Viewer> {
  const known = await viewer
  const offices = known.offices.filter(({ until }) => !until || at < until)
  return offices.length === known.offices.length ? known : { ...known, offices }
}
