import type { Audience, Declaration } from '@camau/domain'
import { Field, ID, InputType, Int } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Declaration: DeclarationType
  }
}

export type StoredDeclaration = Declaration & { audience: Audience; version: number }

@Entity('Declaration', { description: 'An interest somebody declared in one item of one meeting (features, A8).' })
export class DeclarationType {
  @Field(() => ID)
  id!: string

  @Field(() => ID, { description: 'The item of the agenda.' })
  itemId!: string

  @Field(() => String, { nullable: true, description: 'What the interest is, as far as it was said.' })
  nature!: string | null

  @Field(() => Boolean, { description: 'They leave the room for the item.' })
  leaves!: boolean

  @Field(() => DateTimeISO)
  declaredAt!: Date

  @Field(() => DateTimeISO, { nullable: true, description: 'Declared by mistake: not in the minutes.' })
  withdrawnAt!: Date | null

  @Field(() => Int, { description: 'Rises with each change of the record.' })
  version!: number

  meetingId!: string
  personId!: string
}

export function declarationType({ declaredBy, bodyId, ...same }: StoredDeclaration): DeclarationType {
  return Object.assign(new DeclarationType(), same)
}

@InputType('DeclareInterestInput')
export class DeclareInterestInput extends CommandInput {
  @Field(() => ID)
  id!: string

  @Field(() => ID)
  meetingId!: string

  @Field(() => ID)
  itemId!: string

  @Field(() => ID, { nullable: true, description: 'Left out: the viewer.' })
  personId?: string | null

  @Field(() => String, { nullable: true })
  nature?: string | null

  @Field(() => Boolean, { nullable: true })
  leaves?: boolean | null
}

@InputType('DeclarationInput')
export class DeclarationInput extends CommandInput {
  @Field(() => ID)
  id!: string
}
