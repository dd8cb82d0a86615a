import { type BodyKind, type BodyStatus, bodyStatuses } from '@camau/domain'
import { Field, ID, Int } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { BodyKindEnum } from '../../platform/graphql/enums.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { SourceType } from '../../platform/graphql/source.js'
import type { BodyRecord } from './body.model.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Body: BodyType
  }
}

export const BodyStatusEnum = wordsEnum('BodyStatus', bodyStatuses, 'Where a body stands.')

@Entity('Body', {
  description: 'Any group that meets or is named: the Advisory Group, a workstream, an office, a partner.',
})
export class BodyType {
  @Field(() => ID)
  id!: string

  @Field(() => BodyKindEnum)
  kind!: BodyKind

  @Field(() => String, { description: 'The kind as the documents have it.' })
  type!: string

  @Field(() => LocalTextType)
  name!: LocalTextType

  @Field(() => [String])
  alsoKnownAs!: string[]

  @Field(() => BodyStatusEnum)
  status!: BodyStatus

  @Field(() => String, { nullable: true })
  termsOfReference!: string | null

  @Field(() => String, { nullable: true })
  membershipRule!: string | null

  @Field(() => String, { nullable: true })
  meetingCadence!: string | null

  @Field(() => String, { nullable: true, description: 'As the documents print it.' })
  from!: string | null

  @Field(() => String, { nullable: true, description: 'As the documents print it.' })
  to!: string | null

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => String, { nullable: true, description: 'What the documents say about its successors.' })
  successorNote!: string | null

  @Field(() => Int, { nullable: true, description: 'How many there are, where it stands for several of a kind.' })
  count!: number | null

  @Field(() => Boolean, { description: 'Active again to show the product; its dates stay those of the documents.' })
  example!: boolean

  @Field(() => SourceType)
  source!: SourceType

  @Field(() => [SourceType])
  alsoSeenIn!: SourceType[]

  @Field(() => Int)
  version!: number

  parentId!: string | null
  successorIds!: string[]
}

export function bodyType({ _id, ...record }: BodyRecord): BodyType {
  return Object.assign(new BodyType(), { id: _id, ...record })
}
