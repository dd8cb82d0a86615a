import type { Source } from '@camau/domain'
import type { Connection } from 'mongoose'
import { Field, ID, ObjectType, Query, Resolver } from 'type-graphql'
import { SourceType } from '../../platform/graphql/source.js'
import { needed, neededSource, text } from '../../platform/record-parts.js'
import { type Register, type RegisterRecord, registerModel } from './register.store.js'

export interface EventRecord extends RegisterRecord {
  date: string
  endDate: string | null
  precision: string
  text: string
  kind: string
  refIds: string[]
  source: Source
}

export const eventModel = (db: Connection) =>
  registerModel<EventRecord>(db, 'Event', 'timeline', {
    date: needed,
    endDate: text,
    precision: needed,
    text: needed,
    kind: needed,
    refIds: [String],
    source: neededSource,
  })

@ObjectType('Event', {
  description: 'A dated event of the programme; a date may be a year, a month or a financial year.',
})
export class EventType {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  date!: string

  @Field(() => String, { nullable: true })
  endDate!: string | null

  @Field(() => String)
  precision!: string

  @Field(() => String)
  text!: string

  @Field(() => String)
  kind!: string

  @Field(() => [ID])
  refIds!: string[]

  @Field(() => SourceType)
  source!: SourceType
}

@Resolver(() => EventType)
export class EventResolver {
  constructor(private readonly register: Register<EventRecord>) {}

  @Query(() => [EventType])
  async timeline(): Promise<EventType[]> {
    return (await this.register.all()).map(({ _id, ...record }) =>
      Object.assign(new EventType(), { id: _id, ...record }),
    )
  }
}
