import type { OfficeKind, Sector, SectorCoverage } from '@camau/domain'
import { Field, Int, ObjectType } from 'type-graphql'
import { SectorEnum } from '../../platform/graphql/enums.js'
import type { AppointmentType } from './appointment.type.js'

@ObjectType('SectorCoverage', { description: 'How a sector is heard in a body.' })
export class SectorCoverageType implements SectorCoverage {
  @Field(() => SectorEnum)
  sector!: Sector

  @Field(() => Int, {
    description: 'People, each once however many offices they hold; those whose sector is not stated count nowhere.',
  })
  people!: number

  @Field(() => Boolean, { description: 'Nobody comes from a sector that should be heard.' })
  gap!: boolean
}

@ObjectType('SectorBalance', { description: 'Where chair and vice-chair come from; null: no holder, or not stated.' })
export class SectorBalanceType {
  @Field(() => SectorEnum, { nullable: true })
  chair!: Sector | null

  @Field(() => SectorEnum, { nullable: true })
  viceChair!: Sector | null

  @Field(() => Boolean, { description: 'Both come from one sector: to be warned of.' })
  oneSector!: boolean

  @Field(() => String, { nullable: true, description: 'Why that was saved all the same.' })
  reason!: string | null
}

export function sectorBalance(appointments: readonly AppointmentType[]): SectorBalanceType {
  const holder = (office: OfficeKind) => appointments.find((one) => one.inForce && one.office === office)
  const [chair, viceChair] = [holder('chair'), holder('vice-chair')]
  return Object.assign(new SectorBalanceType(), {
    chair: chair?.sector ?? null,
    viceChair: viceChair?.sector ?? null,
    oneSector: chair?.sector != null && chair.sector === viceChair?.sector,
    reason: viceChair?.sectorReason ?? chair?.sectorReason ?? null,
  })
}
