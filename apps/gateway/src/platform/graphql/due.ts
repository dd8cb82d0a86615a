import type { Due } from '@camau/domain'
import { Field, InputType, ObjectType } from 'type-graphql'

@ObjectType('Due', {
  description: 'When something is due. A label may be all there is; then nothing is ever called overdue.',
})
export class DueType implements Due {
  @Field(() => String)
  label!: string

  @Field(() => String, { nullable: true, description: 'First possible day, month or year.' })
  earliest!: string | null

  @Field(() => String, { nullable: true, description: 'Last possible day, month or year.' })
  latest!: string | null
}

@InputType('DueInput', {
  description: 'A day (earliest = latest = YYYY-MM-DD; the label may be left out), a range, or words alone.',
})
export class DueInput {
  @Field(() => String, { nullable: true })
  label?: string | null

  @Field(() => String, { nullable: true })
  earliest?: string | null

  @Field(() => String, { nullable: true })
  latest?: string | null
}

export const patchDue = (due: Due | null) => due && { __typename: 'Due', ...due }
