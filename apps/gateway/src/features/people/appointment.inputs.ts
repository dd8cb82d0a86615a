import type { OfficeKind, Sector } from '@camau/domain'
import { Field, ID, InputType } from 'type-graphql'
import { OfficeKindEnum, SectorEnum } from '../../platform/graphql/enums.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'

@InputType('AppointPersonInput')
export class AppointPersonInput extends ActionInput {
  @Field(() => ID)
  personId!: string

  @Field(() => OfficeKindEnum)
  office!: OfficeKind

  @Field(() => ID)
  bodyId!: string

  @Field(() => DateTimeISO, { nullable: true, description: 'From now on, if left out.' })
  from?: Date | null

  @Field(() => DateTimeISO, { nullable: true, description: 'Without an end, if left out.' })
  until?: Date | null

  @Field(() => ID, { nullable: true, description: 'The organisation they come from; its sector counts.' })
  organisationId?: string | null

  @Field(() => SectorEnum, { nullable: true, description: 'Their sector, where it is not that of an organisation.' })
  sector?: Sector | null

  @Field(() => String, {
    nullable: true,
    description: 'Why chair and vice-chair may come from one sector; without it that is refused with `one-sector`.',
  })
  reason?: string | null
}

@InputType('StateSectorInput', {
  description: 'Where the holder of an office comes from (requirements, rows 3 and 9).',
})
export class StateSectorInput extends ActionInput {
  @Field(() => ID, { nullable: true })
  organisationId?: string | null

  @Field(() => SectorEnum, { nullable: true })
  sector?: Sector | null

  @Field(() => String, { nullable: true, description: 'Why chair and vice-chair may come from one sector.' })
  reason?: string | null
}

@InputType('EndAppointmentInput')
export class EndAppointmentInput extends ActionInput {}
