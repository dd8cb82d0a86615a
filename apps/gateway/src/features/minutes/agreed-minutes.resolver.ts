import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import type { AgreedMinutesStore } from './agreed-minutes.store.js'
import { AgreedMinutesType } from './agreed-minutes.type.js'

@Resolver(() => entity('Meeting'))
export class MeetingMinutesResolver {
  constructor(private readonly minutes: AgreedMinutesStore) {}

  @FieldResolver(() => AgreedMinutesType, { nullable: true, description: 'null until they are agreed.' })
  async agreedMinutes(@Root() { id }: Entities['Meeting']): Promise<AgreedMinutesType | null> {
    const found = await this.minutes.find(id)
    if (!found) return null
    const { content, decisions, ...same } = found
    const words: unknown = JSON.parse(content)
    return Object.assign(new AgreedMinutesType(), same, {
      content: words,
      decisionIds: decisions.map((decision) => decision.id),
    })
  }
}

@Resolver(() => AgreedMinutesType)
export class AgreedMinutesResolver {
  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: AgreedMinutesType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }

  @FieldResolver(() => [entity('Decision')])
  decisions(@Root() { decisionIds }: AgreedMinutesType, @Ctx() { load }: Context): Promise<Entities['Decision'][]> {
    return load.list('Decision', decisionIds)
  }
}
