import {
  actionAsAt,
  actionOverdueSince,
  answerIsLate,
  isPartOfCalendar,
  lastDayOf,
  progressOfParts,
  Refusal,
  slippageOf,
} from '@camau/domain'
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import type { Directory } from '../../platform/directory.js'
import { type Entities, entity } from '../../platform/graphql/entity.js'
import { OwnerType, ownerType } from '../../platform/graphql/owner.js'
import { actionType } from './action.shape.js'
import type { ActionStore } from './action.store.js'
import { ActionType } from './action.type.js'
import {
  ActionAsAtType,
  DeclinedTransferType,
  EarlierBodyType,
  PartsProgressType,
  SlippageType,
  StatusChangeType,
  TransferType,
} from './action-life.type.js'

export interface ActionLifeFieldsNeeds {
  actions: ActionStore
  directory: Directory
  now: () => Date
}

/** The life of an action: where it has been, what it is part of, and how it stood on a day. */
@Resolver(() => ActionType)
export class ActionLifeFieldsResolver {
  constructor(private readonly needs: ActionLifeFieldsNeeds) {}

  @FieldResolver(() => [StatusChangeType], { description: 'Every change of status made here, oldest first.' })
  statusHistory(@Root() { record }: ActionType): StatusChangeType[] {
    return record.statusHistory
  }

  @FieldResolver(() => [EarlierBodyType], { description: 'Bodies that held it before, oldest first.' })
  earlierBodies(@Root() { record }: ActionType): EarlierBodyType[] {
    return record.earlierBodies
  }

  @FieldResolver(() => TransferType, { nullable: true, description: 'Offered to another body and not yet answered.' })
  transfer(@Root() { record }: ActionType): TransferType | null {
    return record.transfer
  }

  @FieldResolver(() => [DeclinedTransferType])
  declinedTransfers(@Root() { record }: ActionType): DeclinedTransferType[] {
    return record.declinedTransfers
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The action that took its place.' })
  supersededById(@Root() { record }: ActionType): string | null {
    return record.supersededBy
  }

  @FieldResolver(() => ActionType, { nullable: true, description: 'null also where it is not for the viewer.' })
  supersededBy(@Root() { record }: ActionType, @Ctx() { load }: Context): Promise<ActionType | null> {
    return load.find('Action', record.supersededBy)
  }

  @FieldResolver(() => [ActionType], { description: 'Actions whose place it took.' })
  supersedes(@Root() { id }: ActionType, @Ctx() { viewer }: Context): Promise<ActionType[]> {
    return this.linked(viewer, { supersededBy: id })
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The action it is a part of.' })
  parentId(@Root() { record }: ActionType): string | null {
    return record.parentId
  }

  @FieldResolver(() => ActionType, { nullable: true, description: 'null also where it is not for the viewer.' })
  parent(@Root() { record }: ActionType, @Ctx() { load }: Context): Promise<ActionType | null> {
    return load.find('Action', record.parentId)
  }

  @FieldResolver(() => [ActionType], { description: 'Its sub-actions that the viewer may see, by number.' })
  subActions(@Root() { id }: ActionType, @Ctx() { viewer }: Context): Promise<ActionType[]> {
    return this.linked(viewer, { parentId: id })
  }

  @FieldResolver(() => PartsProgressType, { nullable: true, description: 'null: it has no sub-actions.' })
  async partsProgress(@Root() { id }: ActionType, @Ctx() { viewer }: Context): Promise<PartsProgressType | null> {
    const parts = await this.needs.actions.linked(viewer, { parentId: id })
    return parts.length === 0 ? null : progressOfParts(parts.map(({ record }) => record))
  }

  @FieldResolver(() => [OwnerType], {
    description:
      'Who helps the owner: bodies, offices and people. They see it, and do not close it (requirements, row 14).',
  })
  async supportedBy(@Root() { record }: ActionType): Promise<OwnerType[]> {
    const names = await this.needs.directory.now()
    return record.supporters.map((one) => ownerType(one, names))
  }

  @FieldResolver(() => SlippageType)
  slippage(@Root() { record }: ActionType): SlippageType {
    return slippageOf(record)
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the owner has left a chair without an answer for more than five working days.',
  })
  answerIsLate(@Root() { record }: ActionType): boolean {
    return answerIsLate(record, this.needs.now())
  }

  @FieldResolver(() => ActionAsAtType, {
    nullable: true,
    description:
      'How it stood at the end of a day, month or year, in London. null before any source spoke of it. Refused: impossible-date.',
  })
  async asAtDay(@Root() { record }: ActionType, @Arg('day', () => String) day: string): Promise<ActionAsAtType | null> {
    if (!isPartOfCalendar(day)) throw new Refusal('impossible-date', { field: 'day' })
    const was = actionAsAt(record, day)
    if (!was) return null
    const names = await this.needs.directory.now()
    return {
      ...was,
      owner: was.owner && ownerType(was.owner, names),
      overdueSince: actionOverdueSince(was, lastDayOf(day)),
    }
  }

  private async linked(viewer: Context['viewer'], link: Parameters<ActionStore['linked']>[1]): Promise<ActionType[]> {
    const names = await this.needs.directory.now()
    const found = await this.needs.actions.linked(viewer, link)
    return found.map(({ record }) => actionType(record, names, this.needs.now()))
  }
}

type ByPerson = Entities['Person']
type OfBody = Entities['Body']

@Resolver(() => StatusChangeType)
export class StatusChangeResolver {
  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: StatusChangeType, @Ctx() { load }: Context): Promise<ByPerson> {
    return load.get('Person', personId)
  }
}

@Resolver(() => EarlierBodyType)
export class EarlierBodyResolver {
  @FieldResolver(() => entity('Body'))
  body(@Root() { bodyId }: EarlierBodyType, @Ctx() { load }: Context): Promise<OfBody> {
    return load.get('Body', bodyId)
  }

  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: EarlierBodyType, @Ctx() { load }: Context): Promise<ByPerson> {
    return load.get('Person', personId)
  }
}

@Resolver(() => TransferType)
export class TransferResolver {
  @FieldResolver(() => entity('Body'))
  to(@Root() { toBodyId }: TransferType, @Ctx() { load }: Context): Promise<OfBody> {
    return load.get('Body', toBodyId)
  }

  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: TransferType, @Ctx() { load }: Context): Promise<ByPerson> {
    return load.get('Person', personId)
  }
}

@Resolver(() => DeclinedTransferType)
export class DeclinedTransferResolver {
  @FieldResolver(() => entity('Body'))
  to(@Root() { toBodyId }: DeclinedTransferType, @Ctx() { load }: Context): Promise<OfBody> {
    return load.get('Body', toBodyId)
  }

  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: DeclinedTransferType, @Ctx() { load }: Context): Promise<ByPerson> {
    return load.get('Person', personId)
  }

  @FieldResolver(() => entity('Person'), { description: 'Who declined it.' })
  decliner(@Root() { declinedBy }: DeclinedTransferType, @Ctx() { load }: Context): Promise<ByPerson> {
    return load.get('Person', declinedBy)
  }
}

@Resolver(() => ActionAsAtType)
export class ActionAsAtResolver {
  @FieldResolver(() => entity('Body'), { description: 'The body that held it that day.' })
  body(@Root() { bodyId }: ActionAsAtType, @Ctx() { load }: Context): Promise<OfBody> {
    return load.get('Body', bodyId)
  }
}
