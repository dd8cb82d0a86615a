import type { OfficeKind } from '@camau/domain'
import { Field, ID, InputType } from 'type-graphql'
import { OfficeKindEnum } from '../../platform/graphql/enums.js'
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
}

@InputType('EndAppointmentInput')
export class EndAppointmentInput extends ActionInput {}
