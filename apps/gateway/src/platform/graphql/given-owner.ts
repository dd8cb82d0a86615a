import { type Owner, Refusal, whyNotAnswerable } from '@camau/domain'
import type { Names } from '../directory.js'
import { type OwnerInput, ownerOf } from './owner.js'

/** Whom somebody named as owner: there, and able to answer for something now. */
export function givenOwner(input: OwnerInput, names: Names): Owner {
  const owner = ownerOf(input, names)
  const body = owner.kind === 'person' ? null : names.bodies.get(owner.bodyId)
  const refusal = body && whyNotAnswerable(body)
  if (refusal) throw new Refusal(refusal)
  return owner
}
