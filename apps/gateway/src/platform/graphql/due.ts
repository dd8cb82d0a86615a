import { type Due, dueOn, isDay, limits, Refusal } from '@camau/domain'
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

/** Checks the parts and names a day by itself where no label is given. */
export function dueOf({ label, earliest = null, latest = null }: DueInput): Due {
  for (const part of [earliest, latest]) if (part !== null && !isDatePart(part)) throw new Refusal('impossible-date')
  if (earliest && latest && earliest > latest) throw new Refusal('ends-before-start')
  if (label && label.length > limits.label) throw new Refusal('too-long', { field: 'label', most: limits.label })
  if (label?.trim()) return { label: label.trim(), earliest, latest }
  const day = latest ?? earliest
  if (!day) throw new Refusal('text-needed', { field: 'label' })
  return earliest === latest ? dueOn(day) : { label: [earliest, latest].filter(Boolean).join(' – '), earliest, latest }
}

function isDatePart(part: string): boolean {
  return isDay(part.length === 4 ? `${part}-01-01` : part.length === 7 ? `${part}-01` : part)
}

export const patchDue = (due: Due | null) => due && { __typename: 'Due', ...due }
