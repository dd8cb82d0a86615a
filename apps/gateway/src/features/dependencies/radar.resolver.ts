import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { ActionInput } from '../../platform/graphql/record-inputs.js'
import { type AskForDateNeeds, askForDate } from './ask-for-date.js'
import { DateRequestType } from './date-request.type.js'
import { dependencyRadar } from './dependency-radar.js'
import {
  DependencyRadarType,
  RadarArgs,
  RadarItemType,
  RadarLaneType,
  RadarLinkType,
  RadarTalkType,
} from './radar.type.js'
import type { RadarNeeds } from './radar-reading.js'

@Resolver()
export class RadarResolver {
  constructor(private readonly needs: RadarNeeds & AskForDateNeeds) {}

  @Query(() => DependencyRadarType, {
    description:
      'What is late and holds others up, what slips because of what, and who must talk to whom (rows 42–45).',
  })
  dependencyRadar(@Args(() => RadarArgs) args: RadarArgs, @Ctx() context: Context): Promise<DependencyRadarType> {
    return dependencyRadar(this.needs, context, args)
  }

  @Mutation(() => DateRequestType, {
    description:
      'Asks the owner of an action that others wait for, and the chairs of its body, for a date; `id` is the action’s. Refused with `date-asked` within a week of the last time, `has-a-date`, `nothing-waits`.',
  })
  askForDate(@Arg('input', () => ActionInput) input: ActionInput, @Ctx() { viewer, load }: Context) {
    return askForDate(this.needs, viewer, load, input)
  }
}

type Body = Promise<Entities['Body'] | null>

@Resolver(() => RadarItemType)
export class RadarItemResolver {
  @FieldResolver(() => entity('Body'), { nullable: true, description: 'The body that holds it.' })
  body(@Root() { bodyId }: RadarItemType, @Ctx() { load }: Context): Body {
    return load.find('Body', bodyId)
  }
}

@Resolver(() => RadarLaneType)
export class RadarLaneResolver {
  @FieldResolver(() => entity('Body'), { nullable: true })
  body(@Root() { bodyId }: RadarLaneType, @Ctx() { load }: Context): Body {
    return load.find('Body', bodyId)
  }
}

@Resolver(() => RadarLinkType)
export class RadarLinkResolver {
  @FieldResolver(() => entity('Body'), { nullable: true, description: 'The lane of what waits.' })
  lane(@Root() { laneId }: RadarLinkType, @Ctx() { load }: Context): Body {
    return load.find('Body', laneId)
  }

  @FieldResolver(() => entity('Body'), { nullable: true, description: 'The lane of what it waits for.' })
  otherLane(@Root() { otherLaneId }: RadarLinkType, @Ctx() { load }: Context): Body {
    return load.find('Body', otherLaneId)
  }
}

@Resolver(() => RadarTalkType)
export class RadarTalkResolver {
  @FieldResolver(() => entity('Meeting'), {
    nullable: true,
    description: 'The next planned meeting of either body; null where none is planned.',
  })
  meeting(@Root() { meetingId }: RadarTalkType, @Ctx() { load }: Context): Promise<Entities['Meeting'] | null> {
    return load.find('Meeting', meetingId)
  }
}
