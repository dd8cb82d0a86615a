import {
  coverage,
  dayInLondon,
  fitting,
  isDay,
  officeFor,
  Refusal,
  recommendationAsAt,
  stateRecommendation,
  unresolvedSince,
  type Viewer,
  whyNotStateRecommendation,
} from '@camau/domain'
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Command } from '../../platform/command.js'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import type { RecordStore } from '../../platform/record-store.js'
import { addRecommendation } from './add-recommendation.js'
import type { StoredRecommendation } from './recommendation.kind.js'
import {
  AddRecommendationInput,
  RecommendationCoverageType,
  RecommendationSourceType,
  RecommendationStateType,
  StateRecommendationInput,
  TrackedRecommendationType,
} from './recommendation.type.js'

export interface RecommendationNeeds {
  /** Those of the documents, as nobody has said anything of them; null: whoever asks, and the same array until something changes. */
  printed: (viewer: Viewer | null) => Promise<readonly StoredRecommendation[]>
  recommendations: RecordStore<StoredRecommendation>
  knownActions: (viewer: Viewer, ids: readonly string[]) => Promise<readonly string[]>
  command: Command
  now: () => Date
}

/** Printed ones with what was said of them since, then those added here. */
export async function allRecommendations(needs: RecommendationNeeds, viewer: Viewer): Promise<StoredRecommendation[]> {
  const kept = new Map((await needs.recommendations.list(viewer)).map((one) => [one.id, one]))
  const printed = (await needs.printed(viewer)).map((one) => kept.get(one.id) ?? one)
  const known = new Set(printed.map(({ id }) => id))
  return [...printed, ...[...kept.values()].filter(({ id }) => !known.has(id))]
}

/** What those who keep the register have left "in principle" too long: it is theirs to settle. */
export async function lateRecommendations(needs: RecommendationNeeds, viewer: Viewer) {
  if (whyNotStateRecommendation(viewer)) return []
  const today = dayInLondon(needs.now())
  return (await allRecommendations(needs, viewer)).flatMap((one) => {
    const since = unresolvedSince(one, today)
    return since ? [{ about: { type: 'TrackedRecommendation' as const, id: one.id }, since }] : []
  })
}

const state = (one: StoredRecommendation, day: string | null) =>
  Object.assign(new RecommendationStateType(), recommendationAsAt(one, day))

export function recommendationType(one: StoredRecommendation, at: Date): TrackedRecommendationType {
  const overdueSince = unresolvedSince(one, dayInLondon(at))
  return Object.assign(new TrackedRecommendationType(), one, { state: state(one, null), overdueSince, tracked: one })
}

@Resolver(() => TrackedRecommendationType)
export class TrackedRecommendationResolver {
  constructor(private readonly needs: RecommendationNeeds) {}

  @Query(() => [TrackedRecommendationType], {
    description:
      'Of one report, or of all; overdue: those alone that are, or are not, left "in principle" too long (U8).',
  })
  async recommendations(
    @Arg('publicationId', () => ID, { nullable: true }) publicationId: string | null,
    @Arg('overdue', () => Boolean, { nullable: true }) overdue: boolean | null,
    @Ctx() { viewer }: Context,
  ): Promise<TrackedRecommendationType[]> {
    const all = await allRecommendations(this.needs, viewer)
    const wanted = publicationId ? all.filter((one) => one.publicationId === publicationId) : all
    const shown = wanted.map((one) => recommendationType(one, this.needs.now()))
    return shown.filter(
      ({ overdueSince }) => overdue === null || overdue === undefined || overdue === (overdueSince !== null),
    )
  }

  @Query(() => RecommendationCoverageType, {
    description: 'Accepted, integrated and outstanding of one report (row 23).',
  })
  async recommendationCoverage(@Arg('publicationId', () => ID) publicationId: string, @Ctx() { viewer }: Context) {
    const all = await allRecommendations(this.needs, viewer)
    return Object.assign(
      new RecommendationCoverageType(),
      coverage(
        all.filter((one) => one.publicationId === publicationId),
        dayInLondon(this.needs.now()),
      ),
    )
  }

  @Query(() => [RecommendationSourceType], { description: 'Each report that recommends something, with its coverage.' })
  async recommendationSources(@Ctx() { viewer }: Context): Promise<RecommendationSourceType[]> {
    const all = await allRecommendations(this.needs, viewer)
    return [...new Set(all.flatMap((one) => one.publicationId ?? []))].map((publicationId) => {
      const own = all.filter((one) => one.publicationId === publicationId)
      return Object.assign(new RecommendationSourceType(), {
        publicationId,
        coverage: Object.assign(new RecommendationCoverageType(), coverage(own, dayInLondon(this.needs.now()))),
        recommendations: own.map((one) => recommendationType(one, this.needs.now())),
      })
    })
  }

  @Mutation(() => TrackedRecommendationType, { description: 'Puts a recommendation of a report into the register.' })
  async addRecommendation(
    @Arg('input', () => AddRecommendationInput) input: AddRecommendationInput,
    @Ctx() { viewer, load }: Context,
  ): Promise<TrackedRecommendationType> {
    await load.get('Publication', input.publicationId)
    return recommendationType(await addRecommendation(this.needs, viewer, input), this.needs.now())
  }

  @Mutation(() => TrackedRecommendationType, { description: 'Says how a recommendation stands from a day on.' })
  async stateRecommendation(
    @Arg('input', () => StateRecommendationInput) input: StateRecommendationInput,
    @Ctx() { viewer }: Context,
  ): Promise<TrackedRecommendationType> {
    return recommendationType(await say(this.needs, viewer, input), this.needs.now())
  }

  @FieldResolver(() => RecommendationStateType)
  asAt(@Root() { tracked }: TrackedRecommendationType, @Arg('day', () => String) day: string): RecommendationStateType {
    if (!isDay(day)) throw new Refusal('impossible-date')
    return Object.assign(new RecommendationStateType(), recommendationAsAt(tracked, day))
  }

  @FieldResolver(() => entity('Publication'), { nullable: true, description: 'The report that recommends it.' })
  publication(
    @Root() one: TrackedRecommendationType,
    @Ctx() { load }: Context,
  ): Promise<Entities['Publication'] | null> {
    return load.find('Publication', one.publicationId)
  }

  @FieldResolver(() => [entity('Action')])
  actions(@Root() one: TrackedRecommendationType, @Ctx() { load }: Context): Promise<Entities['Action'][]> {
    return load.list('Action', one.actionIds)
  }
}

@Resolver(() => RecommendationSourceType)
export class RecommendationSourceResolver {
  @FieldResolver(() => entity('Publication'), { nullable: true })
  publication(
    @Root() { publicationId }: RecommendationSourceType,
    @Ctx() { load }: Context,
  ): Promise<Entities['Publication'] | null> {
    return load.find('Publication', publicationId)
  }
}

function say(needs: RecommendationNeeds, viewer: Viewer, input: StateRecommendationInput) {
  const find = async (id: string) => {
    const found = (await allRecommendations(needs, viewer)).find((one) => one.id === id)
    if (!found) throw new Refusal('not-found')
    return found
  }
  return needs.command(
    { command: 'stateRecommendation', viewer, input },
    async (tx) => {
      if (!isDay(input.day) || (input.resolveBy && !isDay(input.resolveBy))) throw new Refusal('impossible-date')
      const kept = (await needs.recommendations.all()).some(({ id }) => id === input.id)
      const before = kept ? await needs.recommendations.get(viewer, input.id, tx) : await find(input.id)
      const actionIds = [...new Set(input.actionIds ?? before.actionIds)]
      if ((await needs.knownActions(viewer, actionIds)).length < actionIds.length) throw new Refusal('not-found')
      const after = stateRecommendation(
        viewer,
        { ...before, actionIds },
        {
          id: tx.newId(),
          day: input.day,
          response: input.response,
          delivery: input.delivery,
          reason: fitting('reason', input.reason) || null,
          evidence: fitting('evidence', input.evidence) || null,
          resolveBy: input.resolveBy ?? null,
          at: tx.at,
          personId: viewer.personId,
        },
      )
      const office = officeFor(viewer, 'write', { space: 'correspondence' })
      return kept ? needs.recommendations.save(tx, before, after, office) : needs.recommendations.add(tx, after, office)
    },
    (id) => needs.recommendations.get(viewer, id),
  )
}
