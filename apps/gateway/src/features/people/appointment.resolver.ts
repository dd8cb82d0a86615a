import { type BodyKind, coverageOf, maySee, type Sector, type Viewer } from '@camau/domain'
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Command } from '../../platform/command.js'
import type { Context } from '../../platform/context.js'
import type { Directory } from '../../platform/directory.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { SectorEnum } from '../../platform/graphql/enums.js'
import { appointPerson } from './appoint-person.js'
import { AppointPersonInput, EndAppointmentInput, StateSectorInput } from './appointment.inputs.js'
import type { AppointmentRecord } from './appointment.model.js'
import { type AppointmentStore, operationalMembers } from './appointment.store.js'
import { AppointmentType, appointmentType } from './appointment.type.js'
import { endAppointment } from './end-appointment.js'
import { membershipPlace } from './membership-place.js'
import { SectorBalanceType, SectorCoverageType, sectorBalance } from './sector.type.js'
import { stateSector } from './state-sector.js'

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

  @Mutation(() => AppointmentType, {
    description:
      'Says where the holder of an office comes from; chair and vice-chair of one sector only with a reason.',
  })
  async stateSector(
    @Arg('input', () => StateSectorInput) input: StateSectorInput,
    @Ctx() { viewer }: Context,
  ): Promise<AppointmentType> {
    return shown(this.needs, await stateSector(this.needs, viewer, input))
  }

  @FieldResolver(() => entity('Body'), { nullable: true, description: 'The organisation the holder comes from.' })
  organisation(
    @Root() { organisationId }: AppointmentType,
    @Ctx() { load }: Context,
  ): Promise<Entities['Body'] | null> {
    return load.find('Body', organisationId)
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
    @Arg('sector', () => SectorEnum, { nullable: true, description: 'Only of holders from that sector.' })
    sector: Sector | null,
    @Root() body: { id: string; kind: BodyKind },
    @Ctx() { viewer }: Context,
  ): Promise<AppointmentType[]> {
    return (await this.of(body, viewer)).filter((one) => !sector || one.sector === sector)
  }

  @FieldResolver(() => [SectorCoverageType], {
    description: 'How many people come from each sector; a sector nobody comes from is a gap (requirements, row 9).',
  })
  async coverage(
    @Root() body: { id: string; kind: BodyKind },
    @Ctx() { viewer }: Context,
  ): Promise<SectorCoverageType[]> {
    const held = (await this.of(body, viewer)).filter(({ inForce, personId }) => inForce && personId)
    return coverageOf(held.map(({ personId, sector }) => ({ personId: personId ?? '', sector })))
  }

  @FieldResolver(() => SectorBalanceType, {
    description: 'The sectors of chair and vice-chair in office, and whether they are one (requirements, row 3).',
  })
  async sectorBalance(
    @Root() body: { id: string; kind: BodyKind },
    @Ctx() { viewer }: Context,
  ): Promise<SectorBalanceType> {
    return sectorBalance(await this.of(body, viewer))
  }

  private async of({ id, kind }: { id: string; kind: BodyKind }, viewer: Viewer): Promise<AppointmentType[]> {
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
