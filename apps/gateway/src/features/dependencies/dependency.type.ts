import { type DependencyKind, dependencyKinds } from '@camau/domain'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { SourceType } from '../../platform/graphql/source.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Dependency: DependencyType
  }
}

const bases = ['stated', 'implied', 'set'] as const
export const DependencyKindEnum = wordsEnum('DependencyKind', dependencyKinds, 'How one thing waits for another.')
const DependencyBasisEnum = wordsEnum(
  'DependencyBasis',
  bases,
  'Whether the documents state it, imply it, or somebody here set it.',
)

@ObjectType('DependencyEnd', { description: 'One end of a dependency, whatever kind of record it is.' })
export class DependencyEndType {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'GraphQL name of the record; empty where it is not for the viewer.' })
  type!: string

  @Field(() => String, { description: 'Empty where it is not for the viewer.' })
  label!: string

  @Field(() => Int, { nullable: true })
  number!: number | null

  @Field(() => String, { nullable: true, description: "An action's status by its key; else the source's word." })
  status!: string | null

  @Field(() => Boolean)
  done!: boolean

  @Field(() => Boolean)
  late!: boolean

  @Field(() => String, { nullable: true })
  lateSince!: string | null

  @Field(() => Boolean, { description: 'There, but not for the viewer to see.' })
  restricted!: boolean

  bodyId!: string | null
}

@Entity('Dependency', { description: 'One thing waiting for another.' })
export class DependencyType {
  @Field(() => ID)
  id!: string

  @Field(() => DependencyEndType)
  dependent!: DependencyEndType

  @Field(() => DependencyEndType)
  dependsOn!: DependencyEndType

  @Field(() => DependencyKindEnum)
  kind!: DependencyKind

  @Field(() => Boolean, {
    description: 'Whether a link of this kind holds its dependent up until the other end is done.',
  })
  blocks!: boolean

  @Field(() => Boolean, { description: 'What it waits for is late.' })
  late!: boolean

  @Field(() => Boolean, {
    description: 'The ends belong to different workstreams, or other bodies (requirements, row 5).',
  })
  acrossBodies!: boolean

  @Field(() => DependencyBasisEnum)
  basis!: (typeof bases)[number]

  @Field(() => String)
  text!: string

  @Field(() => SourceType, { nullable: true })
  source!: SourceType | null

  @Field(() => Int)
  version!: number
}

@InputType('DependencyFilter')
export class DependencyFilter {
  @Field(() => Boolean, { nullable: true, description: 'Holds its dependent up now.' })
  blocking?: boolean | null

  @Field(() => Boolean, { nullable: true })
  late?: boolean | null

  @Field(() => Boolean, { nullable: true })
  acrossBodies?: boolean | null

  @Field(() => Boolean, { nullable: true, description: 'Waits for somebody outside the programme.' })
  outside?: boolean | null

  @Field(() => ID, { nullable: true, description: 'At either end.' })
  recordId?: string | null

  @Field(() => ID, { nullable: true, description: 'At either end.' })
  bodyId?: string | null
}

@InputType('AddDependencyInput')
export class AddDependencyInput extends CommandInput {
  @Field(() => ID)
  id!: string

  @Field(() => ID)
  dependentId!: string

  @Field(() => ID)
  dependsOnId!: string

  @Field(() => DependencyKindEnum)
  kind!: DependencyKind

  @Field(() => String)
  text!: string
}
