import type { Feature } from '../../platform/feature.js'
import { BodyResolver } from './body.resolver.js'
import type { BodyStore } from './body.store.js'
import { bodyType } from './body.type.js'

export function bodiesFeature(bodies: BodyStore): Feature {
  return {
    resolvers: [new BodyResolver(bodies)],
    sources: {
      async Body(_viewer, ids) {
        const all = await bodies.all()
        return ids.map((id) => all.get(id)).map((body) => (body ? bodyType(body) : null))
      },
    },
  }
}
