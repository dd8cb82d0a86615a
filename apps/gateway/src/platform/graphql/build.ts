import { Refusal } from '@camau/domain'
import type { GraphQLSchema } from 'graphql'
import { buildSchema, type ClassType, type NonEmptyArray } from 'type-graphql'
import { whyNotInput } from './check-input.js'

/** Builds the schema from resolvers that are made already: what each needs was given to it by hand. */
export function buildGraphql(resolvers: readonly object[]): Promise<GraphQLSchema> {
  const made = new Map<unknown, object>(resolvers.map((resolver) => [resolver.constructor, resolver]))
  const [first, ...rest] = [...made.keys()].filter((key): key is ClassType => typeof key === 'function')
  if (!first) throw new Error('There is no resolver')
  const classes: NonEmptyArray<ClassType> = [first, ...rest]
  return buildSchema({
    resolvers: classes,
    container: { get: (wanted) => made.get(wanted) },
    validateFn: (input) => {
      const refusal = whyNotInput(input)
      if (refusal) throw new Refusal(refusal)
    },
  })
}
