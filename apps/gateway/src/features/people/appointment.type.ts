import { inForce, type OfficeKind } from '@camau/domain'
import { Field, ID, Int } from 'type-graphql'
import type { Names } from '../../platform/directory.js'
import { Entity } from '../../platform/graphql/entity.js'
import { enumKey } from '../../platform/graphql/enum-key.js'
import { OfficeKindEnum } from '../../platform/graphql/enums.js'
import { LocalTextType, patchText } from '../../platform/graphql/local-text.js'
import { patchBody, patchPerson } from '../../platform/graphql/owner.js'
import { SourceType } from '../../platform/graphql/source.js'
import type { AppointmentRecord } from './appointment.model.js'

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

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null

  @Field(() => Int)
  version!: number

  personId!: string | null
  bodyId!: string
}

export function appointmentType(record: AppointmentRecord, names: Names, at: Date): AppointmentType {
  const { _id, office, bodyId, personId, printed, seenOn, note, example, source, version } = record
  return Object.assign(new AppointmentType(), {
    id: _id,
    office,
    title: names.officeTitle(office, bodyId),
    from: printed ? printed.from : (record.from?.toISOString() ?? null),
    until: printed ? printed.until : (record.until?.toISOString() ?? null),
    inForce: isKnownInForce(record, at),
    seenOn,
    note,
    example,
    source,
    version,
    personId,
    bodyId,
  })
}

/** Where the documents give neither end, nobody knows whether it still runs: it is not shown as if it did. */
function isKnownInForce({ source, from, until, ...rest }: AppointmentRecord, at: Date): boolean {
  if (source && !from && !until) return false
  return rest.personId !== null && inForce({ from, until }, at)
}

export function patchAppointment(record: AppointmentRecord, names: Names, at: Date): Record<string, unknown> {
  const { personId, bodyId, title, office, ...fields } = appointmentType(record, names, at)
  return {
    ...fields,
    __typename: 'Appointment',
    office: enumKey(office),
    title: patchText(title),
    person: personId && patchPerson(personId, names),
    body: patchBody(bodyId, names),
  }
}
