import { limits, Refusal, type Viewer } from '@camau/domain'
import { Arg, Ctx, createUnionType, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, type EntityName, entity } from '../../platform/graphql/entity.js'
import { excerptOf } from './excerpt.js'
import { readReference } from './reference.js'
import type { Found, SearchIndex } from './search-index.js'

type Hit = Entities[(typeof hitKinds)[number]]

const hitKinds = [
  'Action',
  'LegacyItem',
  'Commitment',
  'Body',
  'Meeting',
  'Decision',
  'Publication',
  'Term',
  'Correspondence',
  'Funding',
  'Indicator',
  'Idea',
  'WorkArea',
  'WrittenProcedure',
  'Measure',
  'Finding',
  'Lesson',
  'GoodPractice',
  'TrackedRecommendation',
] as const satisfies readonly EntityName[]

const SearchHit = createUnionType({
  name: 'SearchHit',
  description: 'A record of any kind that people look for.',
  types: () => hitKinds.map(entity),
})

@ObjectType('Stretch', { description: 'A stretch of text, and whether it is what was looked for; mutated forms too.' })
export class StretchType {
  @Field(() => String)
  text!: string

  @Field(() => Boolean)
  found!: boolean
}

@ObjectType('SearchMatch', { description: 'One record that was found, with the words around what was looked for.' })
export class SearchMatchType {
  @Field(() => SearchHit)
  record!: Hit

  @Field(() => [StretchType], { description: 'From the record itself, or from a paragraph written in it.' })
  excerpt!: StretchType[]
}

@ObjectType('SearchKindCount', { description: 'How many records of one kind were found.' })
export class SearchKindCountType {
  @Field(() => String, { description: 'Name of the type of record.' })
  kind!: string

  @Field(() => Int)
  count!: number
}

@ObjectType('SearchResult', { description: 'What was found among what you may see.' })
export class SearchResultType {
  @Field(() => Int)
  totalCount!: number

  @Field(() => [SearchKindCountType], { description: 'Of everything found, whatever kind was asked for.' })
  kinds!: SearchKindCountType[]

  @Field(() => [SearchHit])
  hits!: Hit[]

  @Field(() => [SearchMatchType], { description: 'The same records as `hits`, each with its excerpt.' })
  matches!: SearchMatchType[]
}

const longestText = 200

/** Id of the record with a number, as far as the viewer may see it. */
export type FindNumbered = (
  viewer: Viewer,
  kind: 'Action' | 'Decision' | 'LegacyItem',
  number: number,
) => Promise<string | null>

@Resolver()
export class SearchResolver {
  constructor(
    private readonly index: SearchIndex,
    private readonly numbered: FindNumbered,
  ) {}

  @Query(() => SearchHit, {
    nullable: true,
    description:
      'The record behind a permanent short address: `A60` is action 60, `D12` decision 12, `L3` legacy item 3, and any id itself. null: there is none, or not for your eyes.',
  })
  async record(
    @Arg('reference', () => String) reference: string,
    @Ctx() { viewer, load }: Context,
  ): Promise<Hit | null> {
    const asked = readReference(reference.slice(0, longestText))
    if (asked.kind) return load.find(asked.kind, await this.numbered(viewer, asked.kind, asked.number))
    const found = await Promise.all(hitKinds.map((kind) => load.find(kind, asked.id)))
    return found.find((hit) => hit !== null) ?? null
  }

  @Query(() => SearchResultType, {
    description:
      'In Welsh and English, whatever the accents and mutations: records by their own words, and by the paragraphs written live in them.',
  })
  async search(
    @Arg('text', () => String) text: string,
    @Arg('first', () => Int, { nullable: true, description: 'At most 100; 50 unless said.' }) first: number | null,
    @Arg('kind', () => String, { nullable: true, description: 'Only records of this type, as `kinds` names them.' })
    kind: string | null,
    @Ctx() { viewer, load }: Context,
  ): Promise<SearchResultType> {
    const most = first ?? limits.pageDefault
    if (most < 1 || most > limits.page) throw new Refusal('malformed', { field: 'first' })
    const typed = text.slice(0, longestText)
    const found = await this.index.find(viewer, typed)
    const wanted = kind ? found.filter(({ name }) => name === kind) : found
    const matches = await Promise.all(wanted.slice(0, most).map((one) => matchOf(load, one, typed)))
    const shown = matches.filter((match) => match !== null)
    return Object.assign(new SearchResultType(), {
      totalCount: wanted.length,
      kinds: countKinds(found),
      hits: shown.map(({ record }) => record),
      matches: shown,
    })
  }
}

async function matchOf(
  load: Context['load'],
  { name, id, text }: Found,
  typed: string,
): Promise<SearchMatchType | null> {
  const record = (await load.find(name, id)) as Hit | null
  return record && Object.assign(new SearchMatchType(), { record, excerpt: excerptOf(text, typed) })
}

function countKinds(found: readonly Found[]): SearchKindCountType[] {
  const counts = new Map<string, number>()
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count }))
}
