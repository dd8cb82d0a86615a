import type { OfficeKind, Sector } from '@camau/domain'
import { Field, ID, Int } from 'type-graphql'
import type { Names } from '../../platform/directory.js'
import { Entity } from '../../platform/graphql/entity.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { OfficeKindEnum, SectorEnum } from '../../platform/graphql/enums.js'
import { LocalTextType, patchText } from '../../platform/graphql/local-text.js'
import { patchBody, patchPerson } from '../../platform/graphql/owner.js'
import { SourceType } from '../../platform/graphql/source.js'
import type { AppointmentRecord } from './appointment.model.js'
import { isHeld, sectorOf } from './sector.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Appointment: AppointmentType
  }
}

@Entity('Appointment', { description: 'Person, office, body, from and until.' })
export class AppointmentType {
  @Field(() => ID)
  id!: string

  @Field(() => OfficeKindEnum)
  office!: OfficeKind

  @Field(() => LocalTextType)
  title!: LocalTextType

  @Field(() => String, { nullable: true, description: 'An instant, or the date as exact as the documents print it.' })
  from!: string | null

  @Field(() => String, { nullable: true, description: 'An instant, or the date as exact as the documents print it.' })
  until!: string | null

  @Field(() => Boolean)
  inForce!: boolean

  @Field(() => [String], { description: 'Days on which a dated document shows the person in office.' })
  seenOn!: string[]

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => Boolean)
  example!: boolean

  @Field(() => SectorEnum, { nullable: true, description: 'Where the holder comes from; null: not stated.' })
  sector!: Sector | null

  @Field(() => String, { nullable: true, description: 'Why chair and vice-chair may come from one sector.' })
  sectorReason!: string | null

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null

  @Field(() => Int)
  version!: number

  personId!: string | null
  organisationId!: string | null
  bodyId!: string
}

export function appointmentType(record: AppointmentRecord, names: Names, at: Date): AppointmentType {
  const { _id, office, bodyId, personId, organisationId, printed, seenOn, note, example, source, version } = record
  return Object.assign(new AppointmentType(), {
    id: _id,
    office,
    title: names.officeTitle(office, bodyId),
    from: printed ? printed.from : (record.from?.toISOString() ?? null),
    until: printed ? printed.until : (record.until?.toISOString() ?? null),
    inForce: isHeld(record, at),
    sector: sectorOf(record, names),
    sectorReason: record.sectorReason,
    organisationId,
    seenOn,
    note,
    example,
    source,
    version,
    personId,
    bodyId,
  })
}

export function patchAppointment(record: AppointmentRecord, names: Names, at: Date): Record<string, unknown> {
  const { personId, bodyId, organisationId, title, office, sector, ...fields } = appointmentType(record, names, at)
  return {
    ...fields,
    __typename: 'Appointment',
    office: enumKey(office),
    title: patchText(title),
    sector: sector && enumKey(sector),
    organisation: organisationId && patchBody(organisationId, names),
    person: personId && patchPerson(personId, names),
    body: patchBody(bodyId, names),
  }
}
