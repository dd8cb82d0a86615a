import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { AdviceReplyType, DissentType, EarlierDecisionType } from './decision.type.js'

@Resolver(() => DissentType)
export class DissentResolver {
  @FieldResolver(() => entity('Person'), { nullable: true, description: 'null: recorded anonymously.' })
  person(@Root() { personId }: DissentType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', personId)
  }
}

@Resolver(() => EarlierDecisionType)
export class EarlierDecisionResolver {
  @FieldResolver(() => entity('Person'), { description: 'Who corrected it.' })
  by(@Root() { personId }: EarlierDecisionType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }
}

@Resolver(() => AdviceReplyType)
export class AdviceReplyResolver {
  @FieldResolver(() => entity('Person'), { description: 'Who entered it.' })
  by(@Root() { personId }: AdviceReplyType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }
}
