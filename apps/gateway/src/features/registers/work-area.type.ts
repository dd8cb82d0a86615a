import type { LocalText, Source } from '@camau/domain'
import type { Connection } from 'mongoose'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { SourceType } from '../../platform/graphql/source.js'
import { needed, neededNumber, neededSource, neededText, number, part, text } from '../../platform/record-parts.js'
import { type RegisterRecord, registerModel } from './register.store.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    WorkArea: WorkAreaType
  }
}

export interface WorkAreaRecord extends RegisterRecord {
  number: number
  workstreamId: string
  strandNumber: number | null
  strand: string
  title: LocalText
  status: string
  statusAsOf: string
  progressPoints: { text: string; source: Source }[]
  bodyIds: string[]
  fundingIds: string[]
  legacyItemIds: string[]
  note: string | null
  source: Source
}

export const workAreaModel = (db: Connection) =>
  registerModel<WorkAreaRecord>(db, 'WorkArea', 'workAreas', {
    number: neededNumber,
    workstreamId: needed,
    strandNumber: number,
    strand: needed,
    title: neededText,
    status: needed,
    statusAsOf: needed,
    progressPoints: [part({ text: needed, source: neededSource })],
    bodyIds: [String],
    fundingIds: [String],
    legacyItemIds: [String],
    note: text,
    source: neededSource,
  })

@ObjectType('ProgressPoint', { description: 'One point of the progress reported on a work area.' })
export class ProgressPointType {
  @Field(() => String)
  text!: string

  @Field(() => SourceType)
  source!: SourceType
}

@Entity('WorkArea', { description: 'A numbered area of the work programme.' })
export class WorkAreaType {
  @Field(() => ID)
  id!: string

  @Field(() => Int)
  number!: number

  @Field(() => String, { description: 'The strand as the letter prints it.' })
  strand!: string

  @Field(() => Int, { nullable: true, description: 'One area has no strand number.' })
  strandNumber!: number | null

  @Field(() => LocalTextType)
  title!: LocalTextType

  @Field(() => String)
  status!: string

  @Field(() => String, { nullable: true })
  statusAsOf!: string | null

  @Field(() => [ProgressPointType])
  progressPoints!: ProgressPointType[]

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => SourceType)
  source!: SourceType

  workstreamId!: string
  bodyIds!: string[]
  fundingIds!: string[]
  legacyItemIds!: string[]
}

export const workAreaType = ({ _id, ...record }: WorkAreaRecord): WorkAreaType =>
  Object.assign(new WorkAreaType(), { id: _id, ...record })
