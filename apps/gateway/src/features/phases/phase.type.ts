import type { BurnPoint, Phase } from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { type Entities, Entity, entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { PlacementInput } from '../../platform/graphql/placement.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { SourceType } from '../../platform/graphql/source.js'
import type { StoredPhase } from './phase.kind.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Phase: PhaseType
  }
}

const PhaseStatusEnum = wordsEnum('PhaseStatus', ['open', 'closed'] as const, 'Whether a phase still runs.')

@Entity('Phase', { description: 'A stretch of the programme, with work areas of its own.' })
export class PhaseType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  number!: number

  @Field(() => String)
  title!: string

  @Field(() => String, { description: 'As the documents print it.' })
  period!: string

  @Field(() => Int, { nullable: true, description: 'null where the documents give no number.' })
  workAreaCount!: number | null

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => PhaseStatusEnum)
  status!: Phase['status']

  @Field(() => String, { nullable: true, description: 'The planned first day, set here.' })
  startsOn!: string | null

  @Field(() => String, { nullable: true, description: 'The planned last day, set here (requirements, row 31).' })
  endsOn!: string | null

  @Field(() => DateTimeISO, { nullable: true })
  closedAt!: Date | null

  @Field(() => String, { nullable: true })
  closingNote!: string | null

  @Field(() => Boolean, { description: 'Open again to show the product; its period stays that of the documents.' })
  example!: boolean

  @Field(() => SourceType)
  source!: SourceType

  @Field(() => [SourceType])
  alsoSeenIn!: SourceType[]

  @Field(() => Int)
  version!: number

  closedById!: string | null
}

export const phaseType = ({ closedBy, ...record }: StoredPhase): PhaseType =>
  Object.assign(new PhaseType(), record, { closedById: closedBy })

@ObjectType('PhaseWorkArea', { description: 'One of the work areas of a phase.' })
export class PhaseWorkAreaType {
  @Field(() => Int, { description: 'Its place in the list.' })
  position!: number

  @Field(() => entity('WorkArea'), {
    nullable: true,
    description: 'null: the documents count it and give no title (requirements, row 28).',
  })
  workArea!: Entities['WorkArea'] | null
}

@ObjectType('BurnPoint', { description: 'How the actions of a phase stood at the end of a day, in London.' })
export class BurnPointType implements BurnPoint {
  @Field(() => String)
  day!: string

  @Field(() => Int, { description: 'Known by then and not finished.' })
  open!: number

  @Field(() => Int)
  finished!: number
}

@ObjectType('PhaseChecklist', {
  description: 'Where the actions of a phase stand when it is to close (requirements, row 32).',
})
export class PhaseChecklistType {
  @Field(() => Int)
  finished!: number

  @Field(() => Int)
  dropped!: number

  @Field(() => Int, { description: 'Unfinished and tied to a legacy item.' })
  legacy!: number

  @Field(() => [entity('Action')], { description: 'What keeps the phase from closing.' })
  unhandled!: Entities['Action'][]
}

@InputType('PlanPhaseInput')
export class PlanPhaseInput extends ActionInput {
  @Field(() => String, { nullable: true, description: 'A day; left out, there is none.' })
  startsOn?: string | null

  @Field(() => String, { nullable: true, description: 'A day; left out, there is none.' })
  endsOn?: string | null
}

@InputType('ClosePhaseInput')
export class ClosePhaseInput extends ActionInput {
  @Field(() => String, { nullable: true })
  note?: string | null

  @Field(() => [PlacementInput], {
    nullable: true,
    description:
      'What is to be dropped, or tied to a legacy item. Whatever is left is refused with `items-unplaced` and the list.',
  })
  items?: PlacementInput[] | null
}
