import { Field, ID, InputType, Int } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { OwnerInput, OwnerType } from '../../platform/graphql/owner.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    RestrictedSlot: RestrictedSlotType
    RestrictedItem: RestrictedItemType
  }
}

@Entity('RestrictedItem', { description: 'What a restricted item of an agenda is about: for those it names.' })
export class RestrictedItemType {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  title!: string

  @Field(() => [OwnerType])
  restrictedTo!: OwnerType[]

  @Field(() => ID, { description: 'Of the live document that holds its notes.' })
  documentId!: string

  @Field(() => Int, { description: 'Rises with each change of the record.' })
  version!: number
}

@Entity('RestrictedSlot', {
  description:
    'That something restricted is on an agenda, where and for how long: as much as everybody who reads the meeting sees.',
})
export class RestrictedSlotType {
  @Field(() => ID)
  id!: string

  @Field(() => ID, { nullable: true, description: 'The item of the agenda it comes after; null: before all others.' })
  afterId!: string | null

  @Field(() => Int, { description: 'Planned length.' })
  minutes!: number

  @Field(() => Int, { description: 'Rises with each change of the record.' })
  version!: number
}

@InputType()
abstract class RestrictedItemWords extends CommandInput {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'At most 300 characters.' })
  title!: string

  @Field(() => Int, { description: 'Planned length.' })
  minutes!: number

  @Field(() => ID, { nullable: true, description: 'The item of the agenda it comes after; null: before all others.' })
  afterId?: string | null

  @Field(() => [OwnerInput], { description: 'At most 20, whoever says so among them.' })
  restrictedTo!: OwnerInput[]
}

@InputType('AddRestrictedItemInput')
export class AddRestrictedItemInput extends RestrictedItemWords {
  @Field(() => ID)
  meetingId!: string
}

@InputType('ChangeRestrictedItemInput')
export class ChangeRestrictedItemInput extends RestrictedItemWords {}

@InputType('RemoveRestrictedItemInput')
export class RemoveRestrictedItemInput extends CommandInput {
  @Field(() => ID)
  id!: string
}

@InputType('RestrictAgendaItemInput')
export class RestrictAgendaItemInput extends CommandInput {
  @Field(() => ID, { description: 'The item as it stands in the open agenda; it keeps its id.' })
  id!: string

  @Field(() => ID)
  meetingId!: string

  @Field(() => [OwnerInput], { description: 'At most 20, whoever says so among them.' })
  restrictedTo!: OwnerInput[]
}

@InputType('LiftRestrictedItemInput')
export class LiftRestrictedItemInput extends CommandInput {
  @Field(() => ID)
  id!: string
}
