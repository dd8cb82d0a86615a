import { type Owner, type Restriction, restriction, type Viewer } from '@camau/domain'
import { Field, ID, InputType } from 'type-graphql'
import type { Names } from '../directory.js'
import { OwnerInput, type OwnerType, ownerOf, ownerType, patchOwner } from './owner.js'
import { CommandInput } from './record-inputs.js'

@InputType('RestrictInput', { description: 'Restricts a record to those named; null lifts the restriction.' })
export class RestrictInput extends CommandInput {
  @Field(() => ID)
  id!: string

  @Field(() => [OwnerInput], { nullable: true, description: 'At most 20, whoever restricts it among them.' })
  to?: OwnerInput[] | null
}

/** The restriction asked for, checked: everybody named is there, and the viewer among them. */
export function givenRestriction(
  viewer: Viewer,
  before: Restriction,
  to: readonly OwnerInput[] | null | undefined,
  names: Names,
): Restriction {
  return restriction(viewer, before, to?.map((one) => ownerOf(one, names)) ?? null)
}

export const restrictionType = (to: readonly Owner[] | null | undefined, names: Names): OwnerType[] | null =>
  to?.map((one) => ownerType(one, names)) ?? null

export const patchRestriction = (to: readonly Owner[] | null | undefined, names: Names) =>
  to?.map((one) => patchOwner(one, names)) ?? null
