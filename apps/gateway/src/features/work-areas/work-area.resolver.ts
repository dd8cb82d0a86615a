import { isDay, pointsUntil, Refusal } from '@camau/domain'
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { activateWorkArea } from './activate-work-area.js'
import { addProgressPoint } from './add-progress-point.js'
import { proposeWorkArea, type WorkAreaNeeds } from './propose-work-area.js'
import { ActivateWorkAreaInput, AddProgressPointInput, ProposeWorkAreaInput } from './work-area.inputs.js'
import { ProgressPointType, progressPointType, WorkAreaType, workAreaType } from './work-area.type.js'

@Resolver(() => WorkAreaType)
export class WorkAreaResolver {
  constructor(private readonly needs: WorkAreaNeeds) {}

  @Query(() => [WorkAreaType], { description: 'By number; of one phase, if asked.' })
  async workAreas(
    @Arg('phaseId', () => ID, { nullable: true }) phaseId: string | null,
    @Ctx() { viewer }: Context,
  ): Promise<WorkAreaType[]> {
    const all = await this.needs.workAreas.list(viewer)
    return all.filter((area) => !phaseId || area.phaseId === phaseId).map(workAreaType)
  }

  @Mutation(() => WorkAreaType, {
    description: 'For those who write in the workstream; refused with `phase-closed` in a phase that has closed.',
  })
  async proposeWorkArea(
    @Arg('input', () => ProposeWorkAreaInput) input: ProposeWorkAreaInput,
    @Ctx() { viewer }: Context,
  ): Promise<WorkAreaType> {
    return workAreaType(await proposeWorkArea(this.needs, viewer, input))
  }

  @Mutation(() => WorkAreaType, {
    description:
      'Takes a proposed area on; refused with `decision-needed` without a decision of the advisory group (requirements, row 13).',
  })
  async activateWorkArea(
    @Arg('input', () => ActivateWorkAreaInput) input: ActivateWorkAreaInput,
    @Ctx() { viewer }: Context,
  ): Promise<WorkAreaType> {
    return workAreaType(await activateWorkArea(this.needs, viewer, input))
  }

  @Mutation(() => WorkAreaType, {
    description: 'Adds a point with the day and the person who reports it (requirements, row 30).',
  })
  async addProgressPoint(
    @Arg('input', () => AddProgressPointInput) input: AddProgressPointInput,
    @Ctx() { viewer }: Context,
  ): Promise<WorkAreaType> {
    return workAreaType(await addProgressPoint(this.needs, viewer, input))
  }

  @FieldResolver(() => [ProgressPointType], { description: 'In the order of their days.' })
  progressPoints(@Root() { points }: WorkAreaType): ProgressPointType[] {
    return pointsUntil(points, null).map(progressPointType)
  }

  @FieldResolver(() => [ProgressPointType], {
    description: 'What was reported up to and on a day: what a letter of that day says (requirements, rows 30 and 64).',
  })
  progressUntil(@Root() { points }: WorkAreaType, @Arg('day', () => String) day: string): ProgressPointType[] {
    if (!isDay(day)) throw new Refusal('impossible-date', { field: 'day' })
    return pointsUntil(points, day).map(progressPointType)
  }

  @FieldResolver(() => entity('Workstream'), { nullable: true })
  workstream(@Root() area: WorkAreaType, @Ctx() { load }: Context): Promise<Entities['Workstream'] | null> {
    return load.find('Workstream', area.workstreamId)
  }

  @FieldResolver(() => entity('Phase'), { nullable: true })
  phase(@Root() area: WorkAreaType, @Ctx() { load }: Context): Promise<Entities['Phase'] | null> {
    return load.find('Phase', area.phaseId)
  }

  @FieldResolver(() => entity('Decision'), { nullable: true, description: 'The decision that took it on.' })
  decision(@Root() area: WorkAreaType, @Ctx() { load }: Context): Promise<Entities['Decision'] | null> {
    return load.find('Decision', area.decisionId)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  proposedBy(@Root() area: WorkAreaType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', area.proposedById)
  }

  @FieldResolver(() => [entity('Body')])
  bodies(@Root() area: WorkAreaType, @Ctx() { load }: Context): Promise<Entities['Body'][]> {
    return load.list('Body', area.bodyIds)
  }

  @FieldResolver(() => [entity('Funding')])
  funding(@Root() area: WorkAreaType, @Ctx() { load }: Context): Promise<Entities['Funding'][]> {
    return load.list('Funding', area.fundingIds)
  }

  @FieldResolver(() => [entity('LegacyItem')])
  legacyItems(@Root() area: WorkAreaType, @Ctx() { load }: Context): Promise<Entities['LegacyItem'][]> {
    return load.list('LegacyItem', area.legacyItemIds)
  }
}

@Resolver(() => ProgressPointType)
export class ProgressPointResolver {
  @FieldResolver(() => entity('Person'), {
    nullable: true,
    description: 'Who reported it here; null where a document does.',
  })
  by(@Root() { personId }: ProgressPointType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', personId)
  }
}
