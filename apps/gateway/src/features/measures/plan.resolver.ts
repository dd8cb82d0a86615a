import { planTotals, safetyNote, type Viewer, whyNotKeepNumbers } from '@camau/domain'
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { numbersPlace } from '../../platform/register-place.js'
import { SetReductionPlanInput } from './measure.inputs.js'
import type { StoredPlan } from './measure.kinds.js'
import { PlanTotalType, PlanYearType, ReductionPlanType } from './measure.type.js'
import type { MeasuresNeeds } from './measures.needs.js'
import { setReductionPlan } from './set-reduction-plan.js'

@Resolver(() => ReductionPlanType)
export class PlanResolver {
  constructor(private readonly needs: MeasuresNeeds) {}

  @Query(() => [PlanYearType], { description: 'Plans by year: how many, and what they come to; never by authority.' })
  async planYears(@Ctx() { viewer }: Context): Promise<PlanYearType[]> {
    const plans = await this.needs.plans.all()
    const kept = new Set((await this.kept(viewer)).map(({ id }) => id))
    const measures = (await this.needs.measures.all()).filter(({ reduction }) => reduction).map(({ id }) => id)
    return [...new Set(plans.map(({ year }) => year))].map((year) => {
      const own = plans.filter((plan) => plan.year === year)
      const totals = planTotals(
        own,
        measures,
        own.every(({ id }) => kept.has(id)),
      )
      return Object.assign(new PlanYearType(), {
        year,
        submitted: own.filter(({ submitted }) => submitted).length,
        notSubmitted: own.filter(({ submitted }) => !submitted).length,
        totals: totals.map((total) => Object.assign(new PlanTotalType(), total, { safetyNote })),
      })
    })
  }

  @Query(() => [ReductionPlanType], {
    description: 'Those you keep, in the order of the list; empty for everybody else.',
  })
  async reductionPlans(@Arg('year', () => ID) year: string, @Ctx() { viewer }: Context): Promise<ReductionPlanType[]> {
    return (await this.kept(viewer)).filter((plan) => plan.year === year).map(planType)
  }

  @Mutation(() => ReductionPlanType)
  async setReductionPlan(
    @Arg('input', () => SetReductionPlanInput) input: SetReductionPlanInput,
    @Ctx() { viewer }: Context,
  ): Promise<ReductionPlanType> {
    return planType(await setReductionPlan(this.needs, viewer, input))
  }

  private async kept(viewer: Viewer): Promise<StoredPlan[]> {
    const names = await this.needs.directory.now()
    return (await this.needs.plans.all()).filter((plan) => {
      const place = numbersPlace(plan, names)
      return place !== null && whyNotKeepNumbers(viewer, place) === null
    })
  }
}

const planType = (plan: StoredPlan): ReductionPlanType => Object.assign(new ReductionPlanType(), plan)
