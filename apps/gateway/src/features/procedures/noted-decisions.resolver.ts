import { type Meeting, notedAt, type Viewer } from '@camau/domain'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import type { ProcedureStore } from './procedure.kind.js'

export interface NotedNeeds {
  procedures: ProcedureStore
  meetingsOf: (viewer: Viewer, bodyId: string) => Promise<readonly Meeting[]>
}

/** Decisions of the procedures that this meeting notes: those closed since the meeting of the body before. */
export async function notedDecisionIds(
  { procedures, meetingsOf }: NotedNeeds,
  viewer: Viewer,
  meeting: { id: string; bodyId: string },
): Promise<string[]> {
  const closed = (await procedures.list(viewer)).filter(({ bodyId }) => bodyId === meeting.bodyId)
  if (closed.length === 0) return []
  const meetings = await meetingsOf(viewer, meeting.bodyId)
  const noted = closed.filter((one) => notedAt(one, meetings)?.id === meeting.id).reverse()
  return noted.flatMap(({ decisionId }) => decisionId ?? [])
}

@Resolver(() => entity('Meeting'))
export class NotedDecisionsResolver {
  constructor(private readonly needs: NotedNeeds) {}

  @FieldResolver(() => [entity('Decision')], {
    description: 'Decided in writing since the meeting before, and noted at this one by itself.',
  })
  async notedDecisions(
    @Root() meeting: Entities['Meeting'],
    @Ctx() { viewer, load }: Context,
  ): Promise<Entities['Decision'][]> {
    return load.list('Decision', await notedDecisionIds(this.needs, viewer, meeting))
  }
}
