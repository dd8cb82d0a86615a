import type { LocalText } from '@camau/domain'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { LocalTextType } from '../../platform/graphql/local-text.js'
import {
  AcceptanceType,
  ActionType,
  EarlierDueType,
  EarlierOwnerType,
  OriginType,
  ProgressNoteType,
} from './action.type.js'

/** Where an action leads: bodies, work areas, items and funding. */
@Resolver(() => ActionType)
export class ActionFieldsResolver {
  @FieldResolver(() => entity('Body'))
  body(@Root() { record }: ActionType, @Ctx() { load }: Context): Promise<Entities['Body']> {
    return load.get('Body', record.bodyId)
  }

  @FieldResolver(() => [entity('Body')], { description: 'The bodies among those who support it.' })
  supporters(@Root() { record }: ActionType, @Ctx() { load }: Context): Promise<Entities['Body'][]> {
    const bodies = record.supporters.flatMap((one) => (one.kind === 'body' ? [one.bodyId] : []))
    return load.list('Body', bodies)
  }

  @FieldResolver(() => [entity('WorkArea')])
  workAreas(@Root() { record }: ActionType, @Ctx() { load }: Context): Promise<Entities['WorkArea'][]> {
    return load.list('WorkArea', record.workAreaIds)
  }

  @FieldResolver(() => [entity('LegacyItem')])
  legacyItems(@Root() { record }: ActionType, @Ctx() { load }: Context): Promise<Entities['LegacyItem'][]> {
    return load.list('LegacyItem', record.legacyItemIds)
  }

  @FieldResolver(() => [entity('Funding')])
  funding(@Root() { record }: ActionType, @Ctx() { load }: Context): Promise<Entities['Funding'][]> {
    return load.list('Funding', record.fundingIds)
  }
}

@Resolver(() => OriginType)
export class OriginResolver {
  @FieldResolver(() => entity('Body'), { nullable: true })
  body(@Root() { bodyId }: OriginType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', bodyId)
  }

  @FieldResolver(() => entity('Meeting'), { nullable: true })
  meeting(@Root() { meetingId }: OriginType, @Ctx() { load }: Context): Promise<Entities['Meeting'] | null> {
    return load.find('Meeting', meetingId)
  }

  @FieldResolver(() => entity('Correspondence'), { nullable: true, description: 'The letter it came from.' })
  letter(@Root() { documentId }: OriginType, @Ctx() { load }: Context): Promise<Entities['Correspondence'] | null> {
    return load.find('Correspondence', documentId?.startsWith('pub-') ? null : documentId)
  }

  @FieldResolver(() => entity('Publication'), { nullable: true, description: 'The publication it came from.' })
  publication(@Root() { documentId }: OriginType, @Ctx() { load }: Context): Promise<Entities['Publication'] | null> {
    return load.find('Publication', documentId?.startsWith('pub-') ? documentId : null)
  }

  @FieldResolver(() => LocalTextType, {
    nullable: true,
    description: 'Title of the publication, or subject of the letter.',
  })
  async documentTitle(@Root() { documentId }: OriginType, @Ctx() { load }: Context): Promise<LocalText | null> {
    if (!documentId) return null
    if (documentId.startsWith('pub-')) return (await load.find('Publication', documentId))?.title ?? null
    const letter = await load.find('Correspondence', documentId)
    return letter && { en: letter.subject, cy: null }
  }
}

type ByPerson = Entities['Person']

@Resolver(() => AcceptanceType)
export class AcceptanceResolver {
  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: AcceptanceType, @Ctx() { load }: Context): Promise<ByPerson> {
    return load.get('Person', personId)
  }
}

@Resolver(() => EarlierOwnerType)
export class EarlierOwnerResolver {
  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: EarlierOwnerType, @Ctx() { load }: Context): Promise<ByPerson> {
    return load.get('Person', personId)
  }
}

@Resolver(() => EarlierDueType)
export class EarlierDueResolver {
  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: EarlierDueType, @Ctx() { load }: Context): Promise<ByPerson> {
    return load.get('Person', personId)
  }
}

@Resolver(() => ProgressNoteType)
export class ProgressNoteResolver {
  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: ProgressNoteType, @Ctx() { load }: Context): Promise<ByPerson> {
    return load.get('Person', personId)
  }
}
