import type { TextChange, VersionKind } from '@camau/domain'
import { textChanges, versionKinds } from '@camau/domain'
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Entity } from '../../platform/graphql/entity.js'
import { wordsEnum } from '../../platform/graphql/enum-key.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { DateTimeISO } from '../../platform/graphql/scalars.js'

declare module '../../platform/graphql/entity.js' {
  interface Entities {
    DocumentVersion: DocumentVersionType
    DocumentRedaction: DocumentRedactionType
  }
}

const VersionKindEnum = wordsEnum(
  'VersionKind',
  versionKinds,
  'Why a version was kept: its meeting was closed, its minutes circulated or agreed, a night passed, somebody kept it by hand, or an earlier version was about to come back.',
)
const TextChangeEnum = wordsEnum(
  'TextChange',
  textChanges,
  'What became of words from one version to another; a block is CHANGED where both versions have it with other words.',
)
const authorKinds = ['person', 'former', 'document'] as const
export type AuthorKind = (typeof authorKinds)[number]
const AuthorKindEnum = wordsEnum(
  'AuthorKind',
  authorKinds,
  'PERSON: somebody Camau knows. FORMER: somebody who is gone from it. DOCUMENT: nobody in person, as with the headings of an agenda.',
)
const blockKinds = ['title', 'heading', 'paragraph', 'record'] as const
export type BlockKind = (typeof blockKinds)[number]
const BlockKindEnum = wordsEnum('TextBlockKind', blockKinds, 'RECORD: an action or decision that stands in the text.')

@Entity('DocumentVersion', {
  description:
    'A live text as it was, kept for ever. For those who may come in at the text’s own door now and are at work there.',
})
export class DocumentVersionType {
  @Field(() => ID)
  id!: string

  @Field(() => ID, { description: '`minutes:…`, `action:…`, `legacy:…` or `item:…`.' })
  documentId!: string

  @Field(() => String, { description: 'GraphQL name of the record it is the text of.' })
  aboutType!: string

  @Field(() => ID)
  aboutId!: string

  @Field(() => VersionKindEnum)
  kind!: VersionKind

  @Field(() => String, { nullable: true, description: 'What whoever kept it by hand called it.' })
  label!: string | null

  @Field(() => DateTimeISO)
  at!: Date

  @Field(() => Int, { description: 'Words in it.' })
  words!: number

  @Field(() => Int, { description: 'Words that came since the version before.' })
  inserted!: number

  @Field(() => Int, { description: 'Words that went since the version before.' })
  deleted!: number

  @Field(() => DateTimeISO, { nullable: true, description: 'When words were taken out of it for good.' })
  redactedAt!: Date | null

  @Field(() => Int)
  version!: number

  personId!: string | null
}

@Entity('DocumentRedaction', {
  description: 'That words were taken out of a text and all its versions for good. Never which.',
})
export class DocumentRedactionType {
  @Field(() => ID)
  id!: string

  @Field(() => ID)
  documentId!: string

  @Field(() => String)
  aboutType!: string

  @Field(() => ID)
  aboutId!: string

  @Field(() => DateTimeISO)
  at!: Date

  @Field(() => String)
  reason!: string

  @Field(() => Int, {
    description: 'How many times they stood in the text, its versions and what agreed minutes tell of it together.',
  })
  places!: number

  @Field(() => Int)
  version!: number

  personId!: string
}

@ObjectType('DocumentVersions', {
  description: 'The versions of one text, the newest first, and what the viewer may do with them.',
})
export class DocumentVersionsType {
  @Field(() => Int)
  totalCount!: number

  @Field(() => [DocumentVersionType])
  nodes!: DocumentVersionType[]

  @Field(() => Boolean)
  hasNextPage!: boolean

  @Field(() => Boolean, {
    description: 'Whether the viewer may write in the text now, and so keep versions and bring them back.',
  })
  writable!: boolean

  @Field(() => Boolean, { description: 'Whether the viewer may take words out of the text for good.' })
  redactable!: boolean

  @Field(() => [DocumentRedactionType], { description: 'What was taken out of it, the earliest first.' })
  redactions!: DocumentRedactionType[]
}

@ObjectType('TextAuthor', { description: 'Who wrote something.' })
export class TextAuthorType {
  @Field(() => AuthorKindEnum)
  kind!: AuthorKind

  personId!: string | null
}

@ObjectType('TextRun', { description: 'Words of one hand, one look and one fate.' })
export class TextRunType {
  @Field(() => String)
  text!: string

  @Field(() => TextChangeEnum)
  change!: TextChange

  @Field(() => Boolean)
  bold!: boolean

  @Field(() => Boolean)
  italic!: boolean

  @Field(() => String, { nullable: true, description: 'Leads to http, https or mailto, or is null.' })
  href!: string | null

  @Field(() => Int, { description: 'Which of `authors` wrote it; of words that were deleted, too.' })
  author!: number

  @Field(() => DateTimeISO, {
    nullable: true,
    description: 'About when it was written; null where nothing tells any more.',
  })
  at!: Date | null
}

@ObjectType('TextBlock', { description: 'A block of a text: lists and quotes are flattened into how deep it stands.' })
export class TextBlockType {
  @Field(() => BlockKindEnum)
  kind!: BlockKind

  @Field(() => TextChangeEnum)
  change!: TextChange

  @Field(() => Int, { description: 'Of a heading; 0 otherwise.' })
  level!: number

  @Field(() => String, { nullable: true, description: '`bullet` or `number` where it begins an item of a list.' })
  item!: string | null

  @Field(() => Int, { description: 'In how many lists it stands.' })
  depth!: number

  @Field(() => Boolean)
  quoted!: boolean

  @Field(() => String, { nullable: true, description: '`actionRef` or `decisionRef`, for a record.' })
  recordType!: string | null

  @Field(() => ID, { nullable: true })
  recordId!: string | null

  @Field(() => [TextRunType])
  runs!: TextRunType[]
}

@ObjectType('VersionText', { description: 'What a version says, and who wrote it.' })
export class VersionTextType {
  @Field(() => [TextBlockType])
  blocks!: TextBlockType[]

  @Field(() => [TextAuthorType])
  authors!: TextAuthorType[]
}

@ObjectType('VersionComparison', {
  description: 'What became of a text from one version to another, by block and by word.',
})
export class VersionComparisonType extends VersionTextType {
  @Field(() => DocumentVersionType)
  from!: DocumentVersionType

  @Field(() => DocumentVersionType, { nullable: true, description: 'null: the text as it is now.' })
  to!: DocumentVersionType | null

  @Field(() => Int)
  insertedWords!: number

  @Field(() => Int)
  deletedWords!: number
}

@ObjectType('ClientAuthor', { description: 'Whose a Yjs client id is in a text, for ever: who wrote its characters.' })
export class ClientAuthorType extends TextAuthorType {
  @Field(() => Float)
  clientId!: number

  @Field(() => DateTimeISO, {
    description: 'When it began to write; of words that were brought back, when they were first written.',
  })
  since!: Date
}

@ObjectType('RedactionPreview', { description: 'How often passages stand in a text and in versions of it.' })
export class RedactionPreviewType {
  @Field(() => Int, { description: 'As it is now, and in what agreed minutes tell of it.' })
  inText!: number

  @Field(() => Int, { description: 'In how many versions any of them stands.' })
  versions!: number
}

@InputType('KeepVersionInput')
export class KeepVersionInput extends CommandInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  id!: string

  @Field(() => ID)
  documentId!: string

  @Field(() => String, { description: 'Up to 80 characters.' })
  label!: string
}

@InputType('RedactDocumentInput')
export class RedactDocumentInput extends CommandInput {
  @Field(() => ID, { description: 'UUID made by the client.' })
  id!: string

  @Field(() => ID)
  documentId!: string

  @Field(() => [String], {
    description: 'Up to 20, each of 3 letters to 200 characters: found as whole words, whatever their case.',
  })
  passages!: string[]

  @Field(() => String, { description: 'Shown to all who see the versions: it must not say what is taken out.' })
  reason!: string
}
