import { fitting, type Placement, Refusal } from '@camau/domain'
import { Field, ID, InputType } from 'type-graphql'

@InputType('PlacementInput', {
  description:
    'Where one unfinished action goes when what holds it closes: to a body, to a legacy item, or dropped with a reason.',
})
export class PlacementInput {
  @Field(() => ID)
  actionId!: string

  @Field(() => ID, { nullable: true, description: 'The body that goes on with it.' })
  toBodyId?: string | null

  @Field(() => ID, { nullable: true, description: 'The legacy item that takes it on.' })
  legacyItemId?: string | null

  @Field(() => String, { nullable: true, description: 'Why it is dropped; with neither body nor item.' })
  dropReason?: string | null
}

/** The placements meant. One that names no place, or two, is malformed. */
export function givenPlacements(items: readonly PlacementInput[] | null | undefined): Placement[] {
  return (items ?? []).map(({ actionId, toBodyId, legacyItemId, dropReason }) => {
    const reason = fitting('reason', dropReason)
    if ([toBodyId, legacyItemId, reason].filter(Boolean).length !== 1) {
      throw new Refusal(dropReason?.trim() === '' ? 'reason-needed' : 'malformed', { field: 'items', actionId })
    }
    if (toBodyId) return { actionId, to: 'body', bodyId: toBodyId }
    if (legacyItemId) return { actionId, to: 'legacy', legacyItemId }
    return { actionId, to: 'dropped', reason: reason ?? '' }
  })
}
