import {
  type ActionOverTime,
  burnDown,
  dayInLondon,
  handlingOf,
  isDay,
  Refusal,
  spreadDays,
  type Viewer,
} from '@camau/domain'
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { closePhase, type LoggedAction, logOf, type PhaseNeeds } from './close-phase.js'
import {
  BurnPointType,
  ClosePhaseInput,
  PhaseChecklistType,
  PhaseType,
  PhaseWorkAreaType,
  PlanPhaseInput,
  phaseType,
} from './phase.type.js'
import { planPhase } from './plan-phase.js'

export interface PhaseResolverNeeds extends Omit<PhaseNeeds, 'actions'> {
  actions: (viewer: Viewer) => Promise<readonly (LoggedAction & ActionOverTime)[]>
  now: () => Date
}

const mostDays = 100
const daysOfAChart = 40

@Resolver(() => PhaseType)
export class PhaseResolver {
  constructor(private readonly needs: PhaseResolverNeeds) {}

  @Query(() => [PhaseType])
  async phases(@Ctx() { viewer }: Context): Promise<PhaseType[]> {
    return (await this.needs.phases.list(viewer)).map(phaseType)
  }

  @Query(() => PhaseType)
  async phase(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<PhaseType> {
    return phaseType(await this.needs.phases.get(viewer, id))
  }

  @Mutation(() => PhaseType, { description: 'Sets the planned days of an open phase (requirements, row 31).' })
  async planPhase(
    @Arg('input', () => PlanPhaseInput) input: PlanPhaseInput,
    @Ctx() { viewer }: Context,
  ): Promise<PhaseType> {
    return phaseType(await planPhase(this.needs, viewer, input))
  }

  @Mutation(() => PhaseType, {
    description:
      'For chair and vice-chair of the advisory group; refused with `items-unplaced` and the list (requirements, row 32).',
  })
  async closePhase(
    @Arg('input', () => ClosePhaseInput) input: ClosePhaseInput,
    @Ctx() { viewer }: Context,
  ): Promise<PhaseType> {
    return phaseType(await closePhase(this.needs, viewer, input))
  }

  @FieldResolver(() => [PhaseWorkAreaType], {
    description:
      'Its work areas; those the documents only count stand at the end, without a title (requirements, row 28).',
  })
  async workAreas(@Root() phase: PhaseType, @Ctx() { load, viewer }: Context): Promise<PhaseWorkAreaType[]> {
    const areas = (await this.needs.areas(viewer)).filter(({ phaseId }) => phaseId === phase.id)
    const named = await load.list(
      'WorkArea',
      areas.map(({ id }) => id),
    )
    const counted = Math.max(0, (phase.workAreaCount ?? 0) - named.length)
    return [...named, ...Array.from({ length: counted }, () => null)].map((workArea, at) =>
      Object.assign(new PhaseWorkAreaType(), { position: at + 1, workArea }),
    )
  }

  @FieldResolver(() => [BurnPointType], {
    description: `Open and finished actions at the end of each day asked for, at most ${mostDays}; else over the time the log covers.`,
  })
  async burnDown(
    @Root() phase: PhaseType,
    @Arg('days', () => [String], { nullable: true }) days: string[] | null,
    @Ctx() { viewer }: Context,
  ): Promise<BurnPointType[]> {
    if (days && (days.length > mostDays || !days.every(isDay))) throw new Refusal('malformed', { field: 'days' })
    const log = await logOf(this.needs, viewer, phase)
    return burnDown(log, days ?? this.daysOf(phase, log)).map((point) => Object.assign(new BurnPointType(), point))
  }

  @FieldResolver(() => PhaseChecklistType)
  async checklist(@Root() phase: PhaseType, @Ctx() { viewer, load }: Context): Promise<PhaseChecklistType> {
    const log = await logOf(this.needs, viewer, phase)
    const count = (wanted: string) => log.filter((action) => handlingOf(action) === wanted).length
    const left = log.filter((action) => handlingOf(action) === 'unhandled').map(({ id }) => id)
    return Object.assign(new PhaseChecklistType(), {
      finished: count('finished'),
      dropped: count('dropped'),
      legacy: count('legacy'),
      unhandled: await load.list('Action', left),
    })
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  closedBy(@Root() { closedById }: PhaseType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', closedById)
  }

  private daysOf({ closedAt }: PhaseType, log: readonly ActionOverTime[]): string[] {
    return spreadDays(log, dayInLondon(closedAt ?? this.needs.now()), daysOfAChart)
  }
}
