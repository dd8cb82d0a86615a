import { maySee } from '@camau/domain'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import type { AppointmentResolverNeeds } from './appointment.resolver.js'
import { AppointmentType, appointmentType } from './appointment.type.js'
import { membershipPlace } from './membership-place.js'
import { isHeld } from './sector.js'

/** Who chaired then is read from the history of offices, which is only ever added to. */
@Resolver(() => entity('Meeting'))
export class MeetingChairsResolver {
  constructor(private readonly needs: AppointmentResolverNeeds) {}

  @FieldResolver(() => [AppointmentType], {
    description: 'Chair and vice-chair of the body when it met, whoever holds the offices now (requirements, row 1).',
  })
  async chairs(@Root() meeting: Entities['Meeting'], @Ctx() { viewer }: Context): Promise<AppointmentType[]> {
    const at = meeting.startedAt ?? meeting.startsAt
    const names = await this.needs.directory.now()
    const held = (await this.needs.appointments.all()).filter(
      (one) =>
        one.bodyId === meeting.bodyId && (one.office === 'chair' || one.office === 'vice-chair') && isHeld(one, at),
    )
    return held
      .filter(({ audience, personId }) => maySee(viewer, audience, membershipPlace) || personId === viewer.personId)
      .sort((a, b) => (a.office < b.office ? -1 : 1))
      .map((one) => appointmentType(one, names, this.needs.now()))
  }
}
