import { type OfficeKind, type Owner, Refusal } from '@camau/domain'
import { Ctx, Field, FieldResolver, ID, InputType, ObjectType, Resolver, Root } from 'type-graphql'
import type { Context } from '../context.js'
import type { Names } from '../directory.js'
import { type Entities, entity } from './entity.js'
import { enumKey } from './enum-key.js'
import { OfficeKindEnum } from './enums.js'
import { LocalTextType, patchText } from './local-text.js'

@ObjectType('Owner', {
  description: 'Who answers for something: a body as such, the holder of an office on it, or a person.',
})
export class OwnerType {
  @Field(() => LocalTextType)
  label!: LocalTextType

  @Field(() => String)
  initials!: string

  @Field(() => OfficeKindEnum, { nullable: true })
  office!: OfficeKind | null

  bodyId!: string | null
  personId!: string | null
}

@InputType('OwnerInput', { description: 'Exactly one reading: a body, an office on a body, or a person.' })
export class OwnerInput {
  @Field(() => ID, { nullable: true })
  bodyId?: string | null

  @Field(() => OfficeKindEnum, { nullable: true })
  office?: OfficeKind | null

  @Field(() => ID, { nullable: true })
  personId?: string | null
}

@Resolver(() => OwnerType)
export class OwnerResolver {
  @FieldResolver(() => entity('Body'), { nullable: true })
  body(@Root() owner: OwnerType, @Ctx() { load }: Context): Promise<Entities['Body'] | null> {
    return load.find('Body', owner.bodyId)
  }

  @FieldResolver(() => entity('Person'), { nullable: true })
  person(@Root() owner: OwnerType, @Ctx() { load }: Context): Promise<Entities['Person'] | null> {
    return load.find('Person', owner.personId)
  }
}

/** What the resolvers give out for an owner of the domain. */
export function ownerType(owner: Owner, names: Names): OwnerType {
  return Object.assign(new OwnerType(), {
    ...names.ownerLabel(owner),
    bodyId: owner.kind === 'person' ? null : owner.bodyId,
    personId: owner.kind === 'person' ? owner.personId : null,
    office: owner.kind === 'office' ? owner.office : null,
  })
}

/** The same for a patch: shaped as GraphQL answers it. */
export function patchOwner(owner: Owner | null, names: Names): Record<string, unknown> | null {
  if (!owner) return null
  const { label, initials, bodyId, personId, office } = ownerType(owner, names)
  return {
    __typename: 'Owner',
    label: patchText(label),
    initials,
    body: bodyId && patchBody(bodyId, names),
    person: personId && patchPerson(personId, names),
    office: office && enumKey(office),
  }
}

/** A body as other records' patches carry it: who it is, not what is on it. */
export function patchBody(bodyId: string, names: Names): Record<string, unknown> {
  return { __typename: 'Body', id: bodyId, name: patchText(names.bodies.get(bodyId)?.name ?? null) }
}

export function patchPerson(personId: string, names: Names): Record<string, unknown> {
  const person = names.people.get(personId)
  return { __typename: 'Person', id: personId, name: person?.name ?? '', initials: person?.initials ?? '' }
}

/** The owner meant, checked to exist. Anything but exactly one reading is malformed. */
export function ownerOf({ bodyId, office, personId }: OwnerInput, names: Names): Owner {
  if (personId && !bodyId && !office) {
    if (!names.people.has(personId)) throw new Refusal('not-found')
    return { kind: 'person', personId }
  }
  if (personId || !bodyId) throw new Refusal('malformed', { field: 'owner' })
  if (!names.bodies.has(bodyId)) throw new Refusal('not-found')
  return office ? { kind: 'office', bodyId, office } : { kind: 'body', bodyId }
}
