import type { ProgressPoint } from '@camau/domain'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'
import { SourceType } from '../../platform/graphql/source.js'
import type { StoredWorkArea } from './work-area.kind.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    WorkArea: WorkAreaType
  }
}

@ObjectType('ProgressPoint', {
  description:
    'One point of the progress reported on a work area: with its day, and with its author or its source (requirements, row 30).',
})
export class ProgressPointType {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  text!: string

  @Field(() => String, { description: 'The day it was reported: of the document, or in London.' })
  day!: string

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'The moment it was reported here; null where a document reports it.',
  })
  at!: Date | null

  @Field(() => SourceType, { nullable: true, description: 'null: reported here, by the person named.' })
  source!: SourceType | null

  personId!: string | null
}

export const progressPointType = (point: ProgressPoint): ProgressPointType =>
  Object.assign(new ProgressPointType(), point)

@Entity('WorkArea', { description: 'A numbered area of the work programme.' })
export class WorkAreaType {
  @Field(() => ID)
  id!: string

  @Field(() => Int, { description: 'Its number in the whole programme.' })
  number!: number

  @Field(() => String, { description: 'The strand as the letter prints it; empty for an area taken on without one.' })
  strand!: string

  @Field(() => Int, {
    nullable: true,
    description: 'Its number within the workstream; one area has none (requirements, row 29).',
  })
  strandNumber!: number | null

  @Field(() => LocalTextType)
  title!: LocalTextType

  @Field(() => String, { description: '`proposed` and `active` are set here; every other word is the source’s own.' })
  status!: string

  @Field(() => String, { nullable: true })
  statusAsOf!: string | null

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => DateTimeISO, { nullable: true })
  proposedAt!: Date | null

  @Field(() => SourceType, { nullable: true, description: 'null: proposed here.' })
  source!: SourceType | null

  @Field(() => Int)
  version!: number

  workstreamId!: string
  phaseId!: string
  bodyIds!: string[]
  fundingIds!: string[]
  legacyItemIds!: string[]
  decisionId!: string | null
  proposedById!: string | null
  points!: ProgressPoint[]
}

export const workAreaType = ({ progressPoints, proposedBy, ...record }: StoredWorkArea): WorkAreaType =>
  Object.assign(new WorkAreaType(), record, { points: progressPoints, proposedById: proposedBy })
