import { Refusal } from '@camau/domain'
import { Ctx, Query, Resolver } from 'type-graphql'
import { type Context, isSignedIn } from '../../platform/context.js'
import { type DeviceNeeds, whatADeviceNeeds } from './device.js'
import { DeviceType } from './device.type.js'

@Resolver(() => DeviceType)
export class DeviceResolver {
  constructor(private readonly needs: DeviceNeeds) {}

  @Query(() => DeviceType, {
    description: 'What a browser needs to work without a line (requirements, row 21). Refused: not-signed-in.',
  })
  async device(@Ctx() { viewer }: Context): Promise<DeviceType> {
    if (!isSignedIn(viewer)) throw new Refusal('not-signed-in')
    return Object.assign(new DeviceType(), await whatADeviceNeeds(this.needs, viewer))
  }
}
