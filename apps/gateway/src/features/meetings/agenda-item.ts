import type { AgendaItem, ItemWords, MatterRef } from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { needed, part, text } from '../../platform/record-parts.js'

// One item of an agenda, from the collection to the answer: what it may hold is named here and nowhere else.

export const matterRefPart = part<MatterRef>({ meetingId: text, itemId: needed })

export const itemWordsPart = {
  title: needed,
  minutes: { type: Number, required: true },
  section: text,
  presenter: text,
}

export const agendaItemPart = part<AgendaItem>({
  id: needed,
  ...itemWordsPart,
  unfinished: { type: Boolean, default: false },
  carriedFrom: { type: matterRefPart, default: null },
})

/** Agendas of earlier versions hold less. */
export function wholeItem(item: Pick<AgendaItem, 'id' | 'title' | 'minutes'> & Partial<AgendaItem>): AgendaItem {
  return { section: null, presenter: null, unfinished: false, carriedFrom: null, ...item }
}

@ObjectType('MatterRef', { description: 'An item of an earlier meeting, or of the parking list of the body.' })
export class MatterRefType implements MatterRef {
  @Field(() => ID, { nullable: true, description: 'null: it is parked.' })
  meetingId!: string | null

  @Field(() => ID)
  itemId!: string
}

@ObjectType()
abstract class ItemWordsType implements ItemWords {
  @Field(() => String)
  title!: string

  @Field(() => Int, { description: 'Planned length.' })
  minutes!: number

  @Field(() => String, { nullable: true, description: 'The heading it stands under.' })
  section!: string | null

  @Field(() => String, { nullable: true, description: 'Who presents it, as it was written.' })
  presenter!: string | null
}

@ObjectType('TemplateItem', { description: 'An item that every new meeting of a series begins with.' })
export class TemplateItemType extends ItemWordsType {}

@ObjectType('Matter', {
  description: 'Business of a body that waits for a meeting: unfinished at an earlier one, or parked.',
})
export class MatterType extends ItemWordsType {
  @Field(() => MatterRefType)
  ref!: MatterRefType
}

@ObjectType('AgendaItem')
export class AgendaItemType extends ItemWordsType {
  @Field(() => ID)
  id!: string

  @Field(() => Boolean, { description: 'Not finished: after the meeting it waits for the next one of the body.' })
  unfinished!: boolean

  @Field(() => MatterRefType, { nullable: true, description: 'What it takes up again.' })
  carriedFrom!: MatterRefType | null
}

@InputType('MatterRefInput', { description: 'An item of an earlier meeting; without one, of the parking list.' })
export class MatterRefInput {
  @Field(() => ID, { nullable: true })
  meetingId?: string | null

  @Field(() => ID)
  itemId!: string
}

@InputType('TemplateItemInput')
export class ItemWordsInput {
  @Field(() => String)
  title!: string

  @Field(() => Int)
  minutes!: number

  @Field(() => String, { nullable: true, description: 'Left out: as it was.' })
  section?: string | null

  @Field(() => String, { nullable: true, description: 'Left out: as it was.' })
  presenter?: string | null
}

@InputType('AgendaItemInput')
export class AgendaItemInput extends ItemWordsInput {
  @Field(() => ID)
  id!: string
}

/** Shaped as GraphQL answers, for patches. */
export const patchItem = (item: AgendaItem) => ({
  ...item,
  __typename: 'AgendaItem',
  carriedFrom: item.carriedFrom && { __typename: 'MatterRef', ...item.carriedFrom },
})
