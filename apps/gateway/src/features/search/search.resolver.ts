import { limits, Refusal } from '@camau/domain'
import { Arg, Ctx, createUnionType, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, type EntityName, entity } from '../../platform/graphql/entity.js'
import { type Found, findMatches, type SearchSource } from './search.js'

type Hit = Entities['Action' | 'LegacyItem' | 'Commitment' | 'Body' | 'Meeting' | 'Decision' | 'Publication' | 'Term']

const SearchHit = createUnionType({
  name: 'SearchHit',
  description: 'A record of any kind that people look for.',
  types: () => [
    entity('Action'),
    entity('LegacyItem'),
    entity('Commitment'),
    entity('Body'),
    entity('Meeting'),
    entity('Decision'),
    entity('Publication'),
    entity('Term'),
  ],
})

@ObjectType('SearchResult', { description: 'What was found among what you may see.' })
export class SearchResultType {
  @Field(() => Int)
  totalCount!: number

  @Field(() => [SearchHit])
  hits!: Hit[]
}

const longestText = 200

@Resolver()
export class SearchResolver {
  constructor(private readonly sources: readonly SearchSource[]) {}

  @Query(() => SearchResultType, { description: 'In Welsh and English, whatever the accents and mutations.' })
  async search(
    @Arg('text', () => String) text: string,
    @Arg('first', () => Int, { nullable: true }) first: number | null,
    @Ctx() { viewer, load }: Context,
  ): Promise<SearchResultType> {
    const most = first ?? limits.pageDefault
    if (most < 1 || most > limits.page) throw new Refusal('malformed', { field: 'first' })
    const matches = await findMatches(this.sources, viewer, text.slice(0, longestText))
    const seen = (await Promise.all(matches.map((match) => find(load, match)))).filter(
      (hit): hit is Hit => hit !== null,
    )
    return Object.assign(new SearchResultType(), { totalCount: seen.length, hits: seen.slice(0, most) })
  }
}

/** The loader asks for the right once more: neither the list nor the count tells of what the viewer may not see. */
function find(load: Context['load'], { name, id }: Found): Promise<Entities[EntityName] | null> {
  return load.find(name, id)
}
