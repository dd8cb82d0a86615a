import { Refusal } from '@camau/domain'
import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, Query, Resolver, Root } from 'type-graphql'
import { type Context, isSignedIn } from '../../platform/context.js'
import type { Directory } from '../../platform/directory.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { CommandInput } from '../../platform/graphql/record-inputs.js'
import { heldOffices, ViewerType } from './viewer.type.js'

@InputType('SetLanguageInput')
export class SetLanguageInput extends CommandInput {
  @Field(() => String, { description: '`en` or `cy`.' })
  language!: string
}

export interface ViewerResolverNeeds {
  directory: Directory
  demo: boolean
  languageOf: (personId: string) => Promise<string | null>
  setLanguage: (personId: string, language: 'en' | 'cy') => Promise<void>
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly needs: ViewerResolverNeeds) {}

  @Query(() => ViewerType, { nullable: true, description: 'null when nobody is signed in.' })
  async viewer(@Ctx() { viewer }: Context): Promise<ViewerType | null> {
    if (!isSignedIn(viewer)) return null
    return Object.assign(new ViewerType(), {
      personId: viewer.personId,
      offices: heldOffices(viewer, await this.needs.directory.now()),
      language: await this.needs.languageOf(viewer.personId),
      demo: this.needs.demo,
    })
  }

  /** A preference of one's own: no record of the programme, so neither change feed nor audit trail. Setting it twice does no harm. */
  @Mutation(() => ViewerType)
  async setLanguage(
    @Arg('input', () => SetLanguageInput) { language }: SetLanguageInput,
    @Ctx() context: Context,
  ): Promise<ViewerType> {
    if (!isSignedIn(context.viewer)) throw new Refusal('not-signed-in')
    if (language !== 'en' && language !== 'cy') throw new Refusal('malformed', { field: 'language' })
    await this.needs.setLanguage(context.viewer.personId, language)
    const viewer = await this.viewer(context)
    if (!viewer) throw new Refusal('not-signed-in')
    return viewer
  }

  @FieldResolver(() => entity('Person'))
  person(@Root() { personId }: ViewerType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }
}
