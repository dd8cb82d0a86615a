import { type Course, courses } from '@camau/domain'
import { Field, ID, InputType } from 'type-graphql'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'

export const CourseEnum = wordsEnum(
  'LegacyCourseKind',
  courses,
  'What becomes of inherited work (requirements, row 41).',
)

const updateStatuses = ['done', 'in-progress', 'planned', 'requested', 'delayed', 'continuing', 'not-stated'] as const
type UpdateStatus = (typeof updateStatuses)[number]
const UpdateStatusEnum = wordsEnum(
  'LegacyUpdateStatus',
  updateStatuses,
  "The state of a commitment, in the words of the programme's documents.",
)

@InputType('SetLegacyCourseInput', {
  description: 'Decides what becomes of an item or commitment. Without a reason: `reason-needed`.',
})
export class SetLegacyCourseInput extends ActionInput {
  @Field(() => CourseEnum)
  course!: Course

  @Field(() => String, { description: 'The day it was decided, `YYYY-MM-DD`.' })
  day!: string

  @Field(() => String)
  reason!: string

  @Field(() => String, { nullable: true, description: 'The letter, report or minute that says so.' })
  reference?: string | null

  @Field(() => ID, {
    nullable: true,
    description:
      'The item or commitment it is merged with, or replaced by. Needed for those two: `legacy-target-needed`.',
  })
  intoId?: string | null
}

@InputType('AddLegacyUpdateInput', { description: 'What a later document says of an item or commitment (row 38).' })
export class AddLegacyUpdateInput extends ActionInput {
  @Field(() => String, {
    description: 'The day of the document, `YYYY-MM-DD`. Its term of government follows from it.',
  })
  day!: string

  @Field(() => UpdateStatusEnum, { description: "The state in the words of the programme's documents." })
  status!: UpdateStatus

  @Field(() => String)
  text!: string

  @Field(() => String, { nullable: true, description: 'What it waits for, where the document says so.' })
  waitsOn?: string | null

  @Field(() => String, { description: 'The letter, reply or report.' })
  document!: string

  @Field(() => String, { nullable: true, description: 'The place in it, to the paragraph.' })
  place?: string | null
}
