import { duties, isStale, limits, periodEnd, whyNotKeepNumbers } from '@camau/domain'
import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { OwnerType, ownerType } from '../../platform/graphql/owner.js'
import { numbersPlace } from '../../platform/register-place.js'
import { addFigure } from './add-figure.js'
import { addMeasure } from './add-measure.js'
import { assignDuty } from './assign-duty.js'
import { defineMeasure } from './define-measure.js'
import {
  AddFigureInput,
  AddMeasureInput,
  AssignDutyInput,
  DefineMeasureInput,
  PublishFigureInput,
  RetireMeasureInput,
  SetMeasureOwnerInput,
  SetRiskAssessmentInput,
} from './measure.inputs.js'
import { DutyHolderType, MeasureFigureType, MeasureType, measureType, ReportingType } from './measure.type.js'
import { measureCsv } from './measure-csv.js'
import type { MeasuresNeeds } from './measures.needs.js'
import { publishFigure } from './publish-figure.js'
import { retireMeasure } from './retire-measure.js'
import { setMeasureOwner } from './set-measure-owner.js'
import { setRiskAssessment } from './set-risk-assessment.js'
import { shownFigures } from './shown-figures.js'

@ObjectType('MeasureWait', { description: 'What a measure waits for before it can be read (row 44).' })
export class MeasureWaitType {
  @Field(() => String, { description: 'Why, as recorded.' })
  text!: string

  dependsOnId!: string
}

@Resolver(() => MeasureWaitType)
export class MeasureWaitResolver {
  @FieldResolver(() => entity('Action'), { nullable: true })
  action(@Root() { dependsOnId }: MeasureWaitType, @Ctx() { load }: Context): Promise<Entities['Action'] | null> {
    return load.find('Action', dependsOnId)
  }
}

@Resolver(() => MeasureType)
export class MeasureResolver {
  constructor(private readonly needs: MeasuresNeeds) {}

  @Query(() => [MeasureType], { description: 'The catalogue, reductions first; never in the order of any value.' })
  async measures(@Ctx() { viewer }: Context): Promise<MeasureType[]> {
    return (await this.needs.measures.list(viewer)).map(measureType)
  }

  @Query(() => MeasureType, { description: 'Refused with not-found.' })
  async measure(@Arg('id', () => ID) id: string, @Ctx() { viewer }: Context): Promise<MeasureType> {
    return measureType(await this.needs.measures.get(viewer, id))
  }

  @FieldResolver(() => [MeasureFigureType], { description: 'Small numbers are left out for who does not keep them.' })
  figures(@Root() { stored }: MeasureType, @Ctx() { viewer }: Context): Promise<MeasureFigureType[]> {
    return shownFigures(this.needs, viewer, stored)
  }

  @FieldResolver(() => OwnerType, { nullable: true })
  async owner(@Root() { stored }: MeasureType): Promise<OwnerType | null> {
    return stored.owner && ownerType(stored.owner, await this.needs.directory.now())
  }

  @FieldResolver(() => [DutyHolderType], { description: 'Always the three, assigned or not (row 48).' })
  async duties(@Root() { stored }: MeasureType): Promise<DutyHolderType[]> {
    const names = await this.needs.directory.now()
    return duties.map((duty) => {
      const held = stored.duties[duty]
      return Object.assign(new DutyHolderType(), { duty, owner: held && ownerType(held, names) })
    })
  }

  @FieldResolver(() => entity('Workstream'), { nullable: true })
  workstream(@Root() { stored }: MeasureType, @Ctx() { load }: Context): Promise<Entities['Workstream'] | null> {
    return load.find('Workstream', stored.workstreamId)
  }

  @FieldResolver(() => [entity('WorkArea')])
  workAreas(@Root() { stored }: MeasureType, @Ctx() { load }: Context): Promise<Entities['WorkArea'][]> {
    return load.list('WorkArea', stored.workAreaIds)
  }

  @FieldResolver(() => ReportingType, { nullable: true, description: 'Why the measure is thin, where it is (row 44).' })
  async reporting(@Root() { stored }: MeasureType, @Ctx() { viewer }: Context): Promise<ReportingType | null> {
    const figures = await shownFigures(this.needs, viewer, stored)
    const count = figures.find(
      ({ unit, value }) => unit === `of ${limits.localAuthorities} local authorities` && value !== null,
    )
    if (!count) return null
    const { value: reporting, sourceLine } = count
    return Object.assign(new ReportingType(), { reporting, of: limits.localAuthorities, sourceLine })
  }

  @FieldResolver(() => [MeasureWaitType])
  async waitsFor(@Root() { stored }: MeasureType): Promise<MeasureWaitType[]> {
    const printed = (await this.needs.printed()).filter(({ measureOf }) => measureOf && measureOf === stored.importedAs)
    const waits = await this.needs.waitsOf([stored.id, ...printed.map(({ id }) => id)])
    return waits.map((wait) => Object.assign(new MeasureWaitType(), wait))
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The last day its figures reach; null: none, or not said.',
  })
  async dataUntil(@Root() { stored }: MeasureType, @Ctx() { viewer }: Context): Promise<string | null> {
    const figures = await shownFigures(this.needs, viewer, stored)
    const days = figures.flatMap(({ period, expected }) => (expected ? [] : (periodEnd(period) ?? [])))
    return days.sort().at(-1) ?? null
  }

  @FieldResolver(() => Boolean, { description: 'Its newest figure is older than the set age (row 55).' })
  async stale(@Root() measure: MeasureType, @Ctx() context: Context): Promise<boolean> {
    if (measure.retired) return false
    const until = await this.dataUntil(measure, context)
    return isStale(until, measure.stored.maxAgeDays ?? limits.dataAgeDays, this.needs.now()) ?? false
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether you keep it: add figures and definitions, assign its duties, retire it.',
  })
  async kept(@Root() { stored }: MeasureType, @Ctx() { viewer }: Context): Promise<boolean> {
    const place = numbersPlace(stored, await this.needs.directory.now())
    return place !== null && whyNotKeepNumbers(viewer, place) === null
  }

  @FieldResolver(() => String, { description: 'Its figures as a file, each with caveats, source and safety note.' })
  async csv(
    @Root() { stored }: MeasureType,
    @Arg('welsh', () => Boolean, { defaultValue: false }) welsh: boolean,
    @Ctx() { viewer }: Context,
  ): Promise<string> {
    return measureCsv(await shownFigures(this.needs, viewer, stored), welsh ? 'cy' : 'en')
  }

  @Mutation(() => MeasureType)
  async addMeasure(@Arg('input', () => AddMeasureInput) input: AddMeasureInput, @Ctx() { viewer }: Context) {
    return measureType(await addMeasure(this.needs, viewer, input))
  }

  @Mutation(() => MeasureType)
  async defineMeasure(@Arg('input', () => DefineMeasureInput) input: DefineMeasureInput, @Ctx() { viewer }: Context) {
    return measureType(await defineMeasure(this.needs, viewer, input))
  }

  @Mutation(() => MeasureType)
  async assignDuty(@Arg('input', () => AssignDutyInput) input: AssignDutyInput, @Ctx() { viewer }: Context) {
    return measureType(await assignDuty(this.needs, viewer, input))
  }

  @Mutation(() => MeasureType)
  async setMeasureOwner(
    @Arg('input', () => SetMeasureOwnerInput) input: SetMeasureOwnerInput,
    @Ctx() { viewer }: Context,
  ) {
    return measureType(await setMeasureOwner(this.needs, viewer, input))
  }

  @Mutation(() => MeasureType)
  async setRiskAssessment(
    @Arg('input', () => SetRiskAssessmentInput) input: SetRiskAssessmentInput,
    @Ctx() { viewer }: Context,
  ) {
    return measureType(await setRiskAssessment(this.needs, viewer, input))
  }

  @Mutation(() => MeasureType, { description: 'No longer collected; figures and definitions stay (row 52).' })
  async retireMeasure(@Arg('input', () => RetireMeasureInput) input: RetireMeasureInput, @Ctx() { viewer }: Context) {
    return measureType(await retireMeasure(this.needs, viewer, input))
  }

  @Mutation(() => MeasureType, { description: 'Gives the measure with the figure among its own.' })
  async addFigure(@Arg('input', () => AddFigureInput) input: AddFigureInput, @Ctx() { viewer }: Context) {
    const { measureId } = await addFigure(this.needs, viewer, input)
    return measureType(await this.needs.measures.get(viewer, measureId))
  }

  @Mutation(() => MeasureType)
  async publishFigure(@Arg('input', () => PublishFigureInput) input: PublishFigureInput, @Ctx() { viewer }: Context) {
    const { measureId } = await publishFigure(this.needs, viewer, input)
    return measureType(await this.needs.measures.get(viewer, measureId))
  }
}
