import { type BodyKind, maySee, type Viewer } from '@camau/domain'
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Command } from '../../platform/command.js'
import type { Context } from '../../platform/context.js'
import type { Directory } from '../../platform/directory.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { appointPerson } from './appoint-person.js'
import { AppointPersonInput, EndAppointmentInput } from './appointment.inputs.js'
import type { AppointmentRecord } from './appointment.model.js'
import { type AppointmentStore, operationalMembers } from './appointment.store.js'
import { AppointmentType, appointmentType } from './appointment.type.js'
import { endAppointment } from './end-appointment.js'
import { membershipPlace } from './membership-place.js'

export interface AppointmentResolverNeeds {
  appointments: AppointmentStore
  command: Command
  directory: Directory
  now: () => Date
}

@Resolver(() => AppointmentType)
export class AppointmentResolver {
  constructor(private readonly needs: AppointmentResolverNeeds) {}

  @Mutation(() => AppointmentType)
  async appointPerson(
    @Arg('input', () => AppointPersonInput) input: AppointPersonInput,
    @Ctx() { viewer }: Context,
  ): Promise<AppointmentType> {
    return shown(this.needs, await appointPerson(this.needs, viewer, input))
  }

  @Mutation(() => AppointmentType)
  async endAppointment(
    @Arg('input', () => EndAppointmentInput) input: EndAppointmentInput,
    @Ctx() { viewer }: Context,
  ): Promise<AppointmentType> {
    return shown(this.needs, await endAppointment(this.needs, viewer, input))
  }

  @FieldResolver(() => entity('Person'), {
    nullable: true,
    description: 'null: the documents name the office, not its holder.',
  })
  person(@Root() { personId }: AppointmentType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', personId)
  }

  @FieldResolver(() => entity('Body'))
  body(@Root() { bodyId }: AppointmentType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', bodyId)
  }
}

@Resolver(() => entity('Person'))
export class PersonOfficesResolver {
  constructor(private readonly needs: AppointmentResolverNeeds) {}

  @FieldResolver(() => [AppointmentType])
  async offices(@Root() { id }: { id: string }, @Ctx() { viewer }: Context): Promise<AppointmentType[]> {
    const all = await this.needs.appointments.all()
    return shownAll(
      this.needs,
      viewer,
      all.filter(({ personId }) => personId === id),
    )
  }
}

@Resolver(() => entity('Body'))
export class BodyAppointmentsResolver {
  constructor(private readonly needs: AppointmentResolverNeeds) {}

  @FieldResolver(() => [AppointmentType], {
    description: "Offices on the body. The Operational Group's are those of its members elsewhere.",
  })
  async appointments(
    @Root() { id, kind }: { id: string; kind: BodyKind },
    @Ctx() { viewer }: Context,
  ): Promise<AppointmentType[]> {
    const all = await this.needs.appointments.all()
    if (kind !== 'operational-group')
      return shownAll(
        this.needs,
        viewer,
        all.filter(({ bodyId }) => bodyId === id),
      )
    const { bodies } = await this.needs.directory.now()
    const kinds = new Map([...bodies.values()].map((body) => [body.id, body.kind]))
    return shownAll(this.needs, viewer, operationalMembers(all, kinds, this.needs.now()))
  }
}

const shown = async ({ directory, now }: AppointmentResolverNeeds, record: AppointmentRecord) =>
  appointmentType(record, await directory.now(), now())

async function shownAll(
  { directory, now }: AppointmentResolverNeeds,
  viewer: Viewer,
  records: readonly AppointmentRecord[],
): Promise<AppointmentType[]> {
  const names = await directory.now()
  return records
    .filter(({ audience, personId }) => maySee(viewer, audience, membershipPlace) || personId === viewer.personId)
    .map((record) => appointmentType(record, names, now()))
}
