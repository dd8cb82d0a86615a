import {
  conditionState,
  dayInLondon,
  type FundingLine,
  fitting,
  fundingTotals,
  isDay,
  itemised,
  may,
  meetCondition,
  Refusal,
  reviewedOn,
  type Viewer,
} from '@camau/domain'
import type { Connection } from 'mongoose'
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Bus } from '../../platform/bus.js'
import type { Command } from '../../platform/command.js'
import type { Context } from '../../platform/context.js'
import type { Directory } from '../../platform/directory.js'
import type { Feature } from '../../platform/feature.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { createKeeper, type Keeper } from '../../platform/keep-record.js'
import { newRecordId } from '../../platform/record-id.js'
import { createRecordStore, type RecordStore } from '../../platform/record-store.js'
import { conditionKind, type StoredCondition } from './condition.kind.js'
import {
  AddFundingConditionInput,
  FundingConditionType,
  FundingTotalType,
  ItemisedType,
  MeetFundingConditionInput,
  SetConditionReviewInput,
  TraceStepType,
} from './funding.type.js'
import { type TraceSources, traceFrom } from './trace.js'

interface FundingNeeds {
  db: Connection
  bus: Bus
  now: () => Date
  command: Command
  directory: Directory
  lines: () => Promise<readonly FundingLine[]>
  traced: TraceSources
}

/** Delivery of funding is watched by the Operational Group (matrix, "Operational board"). */
const whyNotWatch = (viewer: Viewer) => (may(viewer, 'write', { space: 'operational-board' }) ? null : 'not-permitted')

@Resolver(() => FundingConditionType)
class ConditionResolver {
  constructor(
    private readonly needs: FundingNeeds,
    private readonly keep: Keeper<StoredCondition>,
  ) {}

  @Mutation(() => FundingConditionType)
  async addFundingCondition(
    @Arg('input', () => AddFundingConditionInput) input: AddFundingConditionInput,
    @Ctx() { viewer }: Context,
  ) {
    const make = async (): Promise<StoredCondition> => {
      const line = (await this.needs.lines()).find(({ id }) => id === input.fundingId)
      if (!line) throw new Refusal('not-found')
      if (!isDay(input.reviewOn)) throw new Refusal('impossible-date')
      const { fundingId, reviewOn } = input
      const text = needed(fitting('reason', input.text))
      const id = newRecordId(input.id)
      return { id, fundingId, text, reviewOn, evidence: null, met: null, source: null, audience: 'member', version: 1 }
    }
    return this.shown(await this.keep.add('addFundingCondition', viewer, input, make, whyNotWatch))
  }

  @Mutation(() => FundingConditionType)
  async setConditionReview(
    @Arg('input', () => SetConditionReviewInput) input: SetConditionReviewInput,
    @Ctx() { viewer }: Context,
  ) {
    const step = (condition: StoredCondition) => reviewedOn(condition, input.reviewOn)
    return this.shown(await this.keep.change('setConditionReview', viewer, input, step, whyNotWatch))
  }

  @Mutation(() => FundingConditionType)
  async meetFundingCondition(
    @Arg('input', () => MeetFundingConditionInput) input: MeetFundingConditionInput,
    @Ctx() { viewer }: Context,
  ) {
    const evidence = fitting('evidence', input.evidence)
    const met = await this.keep.change(
      'meetFundingCondition',
      viewer,
      input,
      (condition, { at }) => meetCondition(condition, evidence, at, viewer.personId),
      whyNotWatch,
    )
    return this.shown(met)
  }

  private shown = (condition: StoredCondition) => conditionType(condition, this.needs.now())
}

@Resolver(() => entity('Funding'))
class FundingFieldsResolver {
  constructor(
    private readonly needs: FundingNeeds,
    private readonly conditionStore: RecordStore<StoredCondition>,
  ) {}

  @Query(() => [FundingTotalType], { description: 'One for each basis, never across them (row 57).' })
  async fundingTotals(): Promise<FundingTotalType[]> {
    return fundingTotals(await this.needs.lines()).map((total) => Object.assign(new FundingTotalType(), total))
  }

  @FieldResolver(() => ItemisedType, { nullable: true })
  async itemised(@Root() { id }: Entities['Funding']): Promise<ItemisedType | null> {
    const lines = await this.needs.lines()
    const line = lines.find((one) => one.id === id)
    const sum = line && itemised(line, lines)
    return sum ? Object.assign(new ItemisedType(), sum) : null
  }

  @FieldResolver(() => [FundingConditionType])
  async conditions(@Root() { id }: Entities['Funding'], @Ctx() { viewer }: Context): Promise<FundingConditionType[]> {
    const own = (await this.conditionStore.list(viewer)).filter(({ fundingId }) => fundingId === id)
    return own.map((condition) => conditionType(condition, this.needs.now()))
  }

  @FieldResolver(() => [TraceStepType], {
    description: 'What the money leads to: work areas, actions, indicators, evaluation (row 59).',
  })
  async trace(@Root() { id }: Entities['Funding'], @Ctx() { viewer }: Context): Promise<TraceStepType[]> {
    return traceFrom(id, await this.needs.traced(viewer))
  }
}

const conditionType = (condition: StoredCondition, at: Date): FundingConditionType =>
  Object.assign(new FundingConditionType(), condition, { state: conditionState(condition, dayInLondon(at)) })

function needed(text: string): string {
  if (!text) throw new Refusal('text-needed')
  return text
}

/** What is known of money beyond its line: totals by basis, conditions, and what it led to. */
export function createFunding(needs: FundingNeeds): Feature {
  const store = createRecordStore(needs, conditionKind)
  const place = () => ({ space: 'operational-board' }) as const
  const keep = createKeeper({ ...needs, store, place })
  return { resolvers: [new ConditionResolver(needs, keep), new FundingFieldsResolver(needs, store)], sources: {} }
}
