import { isDay, Refusal, type Viewer } from '@camau/domain'
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { ClosingListsType, ProgressLetterType, YearInFiguresType } from './report.type.js'

export interface ReportNeeds {
  letter: (viewer: Viewer, asAt: string) => Promise<Omit<ProgressLetterType, 'asAt'>>
  year: (viewer: Viewer, year: number) => Promise<Omit<YearInFiguresType, 'year'>>
  closing: (viewer: Viewer) => Promise<ClosingListsType>
}

/** What reports are written from, always out of the records as the viewer may see them. */
@Resolver()
export class ReportResolver {
  constructor(private readonly needs: ReportNeeds) {}

  @Query(() => ProgressLetterType, {
    description: 'One paragraph for each work area with progress by the day `YYYY-MM-DD`, numbered as the areas.',
  })
  async progressLetter(
    @Arg('asAt', () => String) asAt: string,
    @Ctx() { viewer }: Context,
  ): Promise<ProgressLetterType> {
    if (!isDay(asAt)) throw new Refusal('impossible-date', { field: 'asAt' })
    return Object.assign(new ProgressLetterType(), { asAt }, await this.needs.letter(viewer, asAt))
  }

  @Query(() => YearInFiguresType, { description: 'Of a calendar year, such as 2019.' })
  async yearInFigures(@Arg('year', () => Int) year: number, @Ctx() { viewer }: Context): Promise<YearInFiguresType> {
    if (!isDay(`${year}-01-01`)) throw new Refusal('impossible-date', { field: 'year' })
    return Object.assign(new YearInFiguresType(), { year }, await this.needs.year(viewer, year))
  }

  @Query(() => ClosingListsType, { description: 'What was achieved, and what remains.' })
  closingLists(@Ctx() { viewer }: Context): Promise<ClosingListsType> {
    return this.needs.closing(viewer)
  }
}
