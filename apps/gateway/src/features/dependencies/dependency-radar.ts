import { limits } from '@camau/domain'
import type { Context } from '../../platform/context.js'
import { radarType } from './radar.shape.js'
import type { DependencyRadarType, RadarArgs } from './radar.type.js'
import { onTheRadar } from './radar-lists.js'
import { type RadarNeeds, readRadar } from './radar-reading.js'

/** The radar as the viewer may see it, or the part of it that touches a body: each link is passed a fixed number of times. */
export async function dependencyRadar(
  needs: RadarNeeds,
  context: Pick<Context, 'viewer' | 'load'>,
  { bodyId, first }: RadarArgs,
): Promise<DependencyRadarType> {
  const reading = await readRadar(needs, context)
  const most = Math.min(Math.max(first ?? limits.pageDefault, 0), limits.radarRows)
  return radarType(reading, onTheRadar(reading, bodyId ?? null), most)
}
