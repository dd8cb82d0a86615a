import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { OwnerType } from '../../platform/graphql/owner.js'
import { RestrictInput, restrictionType } from '../../platform/graphql/restriction.js'
import { decisionType } from './decision.shape.js'
import { DecisionType } from './decision.type.js'
import type { DecisionNeeds } from './decision-needs.js'
import { restrictDecision } from './restrict-decision.js'

@Resolver(() => DecisionType)
export class DecisionRestrictionResolver {
  constructor(private readonly needs: DecisionNeeds) {}

  @Mutation(() => DecisionType, {
    description:
      'Restricts a decision to those named, or lifts that; for those who rule or prepare on its body. Refused: already-public, not-among-them, already-so.',
  })
  async restrictDecision(@Arg('input', () => RestrictInput) input: RestrictInput, @Ctx() { viewer }: Context) {
    return decisionType(await restrictDecision(this.needs, viewer, input))
  }

  @FieldResolver(() => [OwnerType], {
    nullable: true,
    description: 'Those who may see it; null: not restricted. Nobody else is told that it exists.',
  })
  async restrictedTo(@Root() { named }: DecisionType): Promise<OwnerType[] | null> {
    return restrictionType(named, await this.needs.directory.now())
  }
}
