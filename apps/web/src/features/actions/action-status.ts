import type { ActionStatus, BodyKind, OfficeKind } from '@camau/domain'
import type { ActionRowFragment } from './actions.graphql.js'

/** The gateway spells enums in capitals, the rules in words with hyphens. */
type Spelt<Name extends string> = Name extends `${infer A}-${infer B}` ? `${Uppercase<A>}_${Spelt<B>}` : Uppercase<Name>

/** Reads a value of a GraphQL enum as the rules write it. */
export function fromEnum<Name extends string>(names: readonly Name[]): (value: Spelt<Name>) => Name {
  const byCapitals = new Map(names.map((name) => [toEnum(name), name]))
  return (value) => {
    const name = byCapitals.get(value)
    if (name === undefined) throw new Error(`unknown value ${value}`)
    return name
  }
}

/** Spells a name of the rules as GraphQL does. */
export function toEnum<Name extends string>(name: Name): Spelt<Name> {
  return name.toUpperCase().replaceAll('-', '_') as Spelt<Name>
}

export type LogRow = ActionRowFragment
export type { ActionStatus, BodyKind, OfficeKind }

/** Groups of the log, in the order in which a meeting asks about them. */
export const statusOrder: readonly ActionStatus[] = [
  'in-progress',
  'open',
  'proposed',
  'done',
  'closed',
  'dropped',
  'superseded',
  'transferred',
]
