import type { EntitySources } from './loaders.js'

/** What every feature hands to `server.ts`: its resolvers, ready made, and where its records come from by id. */
export interface Feature {
  resolvers: object[]
  sources: EntitySources
}
