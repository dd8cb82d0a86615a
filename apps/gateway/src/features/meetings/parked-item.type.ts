import type { Audience, ParkedItem } from '@camau/domain'
import { Field, ID, InputType, Int } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    ParkedItem: ParkedItemType
  }
}

export type StoredParkedItem = ParkedItem & { audience: Audience; version: number }

@Entity('ParkedItem', { description: 'An agenda item put aside for a later meeting of the body.' })
export class ParkedItemType {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  title!: string

  @Field(() => Int, { description: 'Planned length.' })
  minutes!: number

  @Field(() => String, { nullable: true })
  section!: string | null

  @Field(() => String, { nullable: true })
  presenter!: string | null

  @Field(() => DateTimeISO)
  parkedAt!: Date

  @Field(() => DateTimeISO, { nullable: true, description: 'Taken off the list; for thirty days it can be put back.' })
  removedAt!: Date | null

  @Field(() => Int, { description: 'Rises with each change of the record.' })
  version!: number

  bodyId!: string
  parkedById!: string
}

export function parkedItemType({ parkedBy, carriedFrom, ...same }: StoredParkedItem): ParkedItemType {
  return Object.assign(new ParkedItemType(), same, { parkedById: parkedBy })
}

@InputType('AddParkedItemInput')
export class AddParkedItemInput extends CommandInput {
  @Field(() => ID)
  id!: string

  @Field(() => ID)
  bodyId!: string

  @Field(() => String)
  title!: string

  @Field(() => Int)
  minutes!: number

  @Field(() => String, { nullable: true })
  section?: string | null

  @Field(() => String, { nullable: true })
  presenter?: string | null
}

@InputType('ClearParkingListInput')
export class ClearParkingListInput extends CommandInput {
  @Field(() => ID)
  bodyId!: string

  @Field(() => [ID], { nullable: true, description: 'Only these; left out: all that is on the list.' })
  ids?: string[] | null
}

@InputType('RestoreParkedItemsInput')
export class RestoreParkedItemsInput extends CommandInput {
  @Field(() => ID)
  bodyId!: string

  @Field(() => [ID])
  ids!: string[]
}
