import type { FieldVersions } from '@camau/domain'
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import type { Context } from '../context.js'
import type { Names } from '../directory.js'
import { type Entities, entity } from './entity.js'
import { patchPerson } from './owner.js'
import { DateTimeISO } from './scalars.js'

@ObjectType('FieldVersion', { description: 'How often a guarded field was set, who set it last, and when.' })
export class FieldVersionType {
  @Field(() => String)
  field!: string

  @Field(() => Int)
  version!: number

  @Field(() => DateTimeISO)
  at!: Date

  personId!: string
}

@Resolver(() => FieldVersionType)
export class FieldVersionResolver {
  @FieldResolver(() => entity('Person'))
  by(@Root() { personId }: FieldVersionType, @Ctx() { load }: Context): Promise<Entities['Person']> {
    return load.get('Person', personId)
  }
}

/** By name: the database gives them in an order of its own, and a patch must say what is answered later. */
export function fieldVersions(versions: FieldVersions<string>): FieldVersionType[] {
  return Object.entries(versions)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([field, set]) => (set ? [Object.assign(new FieldVersionType(), { field, ...set })] : []))
}

export function patchVersions(versions: FieldVersions<string>, names: Names): Record<string, unknown>[] {
  return fieldVersions(versions).map(({ field, version, at, personId }) => ({
    __typename: 'FieldVersion',
    field,
    version,
    at: at.toISOString(),
    by: patchPerson(personId, names),
  }))
}
