import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { BodyType } from './body.type.js'
import { draftTermsOfReference, type TermsNeeds } from './draft-terms-of-reference.js'
import { publishTermsOfReference } from './publish-terms-of-reference.js'
import { reviseTermsOfReference } from './revise-terms-of-reference.js'
import {
  DraftTermsOfReferenceInput,
  ReviseTermsOfReferenceInput,
  TermsOfReferenceType,
  termsType,
} from './terms.type.js'

@Resolver(() => TermsOfReferenceType)
export class TermsResolver {
  constructor(private readonly needs: TermsNeeds) {}

  @Mutation(() => TermsOfReferenceType, {
    description: 'Begins the next version; refused while there is a draft already.',
  })
  async draftTermsOfReference(
    @Arg('input', () => DraftTermsOfReferenceInput) input: DraftTermsOfReferenceInput,
    @Ctx() { viewer }: Context,
  ): Promise<TermsOfReferenceType> {
    return termsType(await draftTermsOfReference(this.needs, viewer, input))
  }

  @Mutation(() => TermsOfReferenceType, {
    description: 'Rewords a draft; what is published is refused with `not-a-draft`.',
  })
  async reviseTermsOfReference(
    @Arg('input', () => ReviseTermsOfReferenceInput) input: ReviseTermsOfReferenceInput,
    @Ctx() { viewer }: Context,
  ): Promise<TermsOfReferenceType> {
    return termsType(await reviseTermsOfReference(this.needs, viewer, input))
  }

  @Mutation(() => TermsOfReferenceType, {
    description: 'Everyone reads this version from now on (requirements, row 12).',
  })
  async publishTermsOfReference(
    @Arg('input', () => ActionInput) input: ActionInput,
    @Ctx() { viewer }: Context,
  ): Promise<TermsOfReferenceType> {
    return termsType(await publishTermsOfReference(this.needs, viewer, input))
  }

  @FieldResolver(() => BodyType)
  body(@Root() { bodyId }: TermsOfReferenceType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', bodyId)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  draftedBy(@Root() { draftedById }: TermsOfReferenceType, @Ctx() { load }: Context) {
    return load.find('Person', draftedById)
  }

  @FieldResolver(() => entity('Person'), { nullable: true, description: 'Publishing takes somebody by name.' })
  publishedBy(@Root() { publishedById }: TermsOfReferenceType, @Ctx() { load }: Context) {
    return load.find('Person', publishedById)
  }
}

@Resolver(() => BodyType)
export class BodyTermsResolver {
  constructor(private readonly needs: Pick<TermsNeeds, 'terms'>) {}

  @FieldResolver(() => [TermsOfReferenceType], {
    description: 'Versions of its terms of reference, the newest first; drafts for those who may read in the body.',
  })
  async terms(@Root() { id }: BodyType, @Ctx() { viewer }: Context): Promise<TermsOfReferenceType[]> {
    return (await this.needs.terms.list(viewer)).filter(({ bodyId }) => bodyId === id).map(termsType)
  }
}
