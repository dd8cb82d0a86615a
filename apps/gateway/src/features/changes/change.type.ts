import type { RecordsChanged } from '@camau/protocol'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { DateTimeISO, JSONObject } from '../../platform/graphql/scalars.js'
import { initialsOf } from '../../platform/naming.js'

@ObjectType('ChangeActor', { description: 'Who did it, and by which office.' })
export class ChangeActorType {
  @Field(() => ID)
  personId!: string

  @Field(() => String)
  name!: string

  @Field(() => String)
  initials!: string

  @Field(() => String, { nullable: true, description: 'null for an owner acting as such.' })
  office!: string | null
}

@ObjectType('ChangePatch', { description: "One record's new values, as GraphQL names and types them." })
export class ChangePatchType {
  @Field(() => String)
  type!: string

  @Field(() => ID)
  id!: string

  @Field(() => Int)
  version!: number

  @Field(() => JSONObject)
  fields!: Record<string, unknown>
}

@ObjectType('Change', {
  description: 'One committed command in one room. What is not for your eyes is left out; its number is not.',
})
export class ChangeType {
  @Field(() => String)
  room!: string

  @Field(() => Int)
  seq!: number

  @Field(() => Int)
  previous!: number

  @Field(() => DateTimeISO)
  at!: Date

  @Field(() => ChangeActorType, { nullable: true })
  actor!: ChangeActorType | null

  @Field(() => String, { nullable: true })
  command!: string | null

  @Field(() => [ChangePatchType])
  patches!: ChangePatchType[]
}

export function changeType({ at, actor, ...change }: RecordsChanged): ChangeType {
  return Object.assign(new ChangeType(), {
    ...change,
    at: new Date(at),
    actor: actor && { ...actor, initials: initialsOf(actor.name) },
  })
}
