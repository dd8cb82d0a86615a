import type { LocalText, Source } from '@camau/domain'
import type { Connection } from 'mongoose'
import { Field, ID } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { SourceType } from '../../platform/graphql/source.js'
import { needed, neededSource, neededText, source, text } from '../../platform/record-parts.js'
import { type RegisterRecord, registerModel } from './register.store.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    Publication: PublicationType
  }
}

export interface PublicationRecord extends RegisterRecord {
  title: LocalText
  kind: string
  published: string | null
  publisherBodyIds: string[]
  status: string
  workstreamId: string | null
  link: string | null
  note: string | null
  source: Source
  alsoSeenIn: Source[]
}

export const publicationModel = (db: Connection) =>
  registerModel<PublicationRecord>(db, 'Publication', 'publications', {
    title: neededText,
    kind: needed,
    published: text,
    publisherBodyIds: [String],
    status: needed,
    workstreamId: text,
    link: text,
    note: text,
    source: neededSource,
    alsoSeenIn: [source],
  })

@Entity('Publication', { description: 'A report, guide, framework, law or plan the documents name.' })
export class PublicationType {
  @Field(() => ID)
  id!: string

  @Field(() => LocalTextType)
  title!: LocalTextType

  @Field(() => String)
  kind!: string

  @Field(() => String, { nullable: true })
  published!: string | null

  @Field(() => String)
  status!: string

  @Field(() => String, { nullable: true, description: 'As printed in the documents.' })
  link!: string | null

  @Field(() => String, { nullable: true })
  note!: string | null

  @Field(() => SourceType, { nullable: true, description: 'null: added here.' })
  source!: SourceType | null

  @Field(() => [SourceType])
  alsoSeenIn!: SourceType[]

  publisherBodyIds!: string[]
  workstreamId!: string | null
}

export const publicationType = ({ _id, ...record }: PublicationRecord): PublicationType =>
  Object.assign(new PublicationType(), { id: _id, ...record })

/** A document that was added here and that the programme's own do not name. */
export interface AddedPublication {
  id: string
  title: string
  kind: string
  link: string | null
  workstreamId: string | null
}

export const addedPublicationType = ({ title, ...added }: AddedPublication): PublicationType =>
  Object.assign(new PublicationType(), {
    ...added,
    title: { en: title, cy: null },
    published: null,
    status: 'planned',
    note: null,
    source: null,
    alsoSeenIn: [],
    publisherBodyIds: [],
  })
