import { limits, Refusal } from '@camau/domain'
import type { RecordsRoom } from '@camau/protocol'
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql'
import { redact } from '../../platform/change-feed.js'
import type { ChangeStore } from '../../platform/change-store.js'
import type { Changes } from '../../platform/changes.js'
import type { Context } from '../../platform/context.js'
import { ChangeType, changeType } from './change.type.js'

@Resolver()
export class ChangeResolver {
  constructor(
    private readonly feed: Changes,
    private readonly store: Pick<ChangeStore, 'after' | 'last'>,
  ) {}

  @Query(() => [ChangeType], { description: 'Changes of a room after a number, oldest first; or the last ones.' })
  async changes(
    @Arg('room', () => String) room: string,
    @Arg('since', () => Int, { nullable: true }) since: number | null,
    @Arg('last', () => Int, { nullable: true }) last: number | null,
    @Ctx() { viewer }: Context,
  ): Promise<ChangeType[]> {
    const wanted = recordsRoom(room)
    const most = last ?? limits.page
    if (most < 1 || most > limits.page) throw new Refusal('malformed', { field: 'last' })
    await this.feed.enter(viewer, wanted)
    const given = typeof since === 'number'
    const rows = given ? await this.store.after(wanted, since, most) : await this.store.last(wanted, most)
    return rows.map((row) => changeType(redact(viewer, row)))
  }
}

function recordsRoom(room: string): RecordsRoom {
  const [kind, id = ''] = room.split(/:(.*)/)
  if (room === 'programme') return room
  if (kind === 'body' || kind === 'person') return `${kind}:${id}`
  throw new Refusal('malformed', { field: 'room' })
}
