import { Field, ID, Int } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    DateRequest: DateRequestType
  }
}

@Entity('DateRequest', { description: 'The owner of an action that others wait for was asked for its date (row 45).' })
export class DateRequestType {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: 'Rises each time the owner is asked.' })
  version!: number

  @Field(() => DateTimeISO)
  askedAt!: Date
}
