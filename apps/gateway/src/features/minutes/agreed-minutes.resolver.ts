import type { Viewer } from '@camau/domain'
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import type { AgreedMinutesRecord } from './agreed-minutes.model.js'
import type { AgreedMinutesStore } from './agreed-minutes.store.js'
import { AgreedMinutesType, MinutedDeclarationType, MinutesCheckType, MinutesFaultType } from './agreed-minutes.type.js'
import { isIntact, verifyMinutes } from './verify-minutes.js'

export interface AgreedMinutesNeeds {
  minutes: AgreedMinutesStore
  /** Ids of the body's meetings that the viewer may see. */
  seenMeetings: (viewer: Viewer, bodyId: string) => Promise<ReadonlySet<string>>
}

@Resolver(() => entity('Meeting'))
export class MeetingMinutesResolver {
  constructor(private readonly needs: AgreedMinutesNeeds) {}

  @FieldResolver(() => AgreedMinutesType, { nullable: true, description: 'null until they are agreed.' })
  async agreedMinutes(@Root() { id }: Entities['Meeting']): Promise<AgreedMinutesType | null> {
    const found = await this.needs.minutes.find(id)
    return found && agreedMinutesType(found)
  }

  @Query(() => MinutesCheckType, {
    description:
      'Holds the agreed minutes of a body against their hashes, each of which follows the one before; names the meeting where they differ.',
  })
  async minutesCheck(@Arg('bodyId', () => ID) bodyId: string, @Ctx() { viewer }: Context): Promise<MinutesCheckType> {
    const { minutes, seenMeetings } = this.needs
    const [all, end] = await Promise.all([minutes.ofBody(bodyId), minutes.chainOf(bodyId)])
    const seen = await seenMeetings(viewer, bodyId)
    const faults = verifyMinutes(all, end).filter(({ meetingId }) => seen.has(meetingId))
    return Object.assign(new MinutesCheckType(), {
      checked: all.filter(({ _id }) => seen.has(_id)).length,
      faults: faults.map((fault) => Object.assign(new MinutesFaultType(), fault)),
    })
  }
}

function agreedMinutesType(found: AgreedMinutesRecord): AgreedMinutesType {
  const { content, decisions, declarations = [], previous, redacted, ...same } = found
  const intact = isIntact(found)
  const words: unknown = intact ? JSON.parse(content) : readable(content)
  return Object.assign(new AgreedMinutesType(), same, {
    content: words,
    intact,
    previousSha256: previous?.sha256 ?? null,
    redactedAt: redacted?.at ?? null,
    declarations: declarations.map((one) => Object.assign(new MinutedDeclarationType(), one)),
    decisionIds: decisions.filter(({ noted }) => !noted).map(({ id }) => id),
    notedIds: decisions.filter(({ noted }) => noted).map(({ id }) => id),
  })
}

/** Damaged text that is no JSON any more is shown as none, marked as not intact. */
function readable(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return { type: 'doc', content: [] }
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

  @FieldResolver(() => [entity('Decision')], {
    description: 'Decided in writing before the meeting, which noted them.',
  })
  noted(@Root() { notedIds }: AgreedMinutesType, @Ctx() { load }: Context): Promise<Entities['Decision'][]> {
    return load.list('Decision', notedIds)
  }
}

@Resolver(() => MinutesFaultType)
export class MinutesFaultResolver {
  @FieldResolver(() => entity('Meeting'))
  meeting(@Root() { meetingId }: MinutesFaultType, @Ctx() { load }: Context): Promise<Entities['Meeting']> {
    return load.get('Meeting', meetingId)
  }
}
