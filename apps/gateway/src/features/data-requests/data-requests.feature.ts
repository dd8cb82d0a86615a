import { dayInLondon, missingFrom, type Viewer, whyNotAskAuthorities } from '@camau/domain'
import type { Connection } from 'mongoose'
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Bus } from '../../platform/bus.js'
import type { Command } from '../../platform/command.js'
import type { Context } from '../../platform/context.js'
import type { Directory, Names } from '../../platform/directory.js'
import type { Feature } from '../../platform/feature.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { createKeeper, type Keeper } from '../../platform/keep-record.js'
import { createRecordStore, type RecordStore } from '../../platform/record-store.js'
import { numbersPlace } from '../../platform/register-place.js'
import { dataRequestKind, type StoredDataRequest } from './data-request.kind.js'
import { DataRequestType, ImportReturnsInput, OpenDataRequestInput, OpenNextRoundInput } from './data-request.type.js'
import { importReturnsOf } from './import-returns.js'
import { openDataRequest } from './open-data-request.js'
import { openNextRound } from './open-next-round.js'

interface Needs {
  db: Connection
  bus: Bus
  now: () => Date
  command: Command
  directory: Directory
}

@Resolver(() => DataRequestType)
class DataRequestResolver {
  constructor(
    private readonly needs: Needs,
    private readonly store: RecordStore<StoredDataRequest>,
    private readonly keep: Keeper<StoredDataRequest>,
  ) {}

  @Query(() => [DataRequestType])
  async dataRequests(@Ctx() { viewer }: Context): Promise<DataRequestType[]> {
    const requests = await this.store.list(viewer)
    return Promise.all(requests.map((request) => this.shown(viewer, request)))
  }

  @FieldResolver(() => entity('Measure'), { nullable: true })
  measure(
    @Root() { measureId }: DataRequestType & { measureId: string | null },
    @Ctx() { load }: Context,
  ): Promise<Entities['Measure'] | null> {
    return load.find('Measure', measureId)
  }

  @Mutation(() => DataRequestType)
  async openDataRequest(
    @Arg('input', () => OpenDataRequestInput) input: OpenDataRequestInput,
    @Ctx() { viewer }: Context,
  ) {
    return this.shown(viewer, await openDataRequest(this.keep, viewer, input))
  }

  @Mutation(() => DataRequestType, { description: 'Each line is taken, or kept with what is wrong with it.' })
  async importReturns(@Arg('input', () => ImportReturnsInput) input: ImportReturnsInput, @Ctx() { viewer }: Context) {
    return this.shown(viewer, await importReturnsOf(this.keep, viewer, input))
  }

  @Mutation(() => DataRequestType)
  async openNextRound(@Arg('input', () => OpenNextRoundInput) input: OpenNextRoundInput, @Ctx() { viewer }: Context) {
    return this.shown(viewer, await openNextRound(this.keep, viewer, input))
  }

  private async shown(viewer: Viewer, request: StoredDataRequest): Promise<DataRequestType> {
    return dataRequestType(viewer, request, await this.needs.directory.now(), dayInLondon(this.needs.now()))
  }
}

/** Everybody who may see the request sees how many have answered; who has not is for the secretariat. */
function dataRequestType(viewer: Viewer, request: StoredDataRequest, names: Names, today: string): DataRequestType {
  const place = numbersPlace(request, names)
  const all = place !== null && whyNotAskAuthorities(viewer, place) === null
  const rounds = request.rounds.map((round) => {
    const missing = missingFrom(request, round)
    return {
      dueOn: round.dueOn,
      received: round.returns.length,
      missingCount: missing.length,
      overdue: missing.length > 0 && round.dueOn < today,
      missing: all ? missing : null,
      returns: all ? round.returns : null,
      refused: all ? round.refused : null,
    }
  })
  const { id, version, title, every, authorities, measureId } = request
  return Object.assign(new DataRequestType(), {
    id,
    version,
    title,
    every,
    measureId,
    asked: authorities.length,
    rounds: rounds.reverse(),
  })
}

/** Questions to authorities and what came in. */
export function createDataRequests(needs: Needs): Feature {
  const store = createRecordStore(needs, dataRequestKind)
  const keep = createKeeper({ ...needs, store, place: numbersPlace })
  return { resolvers: [new DataRequestResolver(needs, store, keep)], sources: {} }
}
