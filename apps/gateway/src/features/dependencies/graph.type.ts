import type { DependencyKind } from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { OwnerType } from '../../platform/graphql/owner.js'
import { DependencyEndType, DependencyKindEnum } from './dependency.type.js'
import type { Layout, Point } from './graph-layout.js'

export const dependencyRisks = ['late', 'slips', 'holds', 'none'] as const
export type DependencyRisk = (typeof dependencyRisks)[number]
const DependencyRiskEnum = wordsEnum(
  'DependencyRisk',
  dependencyRisks,
  'What a link does to its dependent: what it waits for is late; is in time but ends after the last day of the dependent; is merely not done yet; or nothing is held up.',
)

@ObjectType('GraphPoint', {
  description: 'A point of the drawn graph, in units of the screen from its upper left corner.',
})
export class GraphPointType implements Point {
  @Field(() => Int)
  x!: number

  @Field(() => Int)
  y!: number
}

@ObjectType('DependencyGraphNode', { description: 'Something that waits or is waited for, and where it is drawn.' })
export class DependencyGraphNodeType {
  @Field(() => ID, { description: 'Of the item.' })
  id!: string

  @Field(() => DependencyEndType)
  item!: DependencyEndType

  @Field(() => OwnerType, {
    nullable: true,
    description: 'Who answers for an action; null where that is not stated, or is not an action.',
  })
  owner!: OwnerType | null

  @Field(() => Int, {
    nullable: true,
    description:
      'Days past its own last day; 0 where it is in time, done, or no day is known; null where its days are not for the viewer.',
  })
  lateDays!: number | null

  @Field(() => Int, {
    nullable: true,
    description:
      'How many unfinished things stand one after another before it; null where it is done, or waits in a circle.',
  })
  depth!: number | null

  @Field(() => Int, { description: 'As it is laid out, in units of the screen.' })
  width!: number

  @Field(() => Int, { description: 'As it is laid out, in units of the screen.' })
  height!: number

  bodyId!: string | null
  place!: () => Promise<Point>
}

@ObjectType('DependencyGraphEdge', {
  description: 'A link of the graph, drawn from what comes first to what waits for it.',
})
export class DependencyGraphEdgeType {
  @Field(() => ID, { description: 'Of the dependency.' })
  id!: string

  @Field(() => ID, { description: 'What comes first.' })
  from!: string

  @Field(() => ID, { description: 'What waits for it.' })
  to!: string

  @Field(() => DependencyKindEnum)
  kind!: DependencyKind

  @Field(() => DependencyRiskEnum)
  risk!: DependencyRisk

  @Field(() => String, { description: 'Why; empty where one of its ends is not for the viewer.' })
  text!: string

  points!: () => Promise<readonly Point[]>
}

@ObjectType('DependencyGraph', {
  description:
    'What waits on what as a graph, laid out on the server only where a place or a size is asked for. Refuses with `map-not-drawn` when that fails; everything else is answered without it.',
})
export class DependencyGraphType {
  @Field(() => [DependencyGraphNodeType])
  nodes!: DependencyGraphNodeType[]

  @Field(() => [DependencyGraphEdgeType])
  edges!: DependencyGraphEdgeType[]

  @Field(() => Int, {
    description: 'Items that belong to the answer and are not in it: of more than 500, the most urgent stay.',
  })
  leftOut!: number

  layout!: () => Promise<Layout>
}

@InputType('DependencyGraphFilter')
export class DependencyGraphFilter {
  @Field(() => ID, { nullable: true, description: 'At either end of a link.' })
  bodyId?: string | null

  @Field(() => Boolean, { nullable: true, description: 'Only links between things that are both not done.' })
  unfinished?: boolean | null

  @Field(() => ID, { nullable: true, description: 'Only what is joined to this record, whichever way the links lead.' })
  around?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'How many links away, 1 to 10; 2 unless given. Only with `around`.',
  })
  distance?: number | null
}
