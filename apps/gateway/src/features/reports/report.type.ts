import { Field, ID, Int, ObjectType } from 'type-graphql'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import { SourceType } from '../../platform/graphql/source.js'

@ObjectType('ReportedPoint', { description: 'One point of progress, with where it is written.' })
export class ReportedPointType {
  @Field(() => ID)
  id!: string

  @Field(() => String)
  text!: string

  @Field(() => String)
  day!: string

  @Field(() => SourceType, { nullable: true, description: 'null: reported here.' })
  source!: SourceType | null
}

@ObjectType('ReportRecord', { description: 'A record that a report names, to be followed to where it stands.' })
export class ReportRecordType {
  @Field(() => ID)
  id!: string

  @Field(() => String, { description: 'Name of the type of record: `Action`, `LegacyItem`, `Funding`…' })
  kind!: string

  @Field(() => String, { nullable: true, description: 'The number people know it by.' })
  number!: string | null

  @Field(() => LocalTextType)
  title!: LocalTextType
}

@ObjectType('ProgressParagraph', { description: 'What one work area had achieved by the day of the letter.' })
export class ProgressParagraphType {
  @Field(() => Int, { description: 'That of the work area.' })
  number!: number

  @Field(() => ReportRecordType)
  workArea!: ReportRecordType

  @Field(() => [ReportedPointType], { description: 'In the order of their days; never empty.' })
  points!: ReportedPointType[]
}

@ObjectType('ProgressLetter', {
  description:
    'The data of a progress letter as at a day (requirements, row 64). Its editing and sign-off come with the documents; here is what it says.',
})
export class ProgressLetterType {
  @Field(() => String)
  asAt!: string

  @Field(() => [ProgressParagraphType], { description: 'In the order of the work areas.' })
  paragraphs!: ProgressParagraphType[]

  @Field(() => [ReportRecordType], {
    description: 'Areas of which nothing was reported by then: named, and never filled in.',
  })
  withoutProgress!: ReportRecordType[]
}

@ObjectType('YearInFigures', {
  description:
    'The records of one year, from which an annual report is written (requirements, row 65). The same records give the same answer, in the same order; every count is that of the records it comes with. The report as a document comes later.',
})
export class YearInFiguresType {
  @Field(() => Int)
  year!: number

  @Field(() => [ReportRecordType], { description: 'Actions first known to be done or closed in the year.' })
  actionsClosed!: ReportRecordType[]

  @Field(() => [ReportRecordType], { description: 'Printed figures whose date names the year.' })
  figures!: ReportRecordType[]

  @Field(() => [ReportRecordType], { description: 'Funding whose printed period names the year.' })
  funding!: ReportRecordType[]

  @Field(() => [ReportRecordType], { description: 'Documents published in the year.' })
  documents!: ReportRecordType[]

  @Field(() => [ReportRecordType], { description: 'Empty: participation is not recorded here yet.' })
  participation!: ReportRecordType[]
}

@ObjectType('ClosingLists', {
  description:
    'What a closing report lists (requirements, row 66): every open legacy item is among the unfinished. The report as a document comes later.',
})
export class ClosingListsType {
  @Field(() => [ReportRecordType], { description: 'Actions and commitments that are done or closed.' })
  achievements!: ReportRecordType[]

  @Field(() => [ReportRecordType], {
    description: 'Open legacy items, then open commitments, then unfinished actions.',
  })
  unfinished!: ReportRecordType[]
}
