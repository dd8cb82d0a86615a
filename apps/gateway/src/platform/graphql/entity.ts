import { type ClassType, ObjectType } from 'type-graphql'

/**
 * GraphQL name → the object its resolvers work on. Each feature adds its own line by declaration merging
 * (`declare module '../../platform/graphql/entity.js' { interface Entities { Body: BodyType } }`), so that features
 * can point at each other without importing each other.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the features
export interface Entities {}
export type EntityName = keyof Entities & string

const types = new Map<string, ClassType>()

/** Marks the class as the GraphQL type of that name, and lets other features point at it by name. */
export function Entity(name: EntityName, options: { description?: string } = {}): ClassDecorator {
  return (target) => {
    types.set(name, target as unknown as ClassType)
    ObjectType(name, options)(target)
  }
}

/** The type of that name; to be called inside a thunk: `@Field(() => entity('Body'))`, `@FieldResolver(() => [entity('Body')])`, `@Resolver(() => entity('Body'))`. */
export function entity(name: EntityName): ClassType {
  const type = types.get(name)
  if (!type) throw new Error(`No GraphQL type is named ${name}`)
  return type
}
