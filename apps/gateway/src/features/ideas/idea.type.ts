import { type IdeaKind, type IdeaStatus, ideaKinds, ideaStatuses } from '@camau/domain'
import { Field, ID, InputType, Int } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import type { StoredIdea } from './idea.kind.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Idea: IdeaType
  }
}

const IdeaKindEnum = wordsEnum('IdeaKind', ideaKinds, 'An idea, or a gap in policy.')
const IdeaStatusEnum = wordsEnum('IdeaStatus', ideaStatuses, 'Where an idea stands.')
const PromotionEnum = wordsEnum('Promotion', ['action', 'work-area'] as const, 'What an idea becomes.')
export type Promotion = 'action' | 'work-area'

@Entity('Idea', {
  description:
    'An idea or a gap somebody has seen, kept per workstream until it becomes work or is set aside (requirements, row 26).',
})
export class IdeaType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  number!: number

  @Field(() => IdeaKindEnum)
  kind!: IdeaKind

  @Field(() => String)
  text!: string

  @Field(() => IdeaStatusEnum)
  status!: IdeaStatus

  @Field(() => DateTimeISO)
  raisedAt!: Date

  @Field(() => DateTimeISO, { nullable: true })
  settledAt!: Date | null

  @Field(() => String, { nullable: true, description: 'Why it was set aside.' })
  reason!: string | null

  @Field(() => Int)
  version!: number

  bodyId!: string
  raisedById!: string
  settledById!: string | null
  promotedTo!: StoredIdea['promotedTo']
}

export const ideaType = ({ raisedBy, settledBy, ...same }: StoredIdea): IdeaType =>
  Object.assign(new IdeaType(), same, { raisedById: raisedBy, settledById: settledBy })

@InputType('RaiseIdeaInput')
export class RaiseIdeaInput extends ActionInput {
  @Field(() => ID, { description: 'Of the workstream’s body.' })
  bodyId!: string

  @Field(() => IdeaKindEnum)
  kind!: IdeaKind

  @Field(() => String)
  text!: string
}

@InputType('PromoteIdeaInput')
export class PromoteIdeaInput extends ActionInput {
  @Field(() => PromotionEnum)
  to!: Promotion

  @Field(() => ID, { description: 'Id of the action or work area that is made; a UUIDv7.' })
  newId!: string

  @Field(() => String, { nullable: true, description: 'Its title; the words of the idea, if left out.' })
  title?: string | null

  @Field(() => ID, { nullable: true, description: 'The open phase a work area belongs to.' })
  phaseId?: string | null
}
