import { usualRestriction, type Viewer } from '@camau/domain'
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { OwnerType } from '../../platform/graphql/owner.js'
import { RestrictInput, restrictionType } from '../../platform/graphql/restriction.js'
import { actionType } from './action.shape.js'
import { ActionType } from './action.type.js'
import type { ActionNeeds } from './change-action.js'
import { restrictAction } from './restrict-action.js'

@Resolver(() => ActionType)
export class ActionRestrictionResolver {
  constructor(private readonly needs: ActionNeeds & { now: () => Date }) {}

  @Mutation(() => ActionType, {
    description:
      'Restricts an action to those named, or lifts that; for those who rule or prepare on its body. Refused: already-public, not-among-them, already-so.',
  })
  async restrictAction(@Arg('input', () => RestrictInput) input: RestrictInput, @Ctx() { viewer }: Context) {
    return this.shown(viewer, input)
  }

  private async shown(viewer: Viewer, input: RestrictInput): Promise<ActionType> {
    const { directory, now } = this.needs
    return actionType(await restrictAction(this.needs, viewer, input), await directory.now(), now())
  }
}

@Resolver(() => entity('Body'))
export class BodyRestrictionResolver {
  constructor(private readonly needs: Pick<ActionNeeds, 'directory'>) {}

  @FieldResolver(() => [OwnerType], {
    description:
      'Whom a restriction on this body names unless somebody says otherwise: its chairs and the secretariat.',
  })
  async usualRestriction(@Root() { id }: Entities['Body']): Promise<OwnerType[]> {
    const names = await this.needs.directory.now()
    const secretariat = [...names.bodies.values()].find(({ kind }) => kind === 'secretariat')
    return restrictionType(usualRestriction(id, secretariat?.id ?? null), names) ?? []
  }
}
