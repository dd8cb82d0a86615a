import type { EntitySources } from './loaders.js'
import type { SearchSource } from './search-source.js'

/** What every feature hands to `server.ts`: its resolvers, ready made, and where its records come from. */
export interface Feature {
  resolvers: object[]
  sources: EntitySources
  /** What the calendar brings, done within seconds of its time; on every node, so it must be right to try it again. */
  byTheClock?: () => Promise<void>
  /** What people look for in it. */
  search?: readonly SearchSource[]
  /** Ends what runs beside the gateway, before it stops. */
  stop?(): Promise<void>
}
